namespace BTech.Adversary.Tests.Scenarios;

/// <summary>One visit of one person and what they do on it.</summary>
internal sealed record PlannedVisit(int Person, TimeSpan At)
{
    public bool Enters { get; init; } = true;

    public bool Writes { get; init; }

    public bool Sends { get; init; }

    public bool Withdraws { get; init; }

    public bool Offers { get; init; }

    public bool Agrees { get; init; }

    public bool SpeaksOnRecord { get; init; }
}
