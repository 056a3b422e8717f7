using BTech.Agenda;
using BTech.Agenda.Windows;
using BTech.Record.Boxes;

namespace BTech.Web.Crossings;

/// <summary>Rounds in which people can write, or soon will, and whose keys are gone. It opens nothing and says nothing of any box.</summary>
public sealed class LostKeys(CommentWindows windows, KeyRing keys, TimeProvider clock)
{
    /// <summary>Their names; none where all is well.</summary>
    public async Task<IReadOnlyList<WindowName>> FindAsync(CancellationToken cancel)
    {
        var lost = new List<WindowName>();
        foreach (var window in (await windows.AllAsync(cancel)).Where(window => window is { Kind: RoundKind.Written, IsOpened: true, IsRehearsal: false } && window.StateAt(clock.GetUtcNow()) < WindowState.Closed))
            if (await keys.FindAsync(window.Id, cancel) != KeysFound.All) lost.Add(new WindowName(window.Consultation.Slug, window.Number));
        return lost;
    }
}
