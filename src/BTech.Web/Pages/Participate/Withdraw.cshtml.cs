using BTech.Record.Boxes;
using BTech.Web.Crossings;
using Microsoft.AspNetCore.Mvc;

namespace BTech.Web.Pages.Participate;

/// <summary>Withdrawing what was sent, in two steps: this page asks, its button does it. Possible until the seal.</summary>
public sealed class WithdrawModel(Entrance entrance, Boxes boxes) : ParticipantPage(entrance)
{
    protected override bool IsForWriting => false;

    public IActionResult OnGet() => Visit.Content is { HasSomethingToSeal: true } ? Page() : Redirect(Url.Content("~/participate"));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Visit.Author is not { } author) return Over();
        var result = await boxes.WithdrawAsync(author, cancel);
        return result.Status switch
        {
            SaveStatus.Saved => Redirect(Url.Content("~/participate")),
            var status => NotKept(status),
        };
    }
}
