using System.Buffers;
using BTech.Record.Verification;
using BTech.Web.Settings;
using MimeKit;

namespace BTech.Web.Crossings.Verifying;

/// <summary>Whether sealed texts lie in files that this installation has written outside the database: letters, logs, left-overs (invariant 7).</summary>
public sealed class StrayTexts(RecordChecks record, DataSettings data)
{
    private const int MostTexts = 2_000;
    private const int Beginning = 40;
    private const long LargestFile = 64L * 1024 * 1024;

    private static readonly EnumerationOptions Accessible = new() { IgnoreInaccessible = true, AttributesToSkip = 0 };

    public async Task<Verified> LookAsync(Guid? windowId, CancellationToken cancel)
    {
        var texts = await record.BeginningsAsync(windowId, MostTexts, Beginning, cancel);
        if (texts.Count == 0) return Verified.RedIf("stray texts", [7], []);
        var needles = SearchValues.Create([.. texts], StringComparison.Ordinal);
        var found = new List<string>();
        foreach (var file in Files(new DirectoryInfo(data.Directory)))
            if ((await ReadAsync(file, cancel)).AsSpan().ContainsAny(needles)) found.Add(file.FullName);
        return Verified.RedIf("stray texts", [7], found);
    }

    private static IEnumerable<FileInfo> Files(DirectoryInfo folder)
    {
        // A database, which is where sealed texts belong: this installation's, or that of the tests beside it in a clone.
        if (File.Exists(Path.Combine(folder.FullName, "PG_VERSION"))) yield break;
        foreach (var file in folder.EnumerateFiles("*", Accessible)) yield return file;
        foreach (var file in folder.EnumerateDirectories("*", Accessible).Where(inner => inner.LinkTarget is null).SelectMany(Files)) yield return file;
    }

    private static async Task<string> ReadAsync(FileInfo file, CancellationToken cancel)
    {
        try
        {
            if (file.Length > LargestFile) return "";
            if (file.Extension != ".eml") return await File.ReadAllTextAsync(file.FullName, cancel);
            var letter = await MimeMessage.LoadAsync(file.FullName, cancel);
            return $"{letter.Subject}\n{letter.TextBody}\n{letter.HtmlBody}";
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or FormatException)
        {
            // Collected, replaced or removed meanwhile.
            return "";
        }
    }
}
