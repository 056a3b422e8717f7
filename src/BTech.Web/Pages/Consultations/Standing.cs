using BTech.Agenda.Consultations;
using BTech.Agenda.Windows;

namespace BTech.Web.Pages.Consultations;

/// <summary>A consultation as it stands at one instant: the round that matters now, and what that round is.</summary>
/// <param name="Consultation">The consultation.</param>
/// <param name="Window">The round people want to know about first; nothing when there is none yet.</param>
/// <param name="State">What that round is.</param>
public sealed record Standing(Consultation Consultation, CommentWindow? Window, WindowState State)
{
    private static readonly WindowState[] MostWanted =
        [WindowState.Open, WindowState.Scheduled, WindowState.Announced, WindowState.Closed, WindowState.Sealed, WindowState.Reported];

    public static Standing At(Consultation consultation, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(consultation);
        var round = consultation.Windows
            .Where(window => window.Kind == RoundKind.Written || window.StateAt(now) == WindowState.Reported)
            .OrderBy(window => Array.IndexOf(MostWanted, window.StateAt(now))).ThenByDescending(window => window.Number)
            .FirstOrDefault();
        return new(consultation, round, round?.StateAt(now) ?? WindowState.Announced);
    }
}
