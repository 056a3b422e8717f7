using System.Globalization;
using BTech.Documents.Answers;
using BTech.Documents.Papers;
using BTech.Record.Boxes;
using BTech.Record.Inputs;
using BTech.Web.Crossings;
using BTech.Web.Design;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Tongue = BTech.Languages.Language;

namespace BTech.Web.Pages.Participate;

/// <summary>An answer that was read, on its way into the box.</summary>
/// <param name="Mark">Its mark in the form.</param>
/// <param name="Name">What its place is called.</param>
/// <param name="Place">Its place.</param>
/// <param name="Text">The words.</param>
/// <param name="Replaced">What stands there now and says something else; nothing where the place is empty or says the same.</param>
public sealed record AnswerOnItsWay(string Mark, string Name, AnswerPlace Place, string Text, Piece? Replaced);

/// <summary>
/// The questions as a Word document in each language, and the answers brought back as a file or as text: read, shown with whatever was not
/// understood, corrected, and saved as drafts by the same way as on every other page. Of a file nothing but the words goes on.
/// </summary>
[LargestForm(LargestRequest)]
public sealed class QuestionsModel(Entrance entrance, Boxes boxes, QuestionForms forms, IStringLocalizer<Words.AnswerForm> words) : ParticipantPage(entrance)
{
    /// <summary>The largest request, in bytes; the proxy in front must let it through.</summary>
    public const int LargestRequest = 4 * 1024 * 1024;

    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private IReadOnlyList<ReadAnswer> _read = [];

    /// <summary>The file that was brought back.</summary>
    [BindProperty]
    public IFormFile? Answers { get; set; }

    /// <summary>The text that was pasted, or came out of the file, corrected.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Code of the language of the answers.</summary>
    [BindProperty]
    public string? WrittenIn { get; set; }

    /// <summary>Which page wrote.</summary>
    [BindProperty]
    public string? PageId { get; set; }

    /// <summary>The edit counters of the places when the answers were shown, as <c>F1:2 P3:0</c>.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>Which button was pressed.</summary>
    [BindProperty]
    public string? Then { get; set; }

    /// <summary>What was understood; nothing before something was read.</summary>
    public IReadOnlyList<AnswerOnItsWay>? Understood { get; private set; }

    /// <summary>Lines that stand under no mark.</summary>
    public IReadOnlyList<string> NotUnderstood { get; private set; } = [];

    public IEnumerable<Choice> Languages => Tongue.All.Select(language => new Choice(language.Code, language.NativeName));

    /// <summary>The largest file, in MB.</summary>
    public static int LargestInMegabytes => AnswerUpload.Largest / (1024 * 1024);

    public async Task<IActionResult> OnGetAsync(string? form, CancellationToken cancel)
    {
        WrittenIn = Language.Code;
        if (form is null) return Page();
        if (Tongue.Find(form) is not { } language) return NotFound();
        using var file = new MemoryStream();
        AnswerFormFile.Write((await forms.AllAsync(Visit.Window, cancel)).Single(made => made.Language == language), file);
        Response.Headers.CacheControl = "no-store";
        return File(file.ToArray(), Word, $"questions-{language.Code}.docx");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        WrittenIn = Tongue.Find(WrittenIn)?.Code ?? Language.Code;
        PageId = PageId is { Length: > 0 and <= 64 } ? PageId : Guid.NewGuid().ToString("N");
        var (field, seen) = (Answers is { Length: > 0 } ? nameof(Answers) : nameof(Text), Seen);
        if (!await TakeAsync(field, cancel)) return Page();
        var reading = new AnswerReading(await forms.AllAsync(Visit.Window, cancel));
        (_read, NotUnderstood) = reading.Read(Text!);
        Show(Box);
        if (_read.Count == 0) ModelState.AddModelError(field, words["NoAnswers"]);
        foreach (var answer in _read.Where(answer => answer.Text.Length > PieceText.MaxLength))
            ModelState.AddModelError(nameof(Text), words["TooLong", answer.Place.Mark, answer.Text.Length, PieceText.MaxLength]);
        foreach (var (first, text) in new AnswersToBox(Box, WrittenIn).Texts(_read))
            foreach (var fault in text.FaultsAs(first.Kind)) ModelState.AddModelError(nameof(Text), Complaint(fault, $"{first.Place.FocusArea}.{first.Item}"));
        return Then == "save" && field == nameof(Text) && ModelState.IsValid ? await SaveAsync(CountersOf(seen), cancel) : Page();
    }

