using BTech.Agenda.Consultations;
using BTech.Agenda.Windows;
using BTech.Web.Design;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace BTech.Web.Pages.About;

/// <summary>What helps people to whom taking part is a risk, whom to reach in danger, and what nobody can protect them from.</summary>
[AllowAnonymous]
[OutputCache(PolicyName = PublicPage.Policy)]
public sealed class SafetyModel(ConsultationList consultations, TimeProvider clock) : PageModel
{
    /// <summary>The consultations in which people can write now or whose comments nobody has read yet.</summary>
    public IReadOnlyList<Consultation> Underway { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Underway =
    [
        .. (await consultations.AllAsync(cancel)).Where(consultation => !consultation.UrgentContact.IsEmpty
            && consultation.Windows.Exists(window => window is { Kind: RoundKind.Written, IsOpened: true } && window.StateAt(clock.GetUtcNow()) is WindowState.Open or WindowState.Closed)),
    ];
}
