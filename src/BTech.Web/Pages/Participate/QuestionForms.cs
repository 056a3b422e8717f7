using BTech.Agenda.Papers;
using BTech.Agenda.Windows;
using BTech.Documents.Answers;
using BTech.Languages;
using BTech.Web.Design;
using BTech.Web.Words;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Participate;

/// <summary>Makes a window's questions a form, in any of the six languages. It is the same for everybody who takes part.</summary>
public sealed class QuestionForms(ScopingPapers papers, IStringLocalizer<Words.AnswerForm> words)
{
    // Characters of a paragraph by which it is recognised; the whole of it stands in the paper.
    private const int Beginning = 160;

    /// <summary>The form in every language.</summary>
    public async Task<IReadOnlyList<Documents.Answers.AnswerForm>> AllAsync(CommentWindow window, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(window);
        var paper = window.PaperVersionId is { } version ? await papers.FindAsync(version, cancel) : null;
        return [.. Language.All.Select(language => In(language, window, paper?.Paragraphs ?? []))];
    }

    private Documents.Answers.AnswerForm In(Language language, CommentWindow window, IReadOnlyCollection<Paragraph> paragraphs)
    {
        using var spoken = Speaking.In(language);
        var consultation = window.Consultation;
        var parts = consultation.FocusAreas.OrderBy(area => area.Number).Select(area => new FormPart(
            Own(PieceName.Of(Record.Boxes.Place.InFocusArea(area.Number), consultation.FocusAreas, language, words), language),
            Questions(area.Questions, language),
            [
                new FormPlace(AnswerPlace.InFocusArea(area.Number), Own(words["Form.Label.Area"], language)),
                .. Places(paragraphs.Where(paragraph => paragraph.FocusAreaNumber == area.Number), language),
                .. Items(AnswerPlace.Example(area.Number, 1), "Example", language),
                .. Items(AnswerPlace.Dilemma(area.Number, 1), "Dilemma", language),
            ])).ToList();
        var others = Places(paragraphs.Where(paragraph => paragraph.FocusAreaNumber is not { } area || !consultation.FocusAreas.Exists(known => known.Number == area)), language).ToList();
        if (others.Count > 0) parts.Add(new FormPart(Own(words["Form.Others"], language), [], others));
        parts.Add(new FormPart(Own(words["Overall"], language), [], [new FormPlace(AnswerPlace.Overall, Own(words["Form.Label.Overall"], language))]));
        return new Documents.Answers.AnswerForm(
            Theirs(consultation.Title, language), Theirs(window.Title, language), [.. Enumerable.Range(1, 4).Select(line => Own(words[$"Form.Intro.{line}"], language))], parts, words["Form.Page"].Value, language);
    }

    private IEnumerable<FormPlace> Places(IEnumerable<Paragraph> paragraphs, Language language) =>
        from paragraph in paragraphs
        where paragraph.Number is not null
        orderby paragraph.Order
        let text = paragraph.Text.In(language)
        select new FormPlace(
            AnswerPlace.AtParagraph(paragraph.Number!.Value), Own(words["Form.Label.Paragraph", paragraph.Number], language),
            new FormLine($"{paragraph.Number} · {Short(PaperText.Plain(text.Text))}", text.Language));

    private IEnumerable<FormPlace> Items(IReadOnlyList<AnswerPlace> parts, string kind, Language language) =>
        parts.Select((part, index) => new FormPlace(part, Own(words[$"Form.Label.{kind}.{part.Part}"], language), index == 0 ? Own(words[$"Form.{kind}"], language) : null));

    private static FormLine[] Questions(LocalizedText questions, Language language)
    {
        var (text, written) = questions.In(language);
        return [.. (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(question => new FormLine(question, written))];
    }

    private static FormLine Theirs(LocalizedText text, Language language)
    {
        var (words, written) = text.In(language);
        return new FormLine(words, written);
    }

    private static FormLine Own(string text, Language language) => new(text, language);

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        var elements = new System.Globalization.StringInfo(line);
        return elements.LengthInTextElements <= Beginning ? line : elements.SubstringByTextElements(0, Beginning) + "…";
    }
}
