using BTech.Agenda;

namespace BTech.Record.DraftChecks;

/// <summary>
/// The participants' check of one version of a report: between clearance and publication everybody invited may read the draft and say of a sentence that
/// they could be recognised by it. One code for all, so that no code stands for anybody; it opens nothing but a draft that the team reads too.
/// </summary>
public sealed class DraftCheck
{
    /// <summary>The version.</summary>
    public required Guid ReportId { get; init; }

    /// <summary>Where it stands.</summary>
    public required DraftCheckState State { get; set; }

    /// <summary>The code that everybody gets, as it is written; nothing where nobody is asked.</summary>
    public string? Code { get; init; }

    /// <summary>The day from whose beginning in UTC on nobody can answer any more and the answers are out; nothing where nobody is asked.</summary>
    public DateOnly? OutOn { get; init; }

    /// <summary>Why nobody is asked; for the team.</summary>
    public string? Reason { get; init; }

    /// <summary>Who decided that nobody is asked: somebody who clears and edited nothing.</summary>
    public StaffId? LeftOutBy { get; init; }

    /// <summary>The last day on which somebody can answer.</summary>
    public DateOnly? LastDay => OutOn?.AddDays(-1);
}
