namespace BTech.Documents.Reports;

/// <summary>The published description of a report's data file, as JSON Schema (draft 2020-12): whoever reads the files can rely on it.</summary>
public static class ReportSchema
{
    /// <summary>Its permanent address on the site, without the slash before it.</summary>
    public const string Path = "schemas/b-tech-report-1.json";

    /// <summary>Its media type (as JSON Schema names it).</summary>
    public const string ContentType = "application/schema+json";

    private static readonly Lazy<byte[]> Read = new(() =>
    {
        using var stream = typeof(ReportSchema).Assembly.GetManifestResourceStream("b-tech-report-1.json")!;
        using var file = new MemoryStream();
        stream.CopyTo(file);
        return file.ToArray();
    });

    /// <summary>Its text.</summary>
    public static byte[] ToBytes() => [.. Read.Value];
}
