using BTech.Agenda.Windows;

namespace BTech.Web.Pages;

/// <summary>Where in a consultation's annex a submission stands: the same for ever, so that it can be cited.</summary>
public static class SubmissionAnchor
{
    /// <summary>The anchor without its sign: <c>round-3-submission-1</c>.</summary>
    public static string Of(CommentWindow window, int number)
    {
        ArgumentNullException.ThrowIfNull(window);
        return FormattableString.Invariant($"round-{window.Number}-submission-{number}");
    }
}
