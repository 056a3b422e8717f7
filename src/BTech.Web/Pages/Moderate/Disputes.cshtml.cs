using BTech.Record.SecondCoding;
using BTech.Web.Design;
using BTech.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>Passages on which two readings differ, side by side, for a person to settle one by one.</summary>
public sealed class DisputesModel(ReadersDesk desk, Disputes disputes, IStringLocalizer<SecondCoding> words) : RegisterPage(desk)
{
    /// <summary>All of them, open and settled.</summary>
    public IReadOnlyList<Dispute> All { get; private set; } = [];

    /// <summary>Those on this page.</summary>
    public IReadOnlyList<Dispute> Shown { get; private set; } = [];

    /// <summary><c>settled</c> for those that are; the open ones else.</summary>
    [BindProperty(SupportsGet = true, Name = "show")]
    public string? Show { get; set; }

    public bool ShowsSettled => Show == "settled";

    public int Settled => All.Count(dispute => dispute.Settled is not null);

    /// <summary>What the dispute was when the form was made.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    [BindProperty]
    public Settlement? How { get; set; }

    /// <summary>The dispute whose form was refused, and why.</summary>
    public (Guid Dispute, string Reason)? Refused { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, int number, CancellationToken cancel) => await FindAsync(slug, number, cancel) ? await ShowAsync(cancel) : NotFound();

    [Audited("dispute between two readings settled")]
    public Task<IActionResult> OnPostSettleAsync(string slug, int number, Guid dispute, CancellationToken cancel) => ChangeAsync(
        slug, number, dispute, () => How is { } how && Enum.IsDefined(how) ? disputes.SettleAsync(Window.Id, dispute, Seen, how, cancel) : Task.FromResult(SettledResult.NotOffered), cancel);

    [Audited("settling of a dispute taken back")]
    public Task<IActionResult> OnPostTakeBackAsync(string slug, int number, Guid dispute, CancellationToken cancel) =>
        ChangeAsync(slug, number, dispute, () => disputes.TakeBackAsync(Window.Id, dispute, Seen, cancel), cancel);

    /// <summary>This leaf of the list, open or settled.</summary>
    public string Here(params (string Name, string? Value)[] more) => Url.Content($"~/moderate/windows/{Window.Consultation.Slug}/{Window.Number}/second-coder/disputes")
        + AddressText.Query([("show", ShowsSettled ? Show : null), ("page", Leaf?.ToString(System.Globalization.CultureInfo.InvariantCulture)), .. more]);

    private async Task<IActionResult> ChangeAsync(string slug, int number, Guid dispute, Func<Task<SettledResult>> change, CancellationToken cancel)
    {
        if (!await FindAsync(slug, number, cancel)) return NotFound();
        ModelState.Clear();
        var result = await change();
        if (result == SettledResult.Done) return Redirect(Here());
        var reason = words[$"Refused.{result}"].Value;
        ModelState.AddModelError($"How-{dispute:D}", reason);
        Refused = (dispute, reason);
        return await ShowAsync(cancel);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        All = await disputes.OfWindowAsync(Window.Id, cancel);
        // One that somebody else has settled meanwhile stays in sight with what became of it.
        var listed = All.Where(dispute => dispute.Settled is not null == ShowsSettled || dispute.Id == Refused?.Dispute).ToList();
        Shown = Cut(listed);
        return Page();
    }
}