    private async Task<bool> TakeAsync(string field, CancellationToken cancel)
    {
        if (field == nameof(Text) && string.IsNullOrWhiteSpace(Text)) ModelState.AddModelError(nameof(Answers), words["Nothing"]);
        else if (Answers is { Length: > AnswerUpload.Largest }) ModelState.AddModelError(nameof(Answers), words["FileTooLarge", LargestInMegabytes]);
        else if (Text?.Length > AnswerDocx.LongestText) ModelState.AddModelError(nameof(Text), words["Fault.TooLarge"]);
        if (!ModelState.IsValid) return false;
        if (field == nameof(Text)) return true;
        try
        {
            Text = await AnswerUpload.ReadAsync(Answers!, cancel);
            // What was read is shown, and not what stood in the field beside the file.
            ModelState.Clear();
            return true;
        }
        catch (PaperRefusedException refusal)
        {
            ModelState.AddModelError(nameof(Answers), words[$"Fault.{refusal.Fault}"]);
            return false;
        }
    }

    private string Complaint(TextFault fault, string number) => fault switch
    {
        TextFault.TitleMissing => words["TitleMissing", $"[E{number}]"],
        TextFault.TitleTooLong => words["LineTooLong", $"[E{number}]", PieceText.MaxLineLength],
        TextFault.SituationMissing => words["SituationMissing", $"[D{number}]"],
        _ => words["NotALink", $"[L{number}]"],
    };

    private void Show(BoxContent content)
    {
        var box = new AnswersToBox(content, WrittenIn!);
        Understood = [.. _read.Select(answer => new AnswerOnItsWay(
            answer.Place.Mark, PieceName.Of(answer.Place.Place, Visit.Window.Consultation.FocusAreas, Language, words), answer.Place, answer.Text,
            box.Replaced(answer)))];
        Seen = string.Join(' ', _read.Select(answer => string.Create(CultureInfo.InvariantCulture, $"{answer.Place.Mark}:{box.CounterAt(answer.Place)}")));
    }

    private async Task<IActionResult> SaveAsync(Dictionary<string, int> counters, CancellationToken cancel)
    {
        var fields = new AnswersToBox(Box, WrittenIn!).Changes(_read, counters);
        var result = await boxes.SaveAsync(Visit.Author!, new BoxChange(PageId!, fields), Visit.LateSending(Opened!.Value), cancel);
        switch (result.Status)
        {
            case SaveStatus.Saved:
                return Visit.State == BTech.Agenda.Windows.WindowState.Open ? Redirect(Url.Content("~/participate/check"))
                    : LateSend.Answer(HttpContext, new LateSend(EntryField, PageId!, result.Content!.SendWhatIsThere, Visit.Window));
            case SaveStatus.Conflict:
                ModelState.Clear();
                Show(result.Content!);
                ModelState.AddModelError(nameof(Text), words["Conflict"]);
                var both = Page();
                both.StatusCode = StatusCodes.Status409Conflict;
                return both;
            case SaveStatus.TooLong or SaveStatus.Unreadable:
                ModelState.AddModelError(nameof(Text), words[result.Status == SaveStatus.TooLong ? "BoxFull" : "Unreadable"]);
                return Page();
            default:
                return NotKept(result.Status);
        }
    }

    private static Dictionary<string, int> CountersOf(string? seen)
    {
        var counters = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var pair in (seen ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (pair.Split(':') is [var mark, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var counter)) counters[mark] = counter;
        return counters;
    }
}
