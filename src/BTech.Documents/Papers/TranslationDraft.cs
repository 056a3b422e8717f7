using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BTech.Agenda.Papers;
using BTech.Languages;

namespace BTech.Documents.Papers;

/// <summary>What a person says about the text beside one heading or paragraph of the English.</summary>
/// <param name="At">Which, from 0.</param>
/// <param name="Text">The text; empty while there is none.</param>
/// <param name="MovesDown">Whether nothing stands here yet, and this text and all after it belong one further down.</param>
/// <param name="Joins">Whether it goes on in the text before, and all after it belong one further up.</param>
public sealed record TranslationEdit(int At, string Text, bool MovesDown, bool Joins);

/// <summary>
/// A paper's text in another language on its way in, beside the English: one text for each of its headings and paragraphs, empty where there is none
/// yet, and what is left over at the end. Nothing of it is kept by the site: it travels through the form as <see cref="Text"/> and <see cref="Plan"/>.
/// </summary>
public sealed partial class TranslationDraft
{
    private const string Between = "\n\n";

    private TranslationDraft(IEnumerable<string> texts, int places)
    {
        var all = texts.ToList();
        while (all.Count > places && all[^1].Length == 0) all.RemoveAt(all.Count - 1);
        while (all.Count < places) all.Add("");
        (Texts, Places) = (all, places);
    }

    /// <summary>The texts in their order; those beyond <see cref="Places"/> stand beside nothing.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>How many headings and paragraphs the English has.</summary>
    public int Places { get; }

    /// <summary>The texts of all.</summary>
    public string Text => string.Join(Between, Texts);

    /// <summary>How long each of them is, with commas between.</summary>
    public string Plan => string.Join(',', Texts.Select(text => text.Length.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Whether each heading and paragraph has a text and none is left over.</summary>
    public bool IsWhole => Texts.Count == Places && Texts.All(text => text.Length > 0);

    /// <summary>A draft of what was read, one after the other.</summary>
    public static TranslationDraft Of(IEnumerable<string> texts, int places) => new(texts, places);

    /// <summary>The draft that a form brings back; nothing when text and plan do not fit each other, or no draft of ours could have them.</summary>
    public static TranslationDraft? Read(string? text, string? plan, int places)
    {
        var rest = (text ?? "").ReplaceLineEndings("\n").AsSpan();
        if (rest.Length > 2 * PaperMarkdown.LongestText || plan is not { } lines || !PlanText().IsMatch(lines)) return null;
        var texts = new List<string>();
        var lengths = lines.Split(',');
        // A form field of nothing but ends of lines comes back as nothing.
        if (rest.IsWhiteSpace() && lengths.All(length => length.Trim('0').Length == 0) && lengths.Length == places) return new TranslationDraft([], places);
        foreach (var line in lengths)
        {
            if (texts.Count >= 2 * PaperMarkdown.MostBlocks) return null;
            if (texts.Count > 0)
            {
                if (!rest.StartsWith(Between)) return null;
                rest = rest[Between.Length..];
            }
            var length = int.Parse(line, CultureInfo.InvariantCulture);
            if (length > rest.Length || length > PaperMarkdown.LongestBlock) return null;
            texts.Add(Whole(rest[..length].ToString()));
            rest = rest[length..];
        }
        return rest.IsEmpty && texts.Count >= places ? new TranslationDraft(texts, places) : null;
    }

    /// <summary>The draft with these corrections.</summary>
    /// <returns>The new draft, or which corrections cannot be taken; then nothing is changed.</returns>
    /// <exception cref="PaperRefusedException">The paper as a whole cannot be taken.</exception>
    public (TranslationDraft? Draft, IReadOnlyList<PieceRefusal> Refusals) With(IReadOnlyCollection<TranslationEdit> edits)
    {
        ArgumentNullException.ThrowIfNull(edits);
        var byPlace = edits.Where(edit => edit.At >= 0 && edit.At < Texts.Count).DistinctBy(edit => edit.At).ToDictionary(edit => edit.At);
        var (texts, refusals) = (new List<string>(Texts.Count), new List<PieceRefusal>());
        for (var at = 0; at < Texts.Count; at++)
        {
            var edit = byPlace.GetValueOrDefault(at) ?? new TranslationEdit(at, Texts[at], MovesDown: false, Joins: false);
            var typed = Whole((edit.Text ?? "").ReplaceLineEndings("\n")).Trim();
            var fault = typed.Length == 0 || typed == Texts[at] ? null : Judge(typed);
            if (fault is null && edit.Joins)
            {
                fault = texts.Count == 0 ? PieceFault.NothingBefore : null;
                if (fault is null)
                {
                    var joined = Join(texts[^1], typed);
                    if (joined.Length > PaperMarkdown.LongestBlock) fault = PieceFault.TooLong;
                    else texts[^1] = joined;
                }
            }
            else if (fault is null)
            {
                // An empty place at which the rest is to move down is there already.
                if (edit.MovesDown && typed.Length > 0) texts.Add("");
                texts.Add(typed);
            }
            if (fault is { } found) refusals.Add(new PieceRefusal(at, found));
        }
        if (refusals.Count > 0) return (null, refusals);
        if (texts.Count > 2 * PaperMarkdown.MostBlocks) throw new PaperRefusedException(PaperFault.TooManyParagraphs);
        if (texts.Sum(text => text.Length + Between.Length) > PaperMarkdown.LongestText) throw new PaperRefusedException(PaperFault.TooLarge);
        return (new TranslationDraft(texts, Places), []);
    }

    /// <summary>The text as one, in Markdown, without what is empty.</summary>
    /// <param name="paragraphs">The English.</param>
    public string Markdown(IReadOnlyList<Paragraph> paragraphs)
    {
        ArgumentNullException.ThrowIfNull(paragraphs);
        return string.Join(Between, Texts.Select((text, at) => text.Length > 0 && at < paragraphs.Count && paragraphs[at].IsHeading ? $"## {OneLine(text)}" : text).Where(text => text.Length > 0));
    }

    /// <summary>One text for each heading and paragraph of the English, as they are kept.</summary>
    /// <param name="paragraphs">The English.</param>
    public IReadOnlyList<string> For(IReadOnlyList<Paragraph> paragraphs)
    {
        ArgumentNullException.ThrowIfNull(paragraphs);
        return [.. paragraphs.Zip(Texts, (paragraph, text) => paragraph.IsHeading ? OneLine(text) : text)];
    }

    private static string Join(string before, string text)
    {
        if (before.Length == 0 || text.Length == 0) return before + text;
        return before + (PaperMarkdown.IsRunningText(before) && PaperMarkdown.IsRunningText(text) ? " " : Between) + text;
    }

    private static PieceFault? Judge(string typed)
    {
        try
        {
            _ = PaperMarkdown.Read(typed.TrimStart('#'));
            return typed.Length > PaperMarkdown.LongestBlock ? PieceFault.TooLong : null;
        }
        catch (PaperRefusedException refusal)
        {
            return refusal.Fault switch
            {
                PaperFault.Empty => PieceFault.Empty,
                PaperFault.ParagraphTooLong or PaperFault.TooLarge or PaperFault.TooManyParagraphs => PieceFault.TooLong,
                _ => PieceFault.TooIntricate,
            };
        }
    }

    private static string Whole(string text) => UnicodeForm.Of(text.Replace('\0', '\uFFFD'), NormalizationForm.FormC);

    private static string OneLine(string text) => Blanks().Replace(text, " ").TrimStart('#').Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^[0-9]{1,5}(?:,[0-9]{1,5})*$", RegexOptions.CultureInvariant)]
    private static partial Regex PlanText();
}
