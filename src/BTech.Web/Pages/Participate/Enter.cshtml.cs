using BTech.Web.Crossings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Participate;

/// <summary>For those who hold a printed code: type it here. The code and a personal link's last part are the same thing.</summary>
[IgnoreAntiforgeryToken] // EntryForm stands in for it: looking must set no cookie.
public sealed class EnterModel(Entrance entrance, EntryForm form, PassphraseThrottle throttle, IStringLocalizer<Words.Participate> words)
    : EntryPage(entrance, form, throttle, words)
{
    private readonly Entrance _entrance = entrance;
    private readonly IStringLocalizer<Words.Participate> _words = words;

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Whether a code was typed that does not work.</summary>
    public bool DoesNotWork { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!IsOurs) return Refuse("Enter.Again");
        if (string.IsNullOrWhiteSpace(Code)) return Refuse("Enter.CodeMissing");
        if (await _entrance.FindAsync(Code, cancel) is { Invitation.IsLive: true } found)
            return await EnterAsync(found.Invitation.Id, found.Window, cancel) ?? Page();
        DoesNotWork = true;
        ModelState.AddModelError(nameof(Code), _words["DoesNotWork.Title"]);
        var page = Page();
        page.StatusCode = StatusCodes.Status404NotFound;
        return page;
    }

    private PageResult Refuse(string reason)
    {
        ModelState.AddModelError(nameof(Code), _words[reason]);
        return Page();
    }
}
