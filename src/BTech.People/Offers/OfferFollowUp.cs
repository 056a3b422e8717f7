namespace BTech.People.Offers;

/// <summary>
/// What the project team does about one offer. There is none until somebody takes the offer up; when the offer is taken back or erased it goes
/// with it.
/// </summary>
public sealed class OfferFollowUp
{
    /// <summary>The offer.</summary>
    public required Guid OfferId { get; init; }

    /// <summary>The staff account of whoever sees to it.</summary>
    public required Guid OwnerId { get; set; }

    /// <summary>What is to be done next, at most <see cref="OfferPipeline.MostCharactersOfAStep"/> characters.</summary>
    public required string NextStep { get; set; }

    /// <summary>The day by which it is to be done, in the window's zone; nothing for no particular day.</summary>
    public DateOnly? Due { get; set; }

    /// <summary>How it ended; nothing while it is in hand.</summary>
    public OfferOutcome? Outcome { get; set; }

    /// <summary>The due day of which the owner was last reminded, so that each day is reminded of once.</summary>
    public DateOnly? RemindedOf { get; set; }

    /// <summary>1, and one more with every change by an officer, so that two do not overwrite each other.</summary>
    public required int Version { get; init; }
}
