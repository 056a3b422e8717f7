using BTech.Agenda.Windows;
using BTech.People.Offers;
using BTech.Web.Settings;
using BTech.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Offers;

/// <summary>Which offers are shown.</summary>
public enum OfferFilter
{
    /// <summary>All that are not closed.</summary>
    Open = 0,

    /// <summary>Those that the officer sees to, and that are not closed.</summary>
    Mine = 1,

    /// <summary>Those whose due day is over.</summary>
    Due = 2,

    /// <summary>Those that are closed.</summary>
    Closed = 3,

    /// <summary>Every one.</summary>
    All = 4,
}

/// <summary>The offers of one round; nothing before the seal.</summary>
public sealed record OfferedRound(CommentWindow Window, DateOnly Today, IReadOnlyList<FollowedOffer>? Offers, IReadOnlyList<FollowedOffer> Shown, IReadOnlyDictionary<Guid, string> Staff);

/// <summary>Offers under the participants' own names, for the offers officer, in one batch after each seal, with what is done about each.</summary>
public sealed class IndexModel(OfferDesk desk, OfferPipeline pipeline, LocalTime time, IStringLocalizer<Words.Offers> words) : PageModel
{
    public IReadOnlyList<OfferedRound> Rounds { get; private set; } = [];

    [BindProperty(SupportsGet = true)]
    public OfferFilter Show { get; set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        // What is not a filter shows what every visit begins with.
        if (!ModelState.IsValid || !Enum.IsDefined(Show)) Show = OfferFilter.Open;
        ModelState.Clear();
        var rounds = new List<OfferedRound>();
        foreach (var window in await desk.WindowsAsync(User, cancel))
        {
            var offers = desk.HasArrived(window) ? await pipeline.ForWindowAsync(window.Id, cancel) : null;
            var today = desk.Today(window);
            var (_, staff) = await desk.StaffAsync(window, cancel);
            rounds.Add(new OfferedRound(window, today, offers, [.. (offers ?? []).Where(offer => IsShown(offer, today)).OrderBy(offer => offer.FollowUp?.Due ?? DateOnly.MaxValue)], staff));
        }
        Rounds = rounds;
    }

    public string KindsOf(FollowedOffer offer) => OfferWords.Kinds(offer.Attributed.Offer.Kinds, words);

    public string? DueOf(FollowedOffer offer) => offer.FollowUp?.Due is { } due ? time.WriteDay(due) : null;

    public string OwnerOf(OfferedRound round, FollowedOffer offer) => OfferWords.Owner(offer.FollowUp, round.Staff, words);

    private bool IsShown(FollowedOffer offer, DateOnly today) => Show switch
    {
        OfferFilter.Mine => offer.Stage == OfferStage.InHand && offer.FollowUp!.OwnerId == User.StaffId().Value,
        OfferFilter.Due => offer.IsOverdue(today),
        OfferFilter.Closed => offer.Stage == OfferStage.Closed,
        OfferFilter.All => true,
        _ => offer.Stage != OfferStage.Closed,
    };
}
