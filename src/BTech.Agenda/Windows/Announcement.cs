using BTech.Languages;

namespace BTech.Agenda.Windows;

/// <summary>
/// A notice to everybody invited to a window, written by staff and mailed by the People side's job:
/// the only thing that travels towards People, and it names no one.
/// </summary>
public sealed class Announcement
{
    /// <summary>Version 4 id, set by our code.</summary>
    public required Guid Id { get; init; }

    /// <summary>The window whose invited people are told.</summary>
    public required Guid WindowId { get; init; }

    /// <summary>Subject line.</summary>
    public required LocalizedText Subject { get; init; }

    /// <summary>The notice itself, plain text.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>When it is due to go out; to everybody at once.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Set by People's mail job once one mail per invited person is in the outbox.</summary>
    public bool IsTaken { get; set; }
}
