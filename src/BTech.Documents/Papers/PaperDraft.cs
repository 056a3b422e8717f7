using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BTech.Agenda.Papers;
using BTech.Languages;

namespace BTech.Documents.Papers;

/// <summary>
/// A paper on its way in, as pieces that can be corrected one by one: their text, what they are, and their focus areas. Nothing of it is kept by the
/// site: it travels through the form as <see cref="Text"/> and <see cref="Plan"/>.
/// </summary>
public sealed partial class PaperDraft
{
    private const int MostLevels = 5;
    private const string Between = "\n\n";

    private PaperDraft(IReadOnlyList<DraftPiece> pieces) => Pieces = pieces;

    /// <summary>The pieces in reading order, those left out included.</summary>
    public IReadOnlyList<DraftPiece> Pieces { get; }

    /// <summary>The texts of all pieces.</summary>
    public string Text => string.Join(Between, Pieces.Select(piece => piece.Text));

    /// <summary>Where in the text each piece ends and what it is: <c>level.area.left out.length</c>, with commas between.</summary>
    public string Plan => string.Join(',', Pieces.Select(piece =>
        string.Create(CultureInfo.InvariantCulture, $"{piece.Level}.{piece.Area}.{(piece.IsLeftOut ? "x" : "")}.{piece.Text.Length}")));

    /// <summary>The text as one, in Markdown, without what is left out.</summary>
    public string Markdown => string.Join(Between, Kept.Select(piece => piece.IsHeading ? $"{new string('#', Math.Min(piece.Level + 1, 6))} {piece.Text}" : piece.Text));

    /// <summary>Whether every piece has its part's focus area: then the text as one says the same.</summary>
    public bool IsByParts
    {
        get
        {
            int? area = null;
            foreach (var piece in Kept)
            {
                if (piece.Level == 1) area = piece.Area;
                else if (piece.Area != area) return false;
            }
            return true;
        }
    }

    /// <summary>The focus area of each part, in the order of the parts of <see cref="Markdown"/>.</summary>
    public IReadOnlyList<(string Heading, int? Area)> Parts => [.. Kept.Where(piece => piece.Level == 1).Select(piece => (piece.Text, piece.Area))];

    private IEnumerable<DraftPiece> Kept => Pieces.Where(piece => !piece.IsLeftOut);

    /// <summary>A draft of what was read.</summary>
    /// <param name="outline">What was read.</param>
    /// <param name="areaOfPart">Number of the focus area for each part.</param>
    public static PaperDraft Of(PaperOutline outline, IReadOnlyList<int?> areaOfPart)
    {
        ArgumentNullException.ThrowIfNull(outline);
        var paragraphs = outline.Number(Guid.Empty, areaOfPart, Language.English);
        return new PaperDraft([.. outline.Blocks.Zip(paragraphs, (block, paragraph) =>
            new DraftPiece(block.IsHeading ? Math.Clamp(block.Level - outline.UpperLevel + 1, 1, MostLevels) : 0, block.Text, paragraph.FocusAreaNumber, IsLeftOut: false))]);
    }

    /// <summary>The draft that a form brings back; nothing when text and plan do not fit each other, or no draft of ours could have them.</summary>
    public static PaperDraft? Read(string? text, string? plan)
    {
        var rest = (text ?? "").ReplaceLineEndings("\n").AsSpan();
        if (rest.Length > 2 * PaperMarkdown.LongestText) return null;
        var pieces = new List<DraftPiece>();
        foreach (var line in (plan ?? "").Split(','))
        {
            if (PlanLine().Match(line) is not { Success: true } match || pieces.Count >= 2 * PaperMarkdown.MostBlocks) return null;
            if (pieces.Count > 0)
            {
                if (!rest.StartsWith(Between)) return null;
                rest = rest[Between.Length..];
            }
            var length = int.Parse(match.Groups["length"].ValueSpan, CultureInfo.InvariantCulture);
            if (length == 0 || length > rest.Length || length > PaperMarkdown.LongestBlock) return null;
            var own = rest[..length].ToString();
            rest = rest[length..];
            var area = match.Groups["area"].Length == 0 ? (int?)null : int.Parse(match.Groups["area"].ValueSpan, CultureInfo.InvariantCulture);
            pieces.Add(new DraftPiece(match.Groups["level"].Value[0] - '0', UnicodeForm.Of(own.Replace('\0', '\uFFFD'), NormalizationForm.FormC), area, match.Groups["out"].Length > 0));
        }
        return rest.IsEmpty ? new PaperDraft(pieces) : null;
    }

    /// <summary>
    /// The draft with these corrections. A heading given another focus area takes along what stands under it in its old one, up to the next heading of
    /// its kind, unless that was given one of its own.
    /// </summary>
    /// <returns>The new draft, or which corrections cannot be taken; then nothing is changed.</returns>
    /// <exception cref="PaperRefusedException">The paper as a whole cannot be taken.</exception>
    public (PaperDraft? Draft, IReadOnlyList<PieceRefusal> Refusals) With(IReadOnlyCollection<PieceEdit> edits)
    {
        ArgumentNullException.ThrowIfNull(edits);
        var byPlace = edits.Where(edit => edit.At >= 0 && edit.At < Pieces.Count).DistinctBy(edit => edit.At).ToDictionary(edit => edit.At);
        var (areas, pieces, refusals) = (AreasWith(byPlace), new List<DraftPiece>(Pieces.Count), new List<PieceRefusal>());
        for (var at = 0; at < Pieces.Count; at++)
        {
            if (!byPlace.TryGetValue(at, out var edit))
            {
                pieces.Add(Pieces[at] with { Area = areas[at] });
                continue;
            }
            var fault = Correct(Pieces[at], edit, areas[at], out var corrected);
            if (fault is null && edit.Joins) fault = Join(pieces, corrected);
            if (fault is { } found) refusals.Add(new PieceRefusal(at, found));
            else pieces.AddRange(corrected);
        }
        if (refusals.Count > 0) return (null, refusals);
        var draft = new PaperDraft(pieces);
        draft.MustBeAPaper();
        return (draft, []);
    }

