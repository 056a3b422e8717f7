using System.Globalization;
using BTech.Agenda.Consultations;
using BTech.Agenda.Papers;
using BTech.Documents.Papers;
using BTech.Languages;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Web.Design;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Consultations;

/// <summary>
/// A version of the paper in another language than English, beside the English: brought in as a file or pasted, with the same headings and
/// paragraphs in the same order. Until a round on the version is opened.
/// </summary>
public sealed class PaperLanguageModel(
    ConsultationList consultations, ScopingPapers papers, Assignments assignments, AuditTrail audit, IStringLocalizer<Words.Papers> words) : PaperPage
{
    private const int PageSize = 100;

    private IReadOnlyList<TranslatedPiece>? _all;

    [FromRoute]
    public int Number { get; set; }

    [FromRoute]
    public required string Code { get; set; }

    /// <summary>The version for which the form was made; another may have taken its number.</summary>
    [BindProperty]
    public Guid VersionId { get; set; }

    public PaperVersion Paper { get; private set; } = null!;

    public Language Language { get; private set; } = null!;

    /// <summary>Whether a round on this version was opened: then its text stays.</summary>
    public bool IsFixed { get; private set; }

    /// <summary>What stands beside each paragraph of the version, in its order; empty where there is nothing yet.</summary>
    public IReadOnlyList<string> Texts { get; private set; } = [];

    /// <summary>The same text with a field for each piece.</summary>
    [BindProperty]
    public BesideForm Beside { get; set; } = new();

    /// <summary>Whether it is corrected beside the English, piece by piece.</summary>
    public bool IsBeside { get; private set; }

    /// <summary>Whether only what a person should look at is shown.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Doubtful { get; set; }

    /// <summary>The page of pieces shown, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int Sheet { get; set; } = 1;

    /// <summary>Whether anything stands beside the English.</summary>
    public bool HasTexts => Texts.Any(text => text.Length > 0);

    /// <summary>How many have no text, and how many other figures.</summary>
    public (int Missing, int OtherFigures) Doubts => (All.Count(piece => piece.IsMissing), All.Count(piece => piece.HasOtherFigures));

    /// <summary>How many pages there are.</summary>
    public int Sheets => Math.Max(1, (Listed.Count + PageSize - 1) / PageSize);

    /// <summary>The page that is shown, whatever was asked for.</summary>
    public int ShownSheet => Math.Clamp(Sheet, 1, Sheets);

    /// <summary>Both texts side by side, as many as stand on a page.</summary>
    public IReadOnlyList<TranslatedPiece> Pieces => [.. Listed.Skip((ShownSheet - 1) * PageSize).Take(PageSize)];

    /// <summary>The piece at this place, from 0; nothing beyond the English.</summary>
    public TranslatedPiece? Piece(int at) => at < All.Count ? All[at] : null;

    private IReadOnlyList<TranslatedPiece> All => _all ??= [.. Paper.Paragraphs.Zip(Texts, (paragraph, text) => (paragraph, text)).Select((pair, at) => new TranslatedPiece(at + 1, pair.paragraph, pair.text))];

    private IReadOnlyList<TranslatedPiece> Listed => Doubtful ? [.. All.Where(piece => piece.IsDoubtful)] : All;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        VersionId = Paper.Id;
        PaperTitle = Paper.Title.Has(Language) ? Paper.Title.In(Language).Text : null;
        Texts = [.. Paper.Paragraphs.Select(paragraph => paragraph.Text.Has(Language) ? paragraph.Text.In(Language).Text : "")];
        Text = string.Join("\n\n", Paper.Paragraphs.Zip(Texts).Where(pair => pair.Second.Length > 0).Select(pair => pair.First.IsHeading ? $"## {pair.Second}" : pair.Second));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await assignments.HoldsEverywhereAsync(User.StaffId(), StaffRole.Administrator, cancel)) return NotFound();
        if (!await FindAsync(cancel) || Paper.Id != VersionId) return new KeptText();
        var field = Source;
        Sheet = WantedSheet ?? 1;
        CheckFile(words);
        if (IsFixed) ModelState.AddModelError("", words["Language.Fixed"]);
        if (!ModelState.IsValid) return Page();
        try
        {
            var text = HasFile ? await PaperUpload.ReadAsync(PaperFile!, cancel) : Text ?? "";
            if (Then == "beside" && string.IsNullOrWhiteSpace(text))
            {
                ShowBeside(TranslationDraft.Of([], Paper.Paragraphs.Count), 1);
                return Page();
            }
            var blocks = PaperMarkdown.Read(text).ToList();
            if (blocks.Count == Paper.Paragraphs.Count + 1 && blocks[0].Level == 1)
            {
                if (string.IsNullOrWhiteSpace(PaperTitle)) PaperTitle = PaperText.Plain(blocks[0].Text);
                blocks.RemoveAt(0);
            }
            if (Then == "beside")
            {
                ShowBeside(TranslationDraft.Of(blocks.Select(block => block.Text), Paper.Paragraphs.Count), 1);
                return Page();
            }
            // What was read is what is corrected from now on.
            ModelState.Clear();
            Text = text;
            Texts = [.. blocks.Take(Paper.Paragraphs.Count).Select(block => block.Text), .. Enumerable.Repeat("", Math.Max(0, Paper.Paragraphs.Count - blocks.Count))];
            if (FirstDifference(blocks) is { } at)
                ModelState.AddModelError(nameof(Text), words["Language.Differs", Paper.Paragraphs.Count, blocks.Count, at + 1, Beginning(at < blocks.Count ? blocks[at].Text : Paper.Paragraphs[at].Text.ToString())]);
        }
        catch (PaperRefusedException refusal)
        {
            Refuse(field, refusal, words);
        }
        // A text that can be read may bring its title, so that one is asked for only then.
        if (ModelState.IsValid || !string.IsNullOrWhiteSpace(PaperTitle)) CheckTitle(words);
        return !ModelState.IsValid || Then != "save" ? Page() : await SaveAsync(Texts, cancel);
    }

    /// <summary>Takes what was corrected on one page beside the English, then shows a page, the text as one, or saves.</summary>
    public async Task<IActionResult> OnPostBesideAsync(CancellationToken cancel)
    {
        if (!await assignments.HoldsEverywhereAsync(User.StaffId(), StaffRole.Administrator, cancel)) return NotFound();
        if (!await FindAsync(cancel) || Paper.Id != VersionId || IsFixed || !Beside.TakeUp(Text, Paper.Paragraphs.Count)) return new KeptText();
        IsBeside = true;
        Texts = Beside.Draft.Texts;
        if (Then == "save") CheckTitle(words);
        try
        {
            var (draft, refusals) = Beside.Draft.With(Beside.Edits);
            foreach (var refusal in refusals)
                ModelState.AddModelError($"{nameof(Beside)}.{nameof(BesideForm.Lines)}[{refusal.At - Beside.First}].{(refusal.Fault == PieceFault.NothingBefore ? nameof(BesideLine.Joins) : nameof(BesideLine.Text))}", words[$"Pieces.Fault.{refusal.Fault}"]);
            if (draft is null || !ModelState.IsValid) return Page();
            if (Then == "save" && draft.IsWhole) return await SaveAsync(draft.For(Paper.Paragraphs), cancel);
            if (Then == "text") ShowText(draft);
            else if (Then != "save") ShowBeside(draft, WantedSheet ?? Beside.Sheet);
            else
            {
                // At the first place where something is missing, or else what is left over.
                var first = draft.Texts.Select((text, at) => (text, at)).First(piece => piece.at >= draft.Places || piece.text.Length == 0).at;
                ShowBeside(draft, (first / BesideForm.PageSize) + 1);
                ModelState.AddModelError($"{nameof(Beside)}.{nameof(BesideForm.Lines)}[{first - Beside.First}].{nameof(BesideLine.Text)}", words["Beside.NotWhole", draft.Texts.Take(draft.Places).Count(text => text.Length == 0), draft.Texts.Count - draft.Places]);
            }
        }
        catch (PaperRefusedException refusal)
        {
            Refuse("", refusal, words);
        }
        return Page();
    }

    private int? WantedSheet => Then?.Split('-') is ["sheet", var sheet] && int.TryParse(sheet, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : null;

    private void ShowBeside(TranslationDraft draft, int sheet)
    {
        ModelState.Clear();
        IsBeside = true;
        Beside.Show(draft, sheet);
        (Texts, _all, Text) = (draft.Texts, null, draft.Text);
    }

    private void ShowText(TranslationDraft draft)
    {
        ModelState.Clear();
        IsBeside = false;
        (Texts, _all, Text) = ([.. draft.Texts.Take(draft.Places)], null, draft.Markdown(Paper.Paragraphs));
    }

    private async Task<IActionResult> SaveAsync(IReadOnlyList<string> texts, CancellationToken cancel)
    {
        if (!await papers.TranslateAsync(VersionId, Language, PaperTitle!.Trim(), texts, cancel)) return new KeptText();
        await audit.AddAsync(User.StaffId(), $"paper version {Number} given in {Language.Code}", Slug, cancel);
        return Redirect(Url.Content($"~/admin/consultations/{Slug}/papers"));
    }

    // A heading beside a heading, a paragraph beside a paragraph, to the end.
    private int? FirstDifference(List<PaperBlock> blocks)
    {
        for (var at = 0; at < Math.Max(blocks.Count, Paper.Paragraphs.Count); at++)
            if (at >= blocks.Count || at >= Paper.Paragraphs.Count || blocks[at].IsHeading != Paper.Paragraphs[at].IsHeading) return at;
        return null;
    }

    private static string Beginning(string text) => PaperText.Plain(text) is { Length: > 40 } plain ? plain[..40] : PaperText.Plain(text);

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (BTech.Languages.Language.Find(Code) is not { } language || language == BTech.Languages.Language.English) return false;
        if (!await assignments.HoldsEverywhereAsync(User.StaffId(), StaffRole.Administrator, cancel) || await consultations.FindAsync(Slug, cancel) is not { } consultation) return false;
        if (await papers.FindAsync(consultation.Id, Number, cancel) is not { } paper) return false;
        (Paper, Language) = (paper, language);
        IsFixed = consultation.Windows.Any(window => window.PaperVersionId == paper.Id && window.IsOpened);
        return true;
    }
}
