using BTech.Agenda;
using BTech.Agenda.Windows;
using BTech.Record.Verification;

namespace BTech.Web.Crossings.Verifying;

/// <summary>
/// Whether the records of this installation could be joined: every check that can run here. It opens no box, and says the same whether or not
/// anybody has written.
/// </summary>
public sealed class Verification(
    RecordChecks record, Crosslinks links, SharedValues values, Servers servers, KeyFiles keys, StrayTexts texts, KeptTooLong kept, HostSettings host, CommentWindows windows)
{
    /// <summary>Runs all checks, over one window or all of them.</summary>
    public async Task<IReadOnlyList<Verified>> RunAsync(Guid? windowId, CancellationToken cancel)
    {
        var names = (await windows.AllAsync(cancel)).Select(window => (Id: window.Id.ToString("D"), Name: new WindowName(window.Consultation.Slug, window.Number).ToString())).ToList();
        IReadOnlyList<Verified> all =
        [
            await links.LookAsync(cancel),
            await values.LookAsync(cancel),
            .. await record.RunAsync(windowId, cancel),
            .. await servers.LookAsync(cancel),
            await keys.LookAsync(windowId, cancel),
            await texts.LookAsync(windowId, cancel),
            await kept.LookAsync(windowId, cancel),
            host.Look(),
        ];
        return [.. all.Select(one => one with { Found = [.. one.Found.Select(Named)] })];

        // The Record side knows windows by their ids only.
        string Named(string found) =>
            names.Find(window => found.StartsWith(window.Id, StringComparison.Ordinal)) is { Id: { } id, Name: var name } ? name + found[id.Length..] : found;
    }

    /// <summary>The checks that are red here: while there are any, no window is opened.</summary>
    public async Task<IReadOnlyList<Verified>> RedAsync(CancellationToken cancel) =>
        [.. (await RunAsync(null, cancel)).Where(one => one.Verdict == Verdict.Red)];
}
