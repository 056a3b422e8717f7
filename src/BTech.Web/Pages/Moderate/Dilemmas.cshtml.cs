using BTech.Record.Inputs;
using BTech.Record.Lists;
using BTech.Web.Design;
using BTech.Web.Settings;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>The dilemmas that came in, and a card of each: in the team's words, confidential until it is released with a reason.</summary>
public sealed class DilemmasModel(ReadersDesk desk, DilemmaCards cards, IStringLocalizer<Words.Registers> words) : RegisterPage(desk)
{
    private InlineValidator<DilemmasModel> Validator => new()
    {
        page => page.RuleFor(p => p.Situation).Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage(_ => words["Dilemmas.Situation.Missing"]),
        page => page.RuleFor(p => p.Situation).Must(FitsAPart).WithMessage(_ => words["Long", DilemmaCard.LongestPart]),
        page => page.RuleFor(p => p.Tension).Must(FitsAPart).WithMessage(_ => words["Long", DilemmaCard.LongestPart]),
        page => page.RuleFor(p => p.WouldHelp).Must(FitsAPart).WithMessage(_ => words["Long", DilemmaCard.LongestPart]),
        page => page.RuleFor(p => p.TabledBy).Must(FitsALine).WithMessage(_ => words["Long", DilemmaCard.LongestLine]),
        page => page.RuleFor(p => p.IsReleased).Must((page, released) => !released || page.Edited?.Permission != QuotingPermission.BackgroundOnly).WithMessage(_ => words["Background"]),
        page => page.RuleFor(p => p.ReleaseReason).Must((page, text) => !page.IsReleased || !string.IsNullOrWhiteSpace(text)).WithMessage(_ => words["Dilemmas.Reason.Missing"]),
        page => page.RuleFor(p => p.ReleaseReason).Must(FitsALine).WithMessage(_ => words["Long", DilemmaCard.LongestLine]),
    };

    [BindProperty]
    public string? Situation { get; set; }

    [BindProperty]
    public string? Tension { get; set; }

    [BindProperty]
    public string? WouldHelp { get; set; }

    [BindProperty]
    public string? TabledBy { get; set; }

    [BindProperty]
    public bool IsReleased { get; set; }

    [BindProperty]
    public string? ReleaseReason { get; set; }

    public IReadOnlyList<ListedDilemma> Dilemmas { get; private set; } = [];

    /// <summary>The dilemma of which a card is being written.</summary>
    public ListedInput? Edited { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, int number, Guid? edit, CancellationToken cancel)
    {
        if (!await FindAsync(slug, number, cancel)) return NotFound();
        if (await ReadAsync(edit, cancel) is { } card)
            (Situation, Tension, WouldHelp, TabledBy, IsReleased, ReleaseReason) = (card.Situation, card.Tension, card.WouldHelp, card.TabledBy, card.IsReleased, card.ReleaseReason);
        return Page();
    }

    [Audited("dilemma card written")]
    public async Task<IActionResult> OnPostWriteAsync(string slug, int number, Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(slug, number, cancel)) return NotFound();
        await ReadAsync(id, cancel);
        if (Edited is null) return NotFound();
        if (!this.Validates(Validator)) return Page();
        var draft = new DilemmaDraft(Situation, Tension, WouldHelp, TabledBy, IsReleased ? ReleaseReason : null);
        return await cards.WriteAsync(Window.Id, id, draft, User.StaffId(), cancel) ? ToList() : NotFound();
    }

    private async Task<DilemmaCard?> ReadAsync(Guid? edited, CancellationToken cancel)
    {
        var all = await cards.ListAsync(User.StaffId(), Window.Id, cancel);
        Dilemmas = Cut(all);
        var found = all.FirstOrDefault(one => one.Input.Id == edited);
        Edited = found?.Input;
        return found?.Card;
    }

    private static bool FitsAPart(string? text) => (text ?? "").Trim().Length <= DilemmaCard.LongestPart;

    private static bool FitsALine(string? text) => (text ?? "").Trim().Length <= DilemmaCard.LongestLine;
}
