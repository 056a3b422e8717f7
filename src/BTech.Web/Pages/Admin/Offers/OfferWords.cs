using BTech.People.Offers;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Offers;

/// <summary>How the officer's pages name kinds and owners.</summary>
internal static class OfferWords
{
    public static string Kinds(OfferKinds kinds, IStringLocalizer<Words.Offers> words) => string.Join(" · ", kinds.Parts().Select(kind => words[$"Kind.{kind}"].Value));

    public static string Owner(OfferFollowUp? followUp, IReadOnlyDictionary<Guid, string> staff, IStringLocalizer<Words.Offers> words) =>
        followUp is null ? words["NoOwner"] : Name(followUp.OwnerId, staff, words);

    public static string Name(Guid id, IReadOnlyDictionary<Guid, string> staff, IStringLocalizer<Words.Offers> words) =>
        staff.TryGetValue(id, out var name) ? name : words["Owner.Gone"];
}
