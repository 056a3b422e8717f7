using BTech.Agenda.Windows;
using BTech.Record.Imports;
using BTech.Team.Roles;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>What came by other channels after the seal: where from, how many texts, and the way to take a whole import back.</summary>
public sealed class ImportsModel(ReadersDesk desk, ImportBook imports, IStringLocalizer<Words.Imports> words) : PageModel
{
    public CommentWindow Window { get; private set; } = null!;

    public IReadOnlyList<ListedImport> Listed { get; private set; } = [];

    /// <summary>The import that was added just now.</summary>
    [FromQuery(Name = "added")]
    public Guid? AddedId { get; set; }

    /// <summary>Whether it had been added before and was sent once more.</summary>
    [FromQuery(Name = "again")]
    public bool IsAgain { get; set; }

    /// <summary>Whether one was taken back just now.</summary>
    [FromQuery(Name = "back")]
    public bool IsBack { get; set; }

    public ListedImport? Added => Listed.FirstOrDefault(listed => listed.Import.Id == AddedId);

    public async Task<IActionResult> OnGetAsync(string slug, int number, CancellationToken cancel) =>
        await OpenAsync(slug, number, cancel) ? await ShowAsync(cancel) : NotFound();

    [Audited("texts from another channel taken back")]
    public async Task<IActionResult> OnPostTakeBackAsync(string slug, int number, Guid import, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, number, cancel)) return NotFound();
        switch (await imports.TakeBackAsync(Window.Id, import, cancel))
        {
            case ImportResult.Done: return RedirectToPage(new { slug, number, back = true });
            case ImportResult.BuiltUpon: ModelState.AddModelError("", words["BuiltUpon"]); break;
            case ImportResult.Busy: ModelState.AddModelError("", words["Busy"]); break;
            default: return new NothingDone(Url.Page("/Moderate/Imports", new { slug, number })!);
        }
        return await ShowAsync(cancel);
    }

    private async Task<bool> OpenAsync(string slug, int number, CancellationToken cancel)
    {
        if (await desk.WindowAsync(User, slug, number, cancel, StaffRole.Moderator) is not { Kind: RoundKind.Written } window) return false;
        Window = window;
        return true;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Listed = await imports.ListAsync(Window.Id, cancel);
        return Page();
    }
}
