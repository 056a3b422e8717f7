namespace BTech.Record.Reports.Changes;

/// <summary>A text in which two versions of a report differ.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Section">Heading of its section in the newer version, in the older one where it is gone; nothing for head and footnotes.</param>
/// <param name="Before">What the older version says there; nothing for what is new.</param>
/// <param name="After">What the newer one says; nothing for what is gone.</param>
public sealed record VersionDifference(WordingKind Kind, string? Section, string? Before, string? After);
