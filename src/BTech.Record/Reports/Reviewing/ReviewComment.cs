using BTech.Agenda;
using BTech.Record.Reports.Changes;

namespace BTech.Record.Reports.Reviewing;

/// <summary>
/// What somebody of the team remarks on a place of a draft, for the others. A remark is no edit: whoever clears may make one. Forgotten when the version is published, and with the
/// round's original texts, which it may repeat.
/// </summary>
public sealed class ReviewComment
{
    /// <summary>Longest text, in UTF-16 code units.</summary>
    public const int LongestText = 2_000;

    /// <summary>Most of one version.</summary>
    public const int Most = 500;

    /// <summary>Version 4 id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The report version.</summary>
    public required Guid ReportId { get; init; }

    /// <summary>Place among the comments on this version, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What it is about: one of the report's texts; nothing for the report as a whole.</summary>
    public WordingKind? Place { get; init; }

    /// <summary>Likewise, its id.</summary>
    public Guid? PlaceId { get; init; }

    /// <summary>What the text said when the comment was made, so that it can be understood once it is changed or gone.</summary>
    public string? Said { get; init; }

    /// <summary>Whose.</summary>
    public required StaffId WrittenBy { get; init; }

    /// <summary>The comment.</summary>
    public required string Text { get; init; }

    /// <summary>Who settled it; nothing while it is open.</summary>
    public StaffId? SettledBy { get; set; }

    /// <summary>Whether it is settled.</summary>
    public bool IsSettled => SettledBy is not null;
}
