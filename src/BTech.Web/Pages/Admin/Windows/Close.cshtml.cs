using BTech.Agenda.Windows;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Team.TwoPersons;
using BTech.Web.Crossings;
using BTech.Web.Design;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Windows;

/// <summary>Two persons close an open window before its time, and tell everybody why.</summary>
public sealed class CloseModel(
    CommentWindows windows, Assignments assignments, SecondPerson secondPerson, WindowClosing closing, AuditTrail audit, TimeProvider clock,
    IStringLocalizer<Words.Admin> words)
    : TwoPersonsPage(windows, assignments, secondPerson, clock, words)
{
    private const int LongestNote = 600;

    private readonly InlineValidator<CloseModel> _validator = new()
    {
        page => page.NeedsEnglish(nameof(Note), p => p.Note, () => words["Close.NoteMissing"]),
        page => page.HoldsAtMost(LongestNote, nameof(Note), p => p.Note, () => words["Form.TooLong", LongestNote]),
    };

    [BindProperty]
    public Dictionary<string, string?> Note { get; set; } = LocalizedForm.Fields(null);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        if (State != WindowState.Open) ModelState.AddModelError("", Words["Close.NotOpen"]);
        if (!this.Validates(_validator)) return Page();
        if (await SignedAsync(cancel) is not { } both) return Page();
        if (!await closing.CloseEarlyAsync(Window.Id, both.First, both.Second, LocalizedForm.Text(Note), cancel))
        {
            ModelState.AddModelError("", Words["Close.NotOpen"]);
            return Page();
        }
        await audit.AddAsync(both.First, "window closed early, first person", Name.ToString(), cancel);
        await audit.AddAsync(both.Second, "window closed early, second person", Name.ToString(), cancel);
        return ToWindow();
    }
}
