using BTech.Documents.Answers;
using BTech.Record.Boxes;
using BTech.Record.Inputs;

namespace BTech.Web.Pages.Participate;

/// <summary>Brings answers that were read to the pieces of a box: several answers may be the parts of one example or one dilemma.</summary>
/// <param name="content">The box as it is.</param>
/// <param name="language">Code of the language of the answers.</param>
internal sealed class AnswersToBox(BoxContent content, string language)
{
    /// <summary>What stands in the box where an answer goes.</summary>
    public Piece? Existing(AnswerPlace place) =>
        KindsOf(place.Kind).Select(kind => content.At(place.Place, kind)).FirstOrDefault(piece => piece?.Working is not null);

    /// <summary>What stands there where it says something else than the answer.</summary>
    public Piece? Replaced(ReadAnswer answer) =>
        Existing(answer.Place) is { } piece && PartOf(piece.Working!, answer.Place.Part) is { Length: > 0 } now && now != answer.Text ? piece : null;

    /// <summary>The edit counter of the place, to be posted back.</summary>
    public int CounterAt(AnswerPlace place) => KindsOf(place.Kind).Max(kind => content.CounterAt(place.Place, kind));

    /// <summary>Each thing that the answers make, with the first of its answers. What was there before and is not answered stays.</summary>
    public IReadOnlyList<(AnswerPlace First, PieceText Text)> Texts(IReadOnlyList<ReadAnswer> answers) =>
        [.. answers.GroupBy(answer => (answer.Place.Place, answer.Place.Kind)).Select(parts => (parts.First().Place,
            parts.Aggregate((Existing(parts.First().Place)?.Working ?? new PieceText(string.Empty, language)) with { Language = language }, Put)))];

    /// <summary>The changes of the box, on the counters that the page had seen.</summary>
    public IReadOnlyList<FieldChange> Changes(IReadOnlyList<ReadAnswer> answers, IReadOnlyDictionary<string, int> seen)
    {
        var changes = new List<FieldChange>();
        foreach (var (first, text) in Texts(answers))
        {
            var kind = first.Kind == InputKind.Example && !string.IsNullOrWhiteSpace(text.Link) ? InputKind.Resource : first.Kind;
            changes.Add(Change(first, kind, seen, text));
            // Gaining or losing its link makes an example another kind of thing; the former one is emptied in the same save.
            changes.AddRange(KindsOf(first.Kind).Where(other => other != kind && content.CounterAt(first.Place, other) > 0).Select(other => Change(first, other, seen, null)));
        }
        return changes;
    }

    private FieldChange Change(AnswerPlace place, InputKind kind, IReadOnlyDictionary<string, int> seen, PieceText? text) =>
        new(place.Place, kind, content.CounterAt(place.Place, kind) == 0 ? 0 : seen.GetValueOrDefault(place.Mark), text);

    private static PieceText Put(PieceText text, ReadAnswer answer) => answer.Place.Part switch
    {
        AnswerPart.Title => text with { Title = OneLine(answer.Text) },
        AnswerPart.Link => text with { Link = OneLine(answer.Text) },
        AnswerPart.Tension => text with { Tension = answer.Text },
        AnswerPart.WouldHelp => text with { WouldHelp = answer.Text },
        _ => text with { Text = answer.Text },
    };

    private static string? PartOf(PieceText text, AnswerPart part) => part switch
    {
        AnswerPart.Title => text.Title,
        AnswerPart.Link => text.Link,
        AnswerPart.Tension => text.Tension,
        AnswerPart.WouldHelp => text.WouldHelp,
        _ => text.Text,
    };

    private static InputKind[] KindsOf(InputKind kind) => kind == InputKind.Example ? [InputKind.Example, InputKind.Resource] : [kind];

    private static string OneLine(string text) => string.Join(' ', text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
