using System.Globalization;
using BTech.Agenda.Comparing;
using BTech.Agenda.Windows;
using BTech.Record.Coding;
using BTech.Team.Roles;
using BTech.Web.Design;
using BTech.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>The versions of the code book: what each changed, what lies between any two, and what was ever said of one theme, to be brought back.</summary>
public sealed class ThemesHistoryModel(ReadersDesk desk, CodeBook codeBook, CodeBookHistory history, IStringLocalizer<CodeBooks> words, IStringLocalizer<Words.Moderate> terms) : PageModel
{
    private const int PageLength = 20;

    /// <summary>Of one version no more themes are listed: taking over a file may concern a thousand.</summary>
    public const int MostSteps = 50;

    public CommentWindow Window { get; private set; } = null!;

    /// <summary>The version that the list has now.</summary>
    public int Current { get; private set; }

    public IReadOnlyList<BookVersion> Versions { get; private set; } = [];

    /// <summary>What lies between the two versions asked for; nothing while none are.</summary>
    public IReadOnlyList<ThemeStep>? Between { get; private set; }

    /// <summary>The theme whose wordings are shown, if it is in the list.</summary>
    public Theme? Theme { get; private set; }

    /// <summary>What was ever said of it, the newest first.</summary>
    public IReadOnlyList<ThemeChange> Wordings { get; private set; } = [];

    /// <summary>Page of the versions, from 1; what cannot be read is the first.</summary>
    [BindProperty(SupportsGet = true, Name = "at")]
    public string? Asked { get; set; }

    public int At { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    [BindProperty(SupportsGet = true, Name = "from")]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "to")]
    public string? To { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, int number, Guid? theme, CancellationToken cancel) =>
        await OpenAsync(slug, number, cancel) ? await ShowAsync(theme, cancel) : NotFound();

    /// <summary>Brings back what a theme was called and what was said of it.</summary>
    [Audited("earlier wording of a theme brought back")]
    public async Task<IActionResult> OnPostRestoreAsync(string slug, int number, Guid theme, int version, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, number, cancel)) return NotFound();
        ModelState.Clear();
        var here = Url.Content($"~/moderate/windows/{slug}/{number}/themes/history") + $"?theme={theme:D}";
        var result = await codeBook.RestoreAsync(Window.ConsultationId, theme, version, cancel);
        if (result is CodingResult.NotThere) return new NothingDone(Url.Content($"~/moderate/windows/{slug}/{number}/themes/history"));
        if (result is CodingResult.Done) return Redirect(here);
        if (result is CodingResult.Same) return new NothingDone(here);
        ModelState.AddModelError("restore", terms["Themes.NameTaken"]);
        return await ShowAsync(theme, cancel);
    }

    /// <summary>What became of a theme, in words.</summary>
    public IEnumerable<string> Said(ThemeStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        switch (step.Act)
        {
            case BookAct.Merged or BookAct.MergeTakenBack or BookAct.SplitOff or BookAct.SplitTakenBack or BookAct.Deleted or BookAct.Added or BookAct.Restored:
                yield return words[$"Act.{step.Act}", step.Other ?? words["Act.Gone"].Value];
                break;
            case null when step.Before is null:
                yield return words["Act.Added"];
                break;
            case null when step.After is null:
                yield return words["Step.Gone"];
                break;
        }
        if (step.IsRenamed) yield return words["Step.Renamed", step.Before!.Name!];
        if (step.IsDefinedAnew) yield return words["Step.Defined"];
        if (step.IsMoved) yield return step.BroaderAfter is { } broader ? words["Step.Moved", broader] : words["Step.MovedUp"];
    }

    /// <summary>The texts of a theme that differ, with what differs.</summary>
    public IEnumerable<(string Label, IReadOnlyList<WordRun> Runs)> Differences(ThemeStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (step.Before is not { } before || step.After is not { } after) return [];
        return new[]
        {
            ("Definition", before.Definition, after.Definition), ("WhenToUse", before.WhenToUse, after.WhenToUse), ("WhenNot", before.WhenNot, after.WhenNot), ("Example", before.Example, after.Example),
        }.Where(part => part.Item2 != part.Item3).Select(part => (words[part.Item1].Value, WordChanges.Between(part.Item2 ?? "", part.Item3 ?? "")));
    }

    private async Task<IActionResult> ShowAsync(Guid? theme, CancellationToken cancel)
    {
        Pages = Math.Max(1, (Current + PageLength - 1) / PageLength);
        At = int.TryParse(Asked, out var asked) ? Math.Clamp(asked, 1, Pages) : 1;
        Versions = await history.ListAsync(Window.ConsultationId, Current - ((At - 1) * PageLength), PageLength, cancel);
        if (theme is { } id)
        {
            Theme = (await codeBook.NamesAsync(Window.ConsultationId, cancel)).FirstOrDefault(one => one.Id == id);
            Wordings = await history.OfThemeAsync(Window.ConsultationId, id, cancel);
        }
        if (From is not null || To is not null)
        {
            var (from, to) = (VersionIn(nameof(From), From), VersionIn(nameof(To), To));
            if (!ModelState.IsValid)
            {
                Response.StatusCode = StatusCodes.Status400BadRequest;
                return Page();
            }
            Between = await history.CompareAsync(Window.ConsultationId, from, to, cancel);
        }
        else (From, To) = (Math.Max(0, Current - 1).ToString(CultureInfo.InvariantCulture), Current.ToString(CultureInfo.InvariantCulture));
        return Page();
    }

    private int VersionIn(string field, string? typed)
    {
        if (int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version <= Current) return version;
        ModelState.AddModelError(field, words["Compare.Wrong", Current]);
        return 0;
    }

    private async Task<bool> OpenAsync(string slug, int number, CancellationToken cancel)
    {
        if (await desk.WindowAsync(User, slug, number, cancel, StaffRole.Moderator) is not { } window) return false;
        (Window, Current) = (window, await history.VersionAsync(window.ConsultationId, cancel));
        return true;
    }
}
