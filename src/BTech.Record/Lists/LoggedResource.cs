using BTech.Agenda;

namespace BTech.Record.Lists;

/// <summary>What the team noted on an example or a resource that somebody gave. The line hangs on the input and goes with it.</summary>
public sealed class LoggedResource
{
    /// <summary>Longest note, longest place where it was used, in characters.</summary>
    public const int LongestNote = 2_000;

    /// <summary>Longest line for the annex.</summary>
    public const int LongestAnnexLine = 1_000;

    /// <summary>The input.</summary>
    public required Guid InputId { get; init; }

    /// <summary>How far the team is.</summary>
    public required ResourceStatus Status { get; set; }

    /// <summary>Where it was used.</summary>
    public string? UsedIn { get; set; }

    /// <summary>The team's own note.</summary>
    public string? Note { get; set; }

    /// <summary>Whether it stands in the annex.</summary>
    public bool IsInAnnex { get; set; }

    /// <summary>How it stands there, in the team's words: never a word of whoever gave it.</summary>
    public string? AnnexLine { get; set; }

    /// <summary>Who noted it last.</summary>
    public required StaffId NotedBy { get; set; }
}
