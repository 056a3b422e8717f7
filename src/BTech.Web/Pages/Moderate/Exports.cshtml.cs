using System.Globalization;
using BTech.Agenda;
using BTech.Agenda.Windows;
using BTech.Documents.Exports;
using BTech.Record.Exports;
using BTech.Record.SecondCoding;
using BTech.Record.Translations;
using BTech.Team.Accounts;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Team.TwoPersons;
using BTech.Web.Design;
using BTech.Web.Pages.Admin;
using BTech.Web.Settings;
using BTech.Web.Words;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>
/// Copies of the inputs of a sealed window: made by two persons, with a reason and a day on which they are deleted, and listed with what must go now.
/// The file is the answer to the signed form and is kept nowhere; there is no address under which it could be had again.
/// </summary>
public sealed class ExportsModel(
    ReadersDesk desk, ExportRegister register, SentTexts sent, ExportFiles files, SecondReadings readings, SecondPerson secondPerson, StaffAccounts accounts, AuditTrail audit,
    TimeProvider clock,
    IStringLocalizer<Words.Exports> words, IStringLocalizer<Translating> translating, IStringLocalizer<Words.Admin> signing) : PageModel, ISignedByTwo
{
    private const int UsualDays = 90;

    private InlineValidator<ExportsModel> Validator => new()
    {
        page => page.RuleFor(p => p.Format).Must(format => ExportFormat.Find(format) is not null).WithMessage(_ => words["Format.Missing"]),
        page => page.RuleFor(p => p.Reason).Must(reason => !string.IsNullOrWhiteSpace(reason)).WithMessage(_ => words["Reason.Missing"]),
        page => page.RuleFor(p => p.Reason).Must(reason => (reason ?? "").Trim().Length <= ExportOrder.LongestReason).WithMessage(_ => words["Reason.Long", ExportOrder.LongestReason]),
        page => page.RuleFor(p => p.DeleteBy).Must(_ => Day is { } day && ExportOrder.IsDeleteBy(day, Today))
            .WithMessage(_ => words["DeleteBy.Wrong", Written(Today.AddDays(1)), Written(LastDay)]),
    };

    public CommentWindow Window { get; private set; } = null!;

    public IReadOnlyList<ListedExport> Listed { get; private set; } = [];

    /// <summary>Who outside holds texts of the round because they were to be translated.</summary>
    public IReadOnlyList<TextReceiver> Receivers { get; private set; } = [];

    public IReadOnlyDictionary<StaffId, string> Staff { get; private set; } = new Dictionary<StaffId, string>();

    /// <summary>The formats to choose from.</summary>
    public IEnumerable<Choice> Formats => ExportFormat.All.Select(format => new Choice(format.Extension, format.Name, words[$"Format.{format.Extension}.Hint"]));

    public DateOnly Today { get; } = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public DateOnly LastDay => Today.AddDays(ExportOrder.LongestDays);

    [BindProperty]
    public string? Format { get; set; }

    [BindProperty]
    public bool NamesGroups { get; set; }

    [BindProperty]
    public bool NamesLanguages { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? DeleteBy { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? SecondEmail { get; set; }

    [BindProperty]
    public string? SecondPassword { get; set; }

    [BindProperty]
    public string? SecondCode { get; set; }

    public string SecondHint => words["Second.Hint"];

    public string SecondWrongRole => words["Second.WrongRole"];

    private DateOnly? Day =>
        DateOnly.TryParseExact(DeleteBy?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public async Task<IActionResult> OnGetAsync(string slug, int number, CancellationToken cancel) => await OpenAsync(slug, number, cancel) ? Begin() : NotFound();

    /// <summary>Two persons take a copy: the answer is the file.</summary>
    [Audited(AuditedAttribute.ByItself)]
    public async Task<IActionResult> OnPostMakeAsync(string slug, int number, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, number, cancel)) return NotFound();
        this.Validates(Validator);
        if (await readings.IsAnythingBlindAsync(User.StaffId(), Window.Id, cancel)) ModelState.AddModelError("", words["Blind"]);
        if (await SignedAsync(cancel) is not { } both) return Page();
        var (format, language) = (ExportFormat.Find(Format)!, CurrentLanguage.Of(HttpContext));
        var begun = await files.BeginAsync(
            Window, new ExportOrder(Window.Id, Window.ConsultationId, format.Extension, Reason!, Day!.Value, NamesGroups, NamesLanguages), both.First, both.Second, cancel);
        return new WrittenFile(format.ContentType, ExportFiles.FileName(Window, format), (stream, aborted) => files.WriteAsync(Window, begun, language, stream, aborted));
    }

    /// <summary>Somebody says that every copy of an export is deleted.</summary>
    [Audited(AuditedAttribute.ByItself)]
    public async Task<IActionResult> OnPostDeletedAsync(string slug, int number, Guid export, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, number, cancel)) return NotFound();
        if (await register.DeletedAsync(Window.Id, export, cancel) is { } gone)
            await audit.AddAsync(User.StaffId(), $"copies of an export as {gone.Format} deleted", $"{slug}/{number}", cancel);
        return RedirectToPage(new { slug, number });
    }

    /// <summary>Somebody says that a receiver has deleted all texts of the round.</summary>
    [Audited("texts sent out for translation deleted there")]
    public async Task<IActionResult> OnPostSentDeletedAsync(string slug, int number, TextJourney wentTo, string? receiver, string? seen, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, number, cancel)) return NotFound();
        var list = Url.Content($"~/moderate/windows/{slug}/{number}/exports");
        var result = await sent.DeletedAsync(Window.Id, wentTo, receiver, seen, cancel);
        if (result is TranslationResult.Done) return Redirect(list);
        if (result is TranslationResult.NotThere) return new NothingDone(list);
        ModelState.AddModelError("", translating["Sent.Meanwhile"]);
        return Begin();
    }

    /// <summary>Who did it; somebody who works here no more has no address.</summary>
    public string Name(StaffId staff) => Staff.GetValueOrDefault(staff) ?? words["List.Gone"];

    /// <summary>A day as the field takes it, the same in every language.</summary>
    public static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // A form for a new export with the usual day.
    private PageResult Begin()
    {
        DeleteBy = Written(Today.AddDays(UsualDays));
        return Page();
    }

    private Task<(StaffId First, StaffId Second)?> SignedAsync(CancellationToken cancel)
    {
        var me = User.StaffId();
        return TwoSignatures.ReadAsync(
            this, me, () => secondPerson.ConfirmTakingTextsAsync(me, Password, Code, Window.Id, cancel),
            () => secondPerson.ConfirmLettingTextsGoAsync(me, SecondEmail, SecondPassword, SecondCode, Window.Id, cancel), ModelState, signing);
    }

    private async Task<bool> OpenAsync(string slug, int number, CancellationToken cancel)
    {
        if (await desk.WindowAsync(User, slug, number, cancel, StaffRole.Moderator) is not { Kind: RoundKind.Written } window) return false;
        Window = window;
        Listed = await register.ListAsync(window.Id, cancel);
        Receivers = await sent.ListAsync(window.Id, cancel);
        if (Listed.Count > 0) Staff = (await accounts.AllAsync(cancel)).ToDictionary(member => member.Id, member => member.Email);
        return true;
    }
}
