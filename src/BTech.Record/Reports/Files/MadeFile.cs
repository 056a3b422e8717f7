namespace BTech.Record.Reports.Files;

/// <summary>A file of a published version, just made.</summary>
/// <param name="Language">Language code of its text.</param>
/// <param name="Format">Its ending.</param>
/// <param name="Source">SHA-256 of what stands in it: the version's own content with the list of participants as it is now.</param>
/// <param name="Sha256">SHA-256 of its bytes.</param>
/// <param name="Engine">What made it, with its version.</param>
public sealed record MadeFile(string Language, string Format, byte[] Source, byte[] Sha256, string Engine);
