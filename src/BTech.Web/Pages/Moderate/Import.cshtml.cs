using System.Globalization;
using BTech.Agenda.Windows;
using BTech.Documents.Imports;
using BTech.Languages;
using BTech.Record.Imports;
using BTech.Team.Roles;
using BTech.Web.Design;
using BTech.Web.Words;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>
/// Takes over what came by another channel: a note or a file is read, each part is given its place, and then all of it is added or nothing. Until then
/// nothing is kept; of the file never anything.
/// </summary>
[LargestForm(LargestRequest)]
public sealed class ImportModel(ReadersDesk desk, ImportBook imports, IDataProtectionProvider protection, IStringLocalizer<Words.Imports> words) : PageModel
{
    /// <summary>The largest request, in bytes: a file with its frame, or what was read of it, packed.</summary>
    public const int LargestRequest = 8 * 1024 * 1024;

    /// <summary>What stands for a choice to leave a part out.</summary>
    public const string LeaveOut = "";

    public CommentWindow Window { get; private set; } = null!;

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>A note that was typed or pasted.</summary>
    [BindProperty]
    public string? Note { get; set; }

    /// <summary>What the team calls the source.</summary>
    [BindProperty]
    public string? Source { get; set; }

    /// <summary>Code of the language in which the texts are written.</summary>
    [BindProperty]
    public string? WrittenIn { get; set; }

    /// <summary>Where that goes which names no focus area.</summary>
    [BindProperty]
    public string? Rest { get; set; } = Text(ImportDraft.Overall);

    /// <summary>What was read, packed.</summary>
    [BindProperty]
    public List<string> Carried { get; set; } = [];

    /// <summary>The place chosen for each part.</summary>
    [BindProperty]
    public List<string?> Places { get; set; } = [];

    /// <summary><c>take</c>, or anything else to look again.</summary>
    [BindProperty]
    public string? Then { get; set; }

    /// <summary>What was read; nothing before.</summary>
    public ImportDraft? Draft { get; private set; }

    /// <summary>How many texts would be added as the places are chosen.</summary>
    public int Count { get; private set; }

    public IReadOnlyList<Choice> PlaceItems { get; private set; } = [];

    public IReadOnlyList<Choice> LanguageItems => [.. Language.All.Select(language => new Choice(language.Code, language.NativeName))];

