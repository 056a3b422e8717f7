using BTech.Languages;

namespace BTech.Documents.Answers;

/// <summary>A line of the form in the language in which it is written.</summary>
/// <param name="Text">The words, on one line.</param>
/// <param name="Language">Their language.</param>
public sealed record FormLine(string Text, Language Language);

/// <summary>One part of the form: a focus area, or the paper as a whole.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Questions">The guiding questions.</param>
/// <param name="Places">Where answers go.</param>
public sealed record FormPart(FormLine Heading, IReadOnlyList<FormLine> Questions, IReadOnlyList<FormPlace> Places);

/// <summary>One place for an answer.</summary>
/// <param name="Place">The place.</param>
/// <param name="Label">What is asked, behind the mark; it stands on a line of its own, and the answer goes under it.</param>
/// <param name="Beginning">The first words of the paragraph that is meant; nothing elsewhere.</param>
public sealed record FormPlace(AnswerPlace Place, FormLine Label, FormLine? Beginning = null);

/// <summary>The questions of a comment window, to be answered in a word processor.</summary>
/// <param name="Title">Title of the consultation.</param>
/// <param name="Window">Title of the window.</param>
/// <param name="Introduction">How to use the form, and that nobody should say who they are.</param>
/// <param name="Parts">The parts in reading order.</param>
/// <param name="Page">The footer with a place for the page's number, such as "Page {0}".</param>
/// <param name="Language">The reader's language.</param>
public sealed record AnswerForm(FormLine Title, FormLine Window, IReadOnlyList<FormLine> Introduction, IReadOnlyList<FormPart> Parts, string Page, Language Language)
{
    /// <summary>Every place in it.</summary>
    public IEnumerable<FormPlace> Places => Parts.SelectMany(part => part.Places);

    /// <summary>Every line that is printed and is no answer, without the marks.</summary>
    public IEnumerable<string> Printed =>
        new[] { Title, Window }.Concat(Introduction)
            .Concat(Parts.SelectMany(part => part.Questions.Prepend(part.Heading).Concat(part.Places.SelectMany(place => new[] { place.Label, place.Beginning }.OfType<FormLine>()))))
            .Select(line => line.Text);
}
