using BTech.Record.Disclosure;

namespace BTech.Record.Inputs;

/// <summary>How far the team has come with one focus area of a sealed window; for the team only. What is set aside is in no other number.</summary>
/// <param name="FocusAreaNumber">The focus area; nothing for overall comments.</param>
/// <param name="Inputs">All that are not set aside.</param>
/// <param name="Unread">Those without a decision.</param>
/// <param name="Kept">Those kept.</param>
/// <param name="Masked">Those with a masked passage.</param>
/// <param name="SetAside">Those set aside.</param>
/// <param name="Uncoded">Those without a theme.</param>
/// <param name="CodedOnce">Those coded by one person.</param>
/// <param name="CodedTwice">Those coded by two or more.</param>
public sealed record CoveredArea(
    int? FocusAreaNumber, TeamCount Inputs, TeamCount Unread, TeamCount Kept, TeamCount Masked, TeamCount SetAside, TeamCount Uncoded, TeamCount CodedOnce, TeamCount CodedTwice)
{
    /// <summary>Whether nothing is left to read and to code.</summary>
    public bool IsDone => Unread.Number == 0 && Uncoded.Number == 0;
}