    public async Task<IActionResult> OnGetAsync(string slug, int number, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, number, cancel)) return NotFound();
        WrittenIn = CurrentLanguage.Of(HttpContext).Code;
        return Page();
    }

    /// <summary>Reads a file or a note and shows what is in it.</summary>
    [Audited("file or note read to be taken over")]
    public async Task<IActionResult> OnPostReadAsync(string slug, int number, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, number, cancel)) return new KeptText("Gone", StatusCodes.Status404NotFound);
        CheckNames();
        var (hasFile, hasNote) = (Upload is { Length: > 0 }, !string.IsNullOrWhiteSpace(Note));
        if (hasFile && hasNote) ModelState.AddModelError(nameof(Upload), words["New.Both"]);
        else if (!hasFile && !hasNote) ModelState.AddModelError(nameof(Upload), words["New.Neither"]);
        else if (Upload is { Length: > ImportFile.Largest }) ModelState.AddModelError(nameof(Upload), words["New.Large", ImportFile.Largest / 1024 / 1024]);
        if (!ModelState.IsValid) return Page();
        var areas = Window.Consultation.FocusAreas;
        var reading = hasFile ? ImportFile.Read(await Upload!.BytesAsync(cancel), Upload!.FileName, areas, Number(Rest)) : ImportFile.Note(Note!, areas, Number(Rest));
        if (reading.Draft is not { } draft)
        {
            var reason = words[$"Fault.{reading.Fault}", ImportFile.MostRows.ToString("N0", CultureInfo.CurrentCulture)];
            ModelState.AddModelError(hasFile ? nameof(Upload) : nameof(Note), reading.Row == 0 ? words["Refused.Whole", reason] : words["Refused.Row", reading.Row, reason]);
            return Page();
        }
        ModelState.Clear();
        List<int?> guesses = [.. draft.Parts.Select(part => part.Guess)];
        Carried = [.. new CarriedDraft(Guid.NewGuid(), draft).Pack(protection, Window.Id)];
        Show(draft, guesses, draft.Texts(guesses).Count);
        return Page();
    }

    /// <summary>Looks again, or takes it over.</summary>
    [Audited("texts taken over from another channel")]
    public async Task<IActionResult> OnPostTakeAsync(string slug, int number, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, number, cancel)) return new KeptText("Gone", StatusCodes.Status404NotFound);
        if (CarriedDraft.Unpack(protection, Window.Id, Carried) is not { } carried)
        {
            ModelState.AddModelError(nameof(Upload), words["New.Lost"]);
            return Page();
        }
        var choices = Places.ConvertAll(Number);
        var texts = carried.Draft.Texts(choices);
        // What is carried stays as it came: it is sealed already.
        Show(carried.Draft, choices, texts.Count);
        CheckNames();
        if (Then != "take" || !ModelState.IsValid) return Page();
        var result = await imports.AddAsync(carried.Id, Window.Id, carried.Draft.Channel, Source, Language.Find(WrittenIn)!, texts, cancel);
        switch (result)
        {
            case ImportResult.Done: return RedirectToPage("/Moderate/Imports", new { slug, number, added = carried.Id });
            case ImportResult.AlreadyThere: return new NothingDone(Url.Page("/Moderate/Imports", new { slug, number, added = carried.Id, again = true })!);
            case ImportResult.TextMissing: ModelState.AddModelError(Field(0), words["Check.NoTexts"]); break;
            case ImportResult.TooMany: ModelState.AddModelError(Field(0), words["Check.TooMany", ImportBook.MostTexts.ToString("N0", CultureInfo.CurrentCulture)]); break;
            case ImportResult.Unreadable: ModelState.AddModelError(Field(0), words["Check.Unreadable"]); break;
            case ImportResult.SourceMissing: ModelState.AddModelError(nameof(Source), words["New.SourceMissing", ImportBook.LongestSource]); break;
            default: return new KeptText("Gone", StatusCodes.Status404NotFound);
        }
        return Page();
    }

    /// <summary>What a part is called: its heading or column, in isolating marks because its direction may be another than the page's, or its number.</summary>
    public string NameOf(int at) => Draft!.Parts[at].Name is { } name ? $"\u2068{name}\u2069" : words["Check.Passage", at + 1];

    private static string Field(int at) => FormattableString.Invariant($"{nameof(Places)}[{at}]");

    private void Show(ImportDraft draft, List<int?> choices, int count)
    {
        (Draft, Count) = (draft, count);
        Places = [.. Enumerable.Range(0, draft.Parts.Count).Select(at => at < choices.Count && choices[at] is { } number ? Text(number) : LeaveOut)];
    }

    private void CheckNames()
    {
        if (string.IsNullOrWhiteSpace(Source) || Source.Trim().Length > ImportBook.LongestSource) ModelState.AddModelError(nameof(Source), words["New.SourceMissing", ImportBook.LongestSource]);
        if (Language.Find(WrittenIn) is null) ModelState.AddModelError(nameof(WrittenIn), words["New.LanguageMissing"]);
    }

    // What is no focus area of the consultation is left out.
    private int? Number(string? place) =>
        int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && (number == ImportDraft.Overall || Window.Consultation.FocusAreas.Exists(area => area.Number == number)) ? number : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task<bool> OpenAsync(string slug, int number, CancellationToken cancel)
    {
        if (await desk.WindowAsync(User, slug, number, cancel, StaffRole.Moderator) is not { Kind: RoundKind.Written } window) return false;
        Window = window;
        var page = CurrentLanguage.Of(HttpContext);
        PlaceItems =
        [
            new Choice(LeaveOut, words["Place.LeaveOut"]), new Choice(Text(ImportDraft.Overall), words["Place.Overall"]),
            .. window.Consultation.FocusAreas.OrderBy(area => area.Number).Select(area => new Choice(Text(area.Number), words["Place.Area", area.Number, area.ShortTitle.In(page).Text])),
        ];
        return true;
    }
}
