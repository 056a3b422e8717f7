using BTech.Agenda.Windows;
using BTech.Record.Inputs;

namespace BTech.Web.Jobs;

/// <summary>
/// Makes what inputs are found by as soon as a round is sealed, and anew after retention has emptied it, so that nobody's first search in a large round
/// has to wait for it. Where nothing is missing it takes one look a round.
/// </summary>
public sealed class SearchTextJob(CommentWindows windows, SearchTexts texts) : IJob
{
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task RunDueAsync(CancellationToken cancel)
    {
        foreach (var window in (await windows.AllAsync(cancel)).Where(window => window is { IsSealed: true, Kind: RoundKind.Written }))
            await texts.PrepareAsync(window.Id, cancel);
    }
}
