namespace BTech.People.Offers;

/// <summary>A note of the project team's about an offer: what was agreed, who was spoken to.</summary>
public sealed class OfferNote
{
    /// <summary>Version 4 id, made with the form, so that a form sent twice is one note.</summary>
    public required Guid Id { get; init; }

    /// <summary>The offer.</summary>
    public required Guid OfferId { get; init; }

    /// <summary>The staff account of whoever wrote it.</summary>
    public required Guid AuthorId { get; init; }

    /// <summary>When it was written: always after the seal, by staff.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>At most <see cref="OfferPipeline.MostCharactersOfANote"/> characters.</summary>
    public required string Text { get; init; }
}
