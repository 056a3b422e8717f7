using BTech.Agenda;

namespace BTech.Record.Exports;

/// <summary>What two persons have agreed to take out of a sealed window.</summary>
/// <param name="WindowId">The window.</param>
/// <param name="ConsultationId">The consultation, whose code book goes along.</param>
/// <param name="Format">The file's ending.</param>
/// <param name="Reason">What it is for.</param>
/// <param name="DeleteBy">The last day on which a copy may exist.</param>
/// <param name="NamesGroups">Whether groups are asked for.</param>
/// <param name="NamesLanguages">Whether languages are asked for.</param>
public sealed record ExportOrder(Guid WindowId, Guid ConsultationId, string Format, string Reason, DateOnly DeleteBy, bool NamesGroups, bool NamesLanguages)
{
    /// <summary>Longest reason in characters.</summary>
    public const int LongestReason = 500;

    /// <summary>Most days that a copy may be kept.</summary>
    public const int LongestDays = 365;

    /// <summary>Whether a day is one on which a copy made today may have to be deleted at the latest: from tomorrow on, within a year.</summary>
    public static bool IsDeleteBy(DateOnly day, DateOnly today) => day > today && day <= today.AddDays(LongestDays);
}
