using BTech.Agenda.Consultations;
using BTech.Agenda.Windows;
using BTech.Web.Design;
using BTech.Web.Pages.Consultations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace BTech.Web.Pages;

/// <summary>All consultations: those that ask for comments now come first.</summary>
[AllowAnonymous]
[OutputCache(PolicyName = PublicPage.Policy)]
public sealed class IndexModel(ConsultationList consultations, TimeProvider clock) : PageModel
{
    private static readonly string[] Headings = ["Home.Open", "Home.Upcoming", "Home.Closed", "Home.Reported"];

    public IReadOnlyList<(string Heading, IReadOnlyList<Standing> Standings)> Sections { get; private set; } = [];

    public DateTimeOffset Now { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Now = clock.GetUtcNow();
        var standings = (await consultations.AllAsync(cancel)).Select(consultation => Standing.At(consultation, Now)).ToLookup(standing => standing.State switch
        {
            WindowState.Open => "Home.Open",
            WindowState.Announced or WindowState.Scheduled => "Home.Upcoming",
            WindowState.Closed or WindowState.Sealed => "Home.Closed",
            _ => "Home.Reported",
        });
        Sections =
        [
            .. Headings.Where(standings.Contains)
                .Select(heading => (heading, (IReadOnlyList<Standing>)[.. standings[heading].OrderBy(standing => standing.Window?.ClosesAt)])),
        ];
    }
}
