using System.Buffers;
using BTech.Record.Verification;
using BTech.Web.Settings;

namespace BTech.Web.Crossings.Verifying;

/// <summary>Whether sealed texts lie in files that this installation has written outside the database: letters, logs, left-overs (invariant 7).</summary>
public sealed class StrayTexts(RecordChecks record, DataSettings data)
{
    private const int MostTexts = 2_000;
    private const int Beginning = 40;

    public async Task<Verified> LookAsync(Guid? windowId, CancellationToken cancel)
    {
        var texts = await record.BeginningsAsync(windowId, MostTexts, Beginning, cancel);
        if (texts.Count == 0) return Verified.RedIf("stray texts", [7], []);
        var needles = SearchValues.Create([.. texts], StringComparison.Ordinal);
        var found = new List<string>();
        foreach (var file in LooseFiles.Under(data.Directory))
            if ((await LooseFiles.ReadAsync(file, cancel)).AsSpan().ContainsAny(needles)) found.Add(file.FullName);
        return Verified.RedIf("stray texts", [7], found);
    }
}
