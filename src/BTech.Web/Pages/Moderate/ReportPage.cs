using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Record.Reports;
using BTech.Team.Roles;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>What the pages of one report share: the report's newest version or the one that is asked for, its window, and what the reader may do with it.</summary>
public abstract class ReportPage(ReadersDesk desk, IStringLocalizer<Words.Moderate> words) : PageModel
{
    public SummaryReport Report { get; private set; } = null!;

    public CommentWindow Window { get; private set; } = null!;

    protected IStringLocalizer<Words.Moderate> Words { get; } = words;

    public bool IsModerator { get; private set; }

    public bool IsClearing { get; private set; }

    public bool MayEdit => IsModerator && Report.Status == ReportStatus.Draft;

    /// <summary>The language it is written in.</summary>
    public Language ReportLanguage => Language.Find(Report.Language) ?? Language.English;

    /// <summary>The names under which the host speaks in this report.</summary>
    public IReadOnlyCollection<string> HostLabels => ReportCheck.HostLabels(Window.Consultation, Report.Language);

    protected string Address => Url.Content(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"~/moderate/reports/{Report.Number}"));

    /// <summary>Opens a report, if it is there for whoever asks.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <param name="version">The version; nothing for the newest.</param>
    protected async Task<bool> OpenAsync(int number, CancellationToken cancel, int? version = null)
    {
        if (await desk.ReportAsync(User, number, version, cancel, StaffRole.Moderator, StaffRole.Clearance) is not { } found) return false;
        (Report, Window) = found;
        IsModerator = await desk.HoldsAsync(User, StaffRole.Moderator, Window.Id, cancel);
        IsClearing = await desk.HoldsAsync(User, StaffRole.Clearance, Window.Id, cancel);
        return true;
    }

    /// <summary>Says why a change was refused, beside the field.</summary>
    protected void Refuse(string field, DraftResult result) => ModelState.AddModelError(field, Words["Draft." + result]);

    /// <summary>Says why a step was refused.</summary>
    protected void Refuse(ClearanceResult result) => ModelState.AddModelError("", Words["Step." + result]);
}
