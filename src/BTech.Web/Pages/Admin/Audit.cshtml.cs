using BTech.Agenda;
using BTech.Agenda.Windows;
using BTech.Team.Accounts;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BTech.Web.Pages.Admin;

/// <summary>What staff did, in order, and whether the chain still holds.</summary>
public sealed class AuditModel(AuditTrail audit, StaffAccounts accounts, Assignments assignments, CommentWindows windows) : PageModel
{
    /// <summary>Stands for the command line and the clock in the address; no account has it.</summary>
    public const string Nobody = "-";

    private const int OnePage = 50;

    private Dictionary<string, string> _windows = [];

    /// <summary>Address of the one who acted; <see cref="Nobody"/> for the command line and the clock.</summary>
    [FromQuery(Name = "who")]
    public string? Who { get; set; }

    /// <summary>Words in what was done or to what.</summary>
    [FromQuery(Name = "about")]
    public string? About { get; set; }

    /// <summary>First day, UTC.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; set; }

    /// <summary>Last day, UTC.</summary>
    [FromQuery(Name = "to")]
    public string? To { get; set; }

    /// <summary>Everybody who has an account.</summary>
    public IReadOnlyList<string> People { get; private set; } = [];

    /// <summary>How many lines were found.</summary>
    public long Found { get; private set; }

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Who) || !string.IsNullOrWhiteSpace(About) || Day(From) is not null || Day(To) is not null;

    public IReadOnlyList<AuditLine> Entries { get; private set; } = [];

    public long? Broken { get; private set; }

    public long Lines { get; private set; }

    public string Head { get; private set; } = "";

    public int Number { get; private set; } = 1;

    public int Pages => (int)((Found + OnePage - 1) / OnePage);

    public async Task<IActionResult> OnGetAsync([FromQuery] string? page, CancellationToken cancel)
    {
        if (!await assignments.HoldsEverywhereAsync(User.StaffId(), StaffRole.Administrator, cancel)) return NotFound();
        (Lines, Head) = await audit.HeadAsync(cancel);
        People = [.. (await accounts.AllAsync(cancel)).Select(member => member.Email).Order(StringComparer.OrdinalIgnoreCase)];
        _windows = (await windows.AllAsync(cancel)).ToDictionary(window => $"window {window.Id:D}", window => new WindowName(window.Consultation.Slug, window.Number).ToString());
        var filter = Filter();
        Found = await audit.CountAsync(filter, cancel);
        Number = int.TryParse(page, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var wanted) ? Math.Clamp(wanted, 1, Math.Max(1, Pages)) : 1;
        Entries = await audit.PageAsync(filter, Number, OnePage, cancel);
        Broken = await audit.FirstBrokenAsync(cancel);
        return Page();
    }

    // A day that is none is left out, so that an address typed by hand still answers.
    private AuditFilter Filter()
    {
        var (who, about) = (Plain(Who), Plain(About));
        // A round's name, or a part of it, means the lines that know it by its id as well.
        string[] words = about.Length == 0 ? [] : [about, .. _windows.Where(window => window.Value.Contains(about, StringComparison.OrdinalIgnoreCase)).Select(window => window.Key)];
        return new AuditFilter(who.Length == 0 ? null : who == Nobody ? "" : who, words, Start(Day(From)), Start(Day(To)?.AddDays(1)));

        static DateTimeOffset? Start(DateOnly? day) => day is { } date ? new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero) : null;
    }

    // The database takes no NUL, and no account or line has one.
    private static string Plain(string? text) => text?.Replace("\0", "", StringComparison.Ordinal).Trim() ?? "";

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) && day < DateOnly.MaxValue ? day : null;

    /// <summary>The Team side knows windows by their ids only; here they get their names back.</summary>
    public string? Readable(string? subject) => subject is null ? null
        : _windows.Aggregate(subject, (text, window) => text.Replace(window.Key, window.Value, StringComparison.Ordinal));
}