    /// <summary>The paragraphs of a version: headings without a number, texts numbered through the whole paper, nothing that is left out.</summary>
    /// <param name="version">The version's id.</param>
    /// <param name="language">The language in which the paper is written.</param>
    public IReadOnlyList<Paragraph> Number(Guid version, Language language)
    {
        ArgumentNullException.ThrowIfNull(language);
        var number = 0;
        return [.. Kept.Select((piece, at) => new Paragraph
        {
            Id = Guid.NewGuid(), PaperVersionId = version, Order = at + 1, Number = piece.IsHeading ? null : ++number, FocusAreaNumber = piece.Area,
            Text = new LocalizedText([new(language.Code, piece.Text)]),
        })];
    }

    /// <summary>The number that each piece will have; nothing for headings and what is left out.</summary>
    public IReadOnlyList<int?> Numbers()
    {
        var number = 0;
        return [.. Pieces.Select(piece => piece.IsHeading || piece.IsLeftOut ? (int?)null : ++number)];
    }

    /// <summary>Refuses what is no paper any more, or more than one can be.</summary>
    /// <exception cref="PaperRefusedException">It cannot be saved.</exception>
    public void MustBeAPaper()
    {
        if (Kept.All(piece => piece.IsHeading)) throw new PaperRefusedException(PaperFault.Empty);
        if (Pieces.Count > PaperMarkdown.MostBlocks) throw new PaperRefusedException(PaperFault.TooManyParagraphs);
        if (Pieces.Sum(piece => piece.Text.Length + Between.Length) > PaperMarkdown.LongestText) throw new PaperRefusedException(PaperFault.TooLarge);
    }

    private int?[] AreasWith(Dictionary<int, PieceEdit> edits)
    {
        int?[] areas = [.. Pieces.Select((piece, at) => edits.TryGetValue(at, out var edit) ? edit.Area : piece.Area)];
        for (var at = 0; at < Pieces.Count; at++)
        {
            var level = LevelOf(at);
            if (level == 0 || !edits.ContainsKey(at) || areas[at] == Pieces[at].Area) continue;
            for (var under = at + 1; under < Pieces.Count && (LevelOf(under) == 0 || LevelOf(under) > level); under++)
                if (Pieces[under].Area == Pieces[at].Area && areas[under] == Pieces[under].Area) areas[under] = areas[at];
        }
        return areas;

        int LevelOf(int at) => edits.TryGetValue(at, out var edit) ? edit.Level : Pieces[at].Level;
    }

    private static PieceFault? Correct(DraftPiece piece, PieceEdit edit, int? area, out List<DraftPiece> corrected)
    {
        var typed = UnicodeForm.Of((edit.Text ?? "").ReplaceLineEndings("\n").Replace('\0', '\uFFFD'), NormalizationForm.FormC).Trim();
        var level = Math.Clamp(edit.Level, 0, MostLevels);
        corrected = [];
        if (edit.IsLeftOut && typed.Length == 0) typed = piece.Text;
        if (typed.Length == 0) return PieceFault.Empty;
        if (typed.Length > PaperMarkdown.LongestBlock && level > 0) return PieceFault.TooLong;
        if (level > 0) corrected.Add(new DraftPiece(level, Blanks().Replace(typed, " "), area, edit.IsLeftOut));
        else if (typed == piece.Text) corrected.Add(piece with { Level = 0, Area = area, IsLeftOut = edit.IsLeftOut });
        else
        {
            try
            {
                corrected = [.. PaperMarkdown.Read(typed).Select(block => new DraftPiece(Math.Min(block.Level, MostLevels), block.Text, area, edit.IsLeftOut))];
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
        return null;
    }

    // The first of the corrected pieces goes on in the one before and is taken off the list.
    private static PieceFault? Join(List<DraftPiece> pieces, List<DraftPiece> corrected)
    {
        if (pieces is not [.., { IsLeftOut: false } before]) return PieceFault.NothingBefore;
        var first = corrected[0];
        var text = before.IsHeading
            ? $"{before.Text} {Blanks().Replace(first.Text, " ")}"
            : before.Text + (PaperMarkdown.IsRunningText(before.Text) && (first.IsHeading || PaperMarkdown.IsRunningText(first.Text)) ? " " : Between) + first.Text;
        if (text.Length > PaperMarkdown.LongestBlock) return PieceFault.TooLong;
        pieces[^1] = before with { Text = text };
        corrected.RemoveAt(0);
        return null;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^(?<level>[0-5])\.(?<area>[1-9][0-9]{0,3})?\.(?<out>x)?\.(?<length>[0-9]{1,5})$", RegexOptions.ExplicitCapture)]
    private static partial Regex PlanLine();
}
