namespace BTech.Languages.Coach;

/// <summary>A passage by UTF-16 indexes of the original text, before marks are put together.</summary>
internal readonly record struct Found(int Start, int End, Tell Tell);
