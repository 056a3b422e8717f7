using BTech.Agenda.Windows;
using BTech.Documents.CodeBooks;
using BTech.Record.Coding;
using BTech.Team.Roles;
using BTech.Web.Design;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>Takes over the themes of a file, as a whole or not at all. It is read in memory and stored nowhere.</summary>
[LargestForm(CodeBookFile.Largest + (64 * 1024))]
public sealed class ThemesImportModel(ReadersDesk desk, CodeBook codeBook, IStringLocalizer<Words.CodeBooks> words) : PageModel
{
    public CommentWindow Window { get; private set; } = null!;

    [BindProperty]
    public IFormFile? Book { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, int number, CancellationToken cancel) =>
        await OpenAsync(slug, number, cancel) ? Page() : NotFound();

    [Audited("themes taken over from a file")]
    public async Task<IActionResult> OnPostAsync(string slug, int number, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, number, cancel)) return NotFound();
        if (Book is not { Length: > 0 }) return Refused(words["Import.Missing"]);
        if (Book.Length > CodeBookFile.Largest) return Refused(words["Import.Large", CodeBookFile.Largest / 1024 / 1024]);
        var reading = CodeBookFile.Read(await Book.BytesAsync(cancel));
        if (reading.Fault is { } fault)
        {
            string reason = words[$"Fault.{fault}"];
            return Refused(reading.Place == 0 ? words["Import.Whole", reason] : words["Import.Row", reading.Place, reason]);
        }
        return await codeBook.TakeOverAsync(Window.ConsultationId, reading.Themes, cancel) switch
        {
            CodingResult.Done => RedirectToPage("/Moderate/Themes", new { slug, number }),
            CodingResult.Circle => Refused(words["Import.Whole", words["Import.Circle"]]),
            CodingResult.TooMany => Refused(words["Import.Whole", words["TooMany", CodeBook.MostThemes]]),
            _ => Refused(words["Import.Whole", words["Import.UnknownBroader"]]),
        };
    }

    private PageResult Refused(string reason)
    {
        ModelState.AddModelError(nameof(Book), reason);
        return Page();
    }

    private async Task<bool> OpenAsync(string slug, int number, CancellationToken cancel)
    {
        if (await desk.WindowAsync(User, slug, number, cancel, StaffRole.Moderator) is not { } window) return false;
        Window = window;
        return true;
    }
}
