using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Team.Roles;
using BTech.Web.Design;
using BTech.Web.Mail;
using Microsoft.AspNetCore.Mvc;

namespace BTech.Web.Pages.Admin.Windows;

/// <summary>The HTML of one mail in one language, as a document of its own: with the letter's styles, without any right on the site.</summary>
[DocumentPolicy]
public sealed class MailDocumentModel(CommentWindows windows, Assignments assignments, SpecimenLetters specimens, TimeProvider clock)
    : WindowPage(windows, assignments, clock)
{
    public async Task<IActionResult> OnGetAsync(string kind, string language, CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || Language.Find(language) is not { } spoken) return NotFound();
        if (!Enum.TryParse<MailKind>(kind, ignoreCase: true, out var chosen) || !Enum.IsDefined(chosen)) return NotFound();
        return Content(specimens.Of(chosen, Window, spoken).Html, "text/html; charset=utf-8");
    }
}
