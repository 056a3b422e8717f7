namespace BTech.Record.Disclosure;

/// <summary>
/// Which phrases a key point may use now that its window is frozen and nobody can be counted any more: those that held at the freeze.
/// The numbers behind them are gone.
/// </summary>
internal sealed class FinalWording
{
    private const char Between = ' ';

    /// <summary>The key point.</summary>
    public required Guid KeyPointId { get; init; }

    /// <summary>Keys of rungs of the attribution ladder, divided by spaces.</summary>
    public required string Rungs { get; init; }

    public static FinalWording Of(Guid keyPointId, Backing backing) =>
        new() { KeyPointId = keyPointId, Rungs = string.Join(Between, AttributionLadder.Offered(backing).Select(rung => rung.Key)) };

    public IReadOnlySet<string> Keys() => Rungs.Split(Between, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}
