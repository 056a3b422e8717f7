using System.IO.Compression;

namespace BTech.Documents.Reports;

/// <summary>Copies a package so that its bytes depend on its content alone: fixed order and no clock in the entries.</summary>
internal static class ReproducibleZip
{
    private static readonly DateTimeOffset EarliestZipCanHold = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Copy(MemoryStream package, Stream stream)
    {
        package.Position = 0;
        using var source = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        using var buffer = new MemoryStream();
        using (var target = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            // Readers that look only at the beginning expect the list of content types there.
            var entries = source.Entries
                .OrderBy(entry => entry.FullName != "[Content_Types].xml")
                .ThenBy(entry => entry.FullName, StringComparer.Ordinal);
            foreach (var entry in entries)
            {
                var copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = EarliestZipCanHold;
                using var from = entry.Open();
                using var to = copy.Open();
                from.CopyTo(to);
            }
        }
        buffer.Position = 0;
        buffer.CopyTo(stream);
    }
}
