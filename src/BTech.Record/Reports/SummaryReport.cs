using BTech.Agenda;

namespace BTech.Record.Reports;

/// <summary>
/// A Summary Report on one round. A published version never changes; a correction is a new version of the same number.
/// </summary>
public sealed class SummaryReport
{
    /// <summary>Version 4 id of this version.</summary>
    public required Guid Id { get; init; }

    /// <summary>The report's number in addresses (<c>/reports/1</c>), shared by all its versions.</summary>
    public required int Number { get; init; }

    /// <summary>1, 2, 3 …</summary>
    public required int Version { get; init; }

    /// <summary>The consultation.</summary>
    public required Guid ConsultationId { get; init; }

    /// <summary>The round reported on.</summary>
    public required Guid WindowId { get; init; }

    /// <summary>Whether it reports a meeting: its key points rest on numbered notes, and nothing is counted.</summary>
    public bool IsMeeting { get; init; }

    /// <summary>Language code of the text.</summary>
    public required string Language { get; init; }

    /// <summary>"Summary Report".</summary>
    public required string Title { get; set; }

    /// <summary>Project, ordinal of the consultation, date and place; inline text.</summary>
    public required string EventLine { get; set; }

    /// <summary>What this version corrects in the one before, for its readers; inline text. Nothing in a first version, nor in one that follows a withdrawn one; not shown any more once that one is withdrawn.</summary>
    public string? CorrectionNote { get; set; }

    /// <summary>Where it stands.</summary>
    public ReportStatus Status { get; set; }

    /// <summary>SHA-256 of the list of participants frozen in People for this version; the report keeps only this.</summary>
    public byte[]? ParticipantsHash { get; set; }

    /// <summary>Whether submissions on the record to the round stood published in their annex when this version was published: then it leads there.</summary>
    public bool HasAnnex { get; set; }

    /// <summary>The day on which it was published (UTC), for those who follow what is new; never the time of day. Nothing before.</summary>
    public DateOnly? PublishedOn { get; set; }

    /// <summary>Who cleared it: never one of its editors.</summary>
    public StaffId? ClearedBy { get; set; }

    /// <summary>What the clearing officer asked for when sending it back.</summary>
    public string? ReturnNote { get; set; }

    /// <summary>SHA-256 over everything the published version says.</summary>
    public byte[]? ContentHash { get; set; }

    /// <summary>Its sections in order.</summary>
    public List<Section> Sections { get; } = [];

    /// <summary>Its footnotes by number.</summary>
    public List<Footnote> Footnotes { get; } = [];
}
