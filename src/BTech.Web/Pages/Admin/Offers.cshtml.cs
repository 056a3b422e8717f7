using BTech.Agenda.Windows;
using BTech.People.Offers;
using BTech.Team.Roles;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin;

/// <summary>The offers of one round; nothing before the seal, when an offer would say who has been here.</summary>
public sealed record OfferedRound(CommentWindow Window, IReadOnlyList<AttributedOffer>? Offers);

/// <summary>Offers under the participants' own names, for the offers officer, in one batch after each seal.</summary>
public sealed class OffersModel(CommentWindows windows, Assignments assignments, OfferBook offers, TimeProvider clock, IStringLocalizer<Words.Admin> words) : PageModel
{
    public IReadOnlyList<OfferedRound> Rounds { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var rounds = new List<OfferedRound>();
        var now = clock.GetUtcNow();
        foreach (var window in await windows.AllAsync(cancel))
        {
            if (window.Kind != RoundKind.Written || !window.IsOpened) continue;
            if (!await assignments.HoldsAsync(User.StaffId(), StaffRole.Offers, window.Id, cancel)) continue;
            var isSealed = window.StateAt(now) is WindowState.Sealed or WindowState.Reported;
            rounds.Add(new OfferedRound(window, isSealed ? await offers.ForWindowAsync(window.Id, cancel) : null));
        }
        Rounds = rounds;
    }

    public IEnumerable<string> KindsOf(AttributedOffer offer) =>
        Enum.GetValues<OfferKinds>().Where(kind => kind != OfferKinds.None && offer.Offer.Kinds.HasFlag(kind)).Select(kind => words[$"Offer.{kind}"].Value);
}
