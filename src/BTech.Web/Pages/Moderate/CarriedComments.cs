using BTech.Agenda.Comparing;
using BTech.Agenda.Papers;
using BTech.Agenda.Windows;

namespace BTech.Web.Pages.Moderate;

/// <summary>Where the comments of a sealed round stand in the newest version of the paper.</summary>
public sealed class CarriedComments(ScopingPapers papers, PaperChanges changes)
{
    /// <summary>The round's version compared with the newest one, and whether that is the very next; nothing while there is no newer one, or the round has no paper.</summary>
    public async Task<(PaperComparison Comparison, bool IsNext)?> FindAsync(CommentWindow window, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(window);
        if (window.PaperVersionId is not { } id || await papers.FindAsync(id, cancel) is not { } paper) return null;
        var newer = (await papers.NumbersAsync(paper.ConsultationId, cancel)).Where(number => number > paper.Number).ToList();
        if (newer.Count == 0 || await changes.FindAsync(paper.ConsultationId, paper.Number, newer[^1], cancel) is not { } comparison) return null;
        return (comparison, newer.Count == 1);
    }
}
