using BTech.Agenda.Windows;
using BTech.Record.Verification;
using BTech.Web.Crossings.Erasing;

namespace BTech.Web.Crossings.Verifying;

/// <summary>Whether anything is still kept whose promised day is over: the job that erases stands still, or others hold the tables for a day.</summary>
public sealed class KeptTooLong(CommentWindows windows, WindowErasing erasing)
{
    public async Task<Verified> LookAsync(Guid? windowId, CancellationToken cancel)
    {
        var found = new List<string>();
        foreach (var window in (await windows.AllAsync(cancel)).Where(one => one is { Kind: RoundKind.Written, IsRehearsal: false } && (windowId is null || one.Id == windowId)))
            found.AddRange((await erasing.OverdueAsync(window, cancel)).Select(kind => $"{window.Id:D}: {kind}"));
        return Verified.RedIf("retention", [], found);
    }
}
