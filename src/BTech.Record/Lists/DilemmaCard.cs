using BTech.Agenda;

namespace BTech.Record.Lists;

/// <summary>
/// A dilemma as the team would table it: in the team's words, without attribution, confidential until it is released with a reason. The card hangs
/// on the input it was made from and goes with it.
/// </summary>
public sealed class DilemmaCard
{
    /// <summary>Longest part of a card, in characters.</summary>
    public const int LongestPart = 2_000;

    /// <summary>Longest kind of host, longest reason.</summary>
    public const int LongestLine = 300;

    /// <summary>The input.</summary>
    public required Guid InputId { get; init; }

    /// <summary>What happens.</summary>
    public required string Situation { get; set; }

    /// <summary>What pulls against what.</summary>
    public required string Tension { get; set; }

    /// <summary>What would help.</summary>
    public required string WouldHelp { get; set; }

    /// <summary>Who could table it, as a kind ("a company with a marketplace"), never a person or an organisation.</summary>
    public required string TabledBy { get; set; }

    /// <summary>Whether others than the team may see it.</summary>
    public bool IsReleased { get; set; }

    /// <summary>Why it was released.</summary>
    public string? ReleaseReason { get; set; }

    /// <summary>Who wrote it last.</summary>
    public required StaffId WrittenBy { get; set; }
}
