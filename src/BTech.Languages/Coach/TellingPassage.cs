namespace BTech.Languages.Coach;

/// <summary>A passage that may tell who wrote the text: code points from 0, end exclusive, as everywhere (<see cref="CodePoints"/>).</summary>
/// <param name="Start">First code point, from 0.</param>
/// <param name="End">Code point after the last; more than <paramref name="Start"/>, at most the text's length.</param>
/// <param name="Tell">What in it may tell.</param>
public readonly record struct TellingPassage(int Start, int End, Tell Tell);
