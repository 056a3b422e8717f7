using BTech.Agenda;

namespace BTech.Team.TwoPersons;

/// <summary>The consent of two persons, given before anybody has written, that a window is sealed once its holding time is over.</summary>
public sealed class SealAuthorisation
{
    /// <summary>The window.</summary>
    public required Guid WindowId { get; init; }

    /// <summary>The first person's id.</summary>
    public required Guid FirstId { get; init; }

    /// <summary>The second person's id.</summary>
    public required Guid SecondId { get; init; }

    /// <summary>When they consented.</summary>
    public required DateTimeOffset GivenAt { get; init; }

    /// <summary>Which of the two has stopped it; nothing while it stands.</summary>
    public Guid? StoppedById { get; init; }

    /// <summary>When it was stopped.</summary>
    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>The first person.</summary>
    public StaffId First => new(FirstId);

    /// <summary>The second person.</summary>
    public StaffId Second => new(SecondId);

    /// <summary>Whether it stands.</summary>
    public bool Stands => StoppedById is null;
}
