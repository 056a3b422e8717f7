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

    /// <summary>Whether the editors took the draft back while it was being read: then it has not been checked, although what was answered comes out.</summary>
    public bool StoppedEarly { get; set; }

    /// <summary>Why nobody is asked, or nobody further; for the team. Erased with the window's original texts.</summary>
    public string? Reason { get; set; }

    /// <summary>Who decided that nobody is asked: somebody who clears and edited nothing.</summary>
    public StaffId? LeftOutBy { get; set; }

    /// <summary>The last day on which somebody can answer.</summary>
    public DateOnly? LastDay => OutOn?.AddDays(-1);

    /// <summary>Whether it is over by the clock, though its answers are not out: for a minute or so, or because they cannot be opened.</summary>
    public bool IsOverdue(DateTimeOffset now) => State == DraftCheckState.Running && OutOn <= CheckDays.Today(now);
}
