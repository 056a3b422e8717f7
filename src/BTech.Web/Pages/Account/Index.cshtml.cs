using BTech.Team.Roles;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BTech.Web.Pages.Account;

/// <summary>Where somebody who has just signed in can go.</summary>
public sealed class IndexModel : PageModel
{
    public string? Email => User.Identity?.Name;

    public bool IsAdministrator => Holds(StaffRole.Administrator);

    public bool IsModeration => Holds(StaffRole.Moderator) || Holds(StaffRole.Clearance);

    public bool IsOffers => Holds(StaffRole.Offers);

    public bool HasRole => IsAdministrator || IsModeration || IsOffers;

    private bool Holds(StaffRole role) => User.IsInRole(role.ToString());
}
