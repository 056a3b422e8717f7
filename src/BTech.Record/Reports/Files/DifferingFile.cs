namespace BTech.Record.Reports.Files;

/// <summary>A file of a readable version that came out as other bytes when it was made again from the same content.</summary>
/// <param name="Number">The report's number.</param>
/// <param name="Version">The version.</param>
/// <param name="Language">Language code of its text.</param>
/// <param name="Format">Its ending.</param>
/// <param name="Engine">What made the first one, with its version: another one made the others, or the same one otherwise.</param>
public sealed record DifferingFile(int Number, int Version, string Language, string Format, string Engine);
