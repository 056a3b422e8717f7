using MimeKit;

namespace BTech.Web.Crossings.Verifying;

/// <summary>The files that an installation has written outside its database: letters, logs, keys, left-overs.</summary>
internal static class LooseFiles
{
    private const long LargestFile = 64L * 1024 * 1024;

    private static readonly EnumerationOptions Accessible = new() { IgnoreInaccessible = true, AttributesToSkip = 0 };

    public static IEnumerable<FileInfo> Under(string folder) => Files(new DirectoryInfo(folder));

    /// <summary>What stands in a file; of a letter its addresses, subject and text, decoded. Nothing when it is gone or too large to be one of ours.</summary>
    public static async Task<string> ReadAsync(FileInfo file, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            if (file.Length > LargestFile) return "";
            if (file.Extension != ".eml") return await File.ReadAllTextAsync(file.FullName, cancel);
            var letter = await MimeMessage.LoadAsync(file.FullName, cancel);
            return $"{letter.To.ToString(encode: false)}\n{letter.Subject}\n{letter.TextBody}\n{letter.HtmlBody}";
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or FormatException)
        {
            // Collected, replaced or removed meanwhile.
            return "";
        }
    }

    private static IEnumerable<FileInfo> Files(DirectoryInfo folder)
    {
        // A database, which is searched as one: this installation's, or that of the tests beside it in a clone.
        if (File.Exists(Path.Combine(folder.FullName, "PG_VERSION"))) yield break;
        foreach (var file in folder.EnumerateFiles("*", Accessible)) yield return file;
        foreach (var file in folder.EnumerateDirectories("*", Accessible).Where(inner => inner.LinkTarget is null).SelectMany(Files)) yield return file;
    }
}
