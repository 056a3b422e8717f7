using BTech.Record.Inputs;
using BTech.Record.Lists;
using BTech.Web.Design;
using BTech.Web.Settings;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>The register of examples and resources: what came in, what the team has read and used, and what an annex would show.</summary>
public sealed class ResourcesModel(ReadersDesk desk, ResourceRegister register, IStringLocalizer<Words.Registers> words) : RegisterPage(desk)
{
    /// <summary>What the list may be narrowed to.</summary>
    public static readonly IReadOnlyList<string> Shows = ["All", "New", "Logged", "Read", "UsedIn", "Annex"];

    private InlineValidator<ResourcesModel> Validator => new()
    {
        page => page.RuleFor(p => p.Status).Must(status => status is { } one && Enum.IsDefined(one)).WithMessage(_ => words["Resources.Status.Missing"]),
        page => page.RuleFor(p => p.UsedIn).Must((page, text) => page.Status != ResourceStatus.UsedIn || !string.IsNullOrWhiteSpace(text)).WithMessage(_ => words["Resources.UsedIn.Missing"]),
        page => page.RuleFor(p => p.UsedIn).Must(text => (text ?? "").Trim().Length <= LoggedResource.LongestNote).WithMessage(_ => words["Long", LoggedResource.LongestNote]),
        page => page.RuleFor(p => p.Note).Must(text => (text ?? "").Trim().Length <= LoggedResource.LongestNote).WithMessage(_ => words["Long", LoggedResource.LongestNote]),
        page => page.RuleFor(p => p.IsInAnnex).Must((page, inAnnex) => !inAnnex || page.Edited?.Permission != QuotingPermission.BackgroundOnly).WithMessage(_ => words["Background"]),
        page => page.RuleFor(p => p.AnnexLine).Must((page, text) => !page.IsInAnnex || !string.IsNullOrWhiteSpace(text)).WithMessage(_ => words["Resources.AnnexLine.Missing"]),
        page => page.RuleFor(p => p.AnnexLine).Must(text => (text ?? "").Trim().Length <= LoggedResource.LongestAnnexLine).WithMessage(_ => words["Long", LoggedResource.LongestAnnexLine]),
    };

    [FromQuery(Name = "show")]
    public string? Show { get; set; }

    [BindProperty]
    public ResourceStatus? Status { get; set; }

    [BindProperty]
    public string? UsedIn { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public bool IsInAnnex { get; set; }

    [BindProperty]
    public string? AnnexLine { get; set; }

    public string Shown => Shows.FirstOrDefault(show => string.Equals(show, Show, StringComparison.OrdinalIgnoreCase)) ?? Shows[0];

    public bool IsWhole => Shown == Shows[0];

    public string NameOf(LoggedResource? noted) => words[noted is null ? "Show.New" : $"Show.{noted.Status}"];

    public IReadOnlyList<ListedResource> Resources { get; private set; } = [];

    /// <summary>The lines of the annex as it would be published.</summary>
    public IReadOnlyList<string> Annex { get; private set; } = [];

    /// <summary>The resource that is being noted on.</summary>
    public ListedInput? Edited { get; private set; }

    public IEnumerable<Choice> Statuses => Enum.GetValues<ResourceStatus>().Select(status => new Choice(status.ToString(), words[$"Show.{status}"]));

    /// <summary>A few words by which one is recognised.</summary>
    public string Beginning(ListedInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return InputsModel.Beginning(input.Text);
    }

    public async Task<IActionResult> OnGetAsync(string slug, int number, Guid? edit, CancellationToken cancel)
    {
        if (!await FindAsync(slug, number, cancel)) return NotFound();
        if (await ReadAsync(edit, cancel) is { } noted)
            (Status, UsedIn, Note, IsInAnnex, AnnexLine) = (noted.Status, noted.UsedIn, noted.Note, noted.IsInAnnex, noted.AnnexLine);
        else Status = ResourceStatus.Logged;
        return Page();
    }

    [Audited("resource noted")]
    public async Task<IActionResult> OnPostNoteAsync(string slug, int number, Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(slug, number, cancel)) return NotFound();
        await ReadAsync(id, cancel);
        if (Edited is null) return NotFound();
        if (!this.Validates(Validator)) return Page();
        return await register.NoteAsync(Window.Id, id, new ResourceNote(Status!.Value, UsedIn, Note, IsInAnnex, AnnexLine), User.StaffId(), cancel) ? ToList() : NotFound();
    }

    private async Task<LoggedResource?> ReadAsync(Guid? edited, CancellationToken cancel)
    {
        var all = await register.ListAsync(User.StaffId(), Window.Id, cancel);
        Resources = Cut([.. all.Where(IsShown)]);
        Annex = [.. all.Where(one => one.Noted is { IsInAnnex: true }).Select(one => one.Noted!.AnnexLine!).Order(StringComparer.CurrentCultureIgnoreCase)];
        var found = all.FirstOrDefault(one => one.Input.Id == edited);
        Edited = found?.Input;
        return found?.Noted;
    }

    private bool IsShown(ListedResource one) => Shown switch
    {
        "All" => true,
        "New" => one.Noted is null,
        "Annex" => one.Noted is { IsInAnnex: true },
        var status => one.Noted?.Status.ToString() == status,
    };
}
