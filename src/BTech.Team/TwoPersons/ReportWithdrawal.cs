namespace BTech.Team.TwoPersons;

/// <summary>A version of a report that one person took offline, until a second one has confirmed that it was right.</summary>
public sealed class ReportWithdrawal
{
    /// <summary>How long the second person has.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromHours(24);

    /// <summary>The report's number.</summary>
    public required int ReportNumber { get; init; }

    /// <summary>The version.</summary>
    public required int Version { get; init; }

    /// <summary>The round that it reports.</summary>
    public required Guid WindowId { get; init; }

    /// <summary>Who took it offline.</summary>
    public required Guid WithdrawnById { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset WithdrawnAt { get; init; }

    /// <summary>Who confirmed it; nothing while nobody has.</summary>
    public Guid? ConfirmedById { get; init; }

    /// <summary>When it was confirmed.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>Until when the second person confirms.</summary>
    public DateTimeOffset DueAt => WithdrawnAt + Limit;

    /// <summary>Whether a second person has confirmed it.</summary>
    public bool IsConfirmed => ConfirmedById is not null;

    /// <summary>Whether the second person is late.</summary>
    public bool IsOverdue(DateTimeOffset now) => !IsConfirmed && now > DueAt;
}
