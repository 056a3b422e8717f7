namespace BTech.People.Listing;

/// <summary>One line of a published list of participants.</summary>
/// <param name="GroupLabel">The group under which it stands.</param>
/// <param name="Honorific">Honorific, when the person is named and has one.</param>
/// <param name="Name">Name; nothing when only the organisation is listed.</param>
/// <param name="Role">Role; nothing when only the organisation is listed.</param>
/// <param name="Organisation">Organisation; nothing for somebody in a personal capacity.</param>
public sealed record ListedLine(string GroupLabel, string? Honorific, string? Name, string? Role, string? Organisation);

/// <summary>A line as frozen for one version of one report. Holds text, no id of a person: a later change of mind changes later versions only.</summary>
internal sealed class FrozenLine
{
    public required int ReportNumber { get; init; }

    public required int Version { get; init; }

    public required int Order { get; init; }

    public required string GroupLabel { get; init; }

    public string? Honorific { get; init; }

    public string? Name { get; init; }

    public string? Role { get; init; }

    public string? Organisation { get; init; }
}
