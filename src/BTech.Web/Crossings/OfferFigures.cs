using BTech.Languages;
using BTech.People.Offers;
using BTech.Record.Disclosure;
using BTech.Record.Words;

namespace BTech.Web.Crossings;

/// <summary>
/// The door through which a report learns how many people made offers: one band for each kind, as text. No name, no group, no offer passes, and
/// nothing passes the other way; an offer does not depend on having written.
/// </summary>
public sealed class OfferFigures(OfferPipeline pipeline)
{
    /// <summary>What a report may say about the offers of a sealed window, in its language; nothing where no kind was offered by two people.</summary>
    /// <param name="windowId">The window.</param>
    /// <param name="language">The report's language.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<string?> SentenceAsync(Guid windowId, Language language, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(language);
        var told = (await pipeline.CountAsync(windowId, cancel))
            .Select(kind => (kind.Key, DisclosureControl.ForOffers(kind.Value).Band)).Where(kind => kind.Band != Band.None)
            .OrderBy(kind => kind.Key)
            .Select(kind => Phrases.In(language, "Offers." + kind.Key, Phrases.In(language, "Offers.Band." + kind.Band)))
            .ToList();
        return told is [] ? null : Phrases.In(language, "Offers.Sentence", told.Aggregate((left, right) => Phrases.In(language, "List.Clauses", left, right)));
    }
}
