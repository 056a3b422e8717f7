using System.Text;
using System.Text.RegularExpressions;

namespace BTech.Documents.Answers;

/// <summary>One answer that was found.</summary>
/// <param name="Place">Where it belongs.</param>
/// <param name="Text">The words, without empty lines around them.</param>
public sealed record ReadAnswer(AnswerPlace Place, string Text);

/// <summary>
/// Finds the answers in a text that comes back, from a file or pasted: what stands under a mark, up to the next one. Lines that the form itself
/// printed, in whichever language, are left out; what stands under no mark, or under one that this form does not have, is given back as not
/// understood, so that nothing is lost unseen.
/// </summary>
public sealed partial class AnswerReading
{
    private readonly HashSet<string> _places;
    private readonly HashSet<string> _printed;
    private readonly List<string> _labels;

    /// <param name="forms">The window's form in every language in which it can have been filled in.</param>
    public AnswerReading(IReadOnlyList<AnswerForm> forms)
    {
        ArgumentNullException.ThrowIfNull(forms);
        _places = forms.SelectMany(form => form.Places).Select(place => place.Place.Mark).ToHashSet(StringComparer.Ordinal);
        // Another wording may be proposed wherever a paragraph can be commented.
        _places.UnionWith(forms.SelectMany(form => form.Places).Select(place => place.Place.Place.Paragraph).OfType<int>().Select(number => AnswerPlace.WordingAt(number).Mark));
        // Of examples and dilemmas the form prints the first.
        foreach (var area in forms.SelectMany(form => form.Places).Select(place => place.Place.Place.FocusArea).OfType<int>().Distinct())
            for (var item = 1; item <= AnswerPlace.MostItems; item++)
                _places.UnionWith(AnswerPlace.Example(area, item).Concat(AnswerPlace.Dilemma(area, item)).Select(place => place.Mark));
        _printed = forms.SelectMany(form => form.Printed).Select(Folded).Where(line => line.Length > 0).ToHashSet(StringComparer.Ordinal);
        _labels = [.. forms.SelectMany(form => form.Places).Select(place => place.Label.Text.Trim()).Distinct(StringComparer.Ordinal).OrderByDescending(label => label.Length)];
    }

    /// <summary>Reads a text.</summary>
    /// <returns>The answers in the order in which they were found, each place once; and the lines that were not understood.</returns>
    public (IReadOnlyList<ReadAnswer> Answers, IReadOnlyList<string> NotUnderstood) Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var answers = new List<(AnswerPlace Place, StringBuilder Text)>();
        var lost = new List<string>();
        StringBuilder? current = null;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (AnswerPlace.TryRead(Undirected().Replace(line, ""), out var rest) is { } place)
            {
                current = null;
                if (_places.Contains(place.Mark))
                {
                    if (answers.Find(answer => answer.Place == place) is { Text: { } known }) (current = known).Append('\n');
                    else answers.Add((place, current = new StringBuilder()));
                    if (!_printed.Contains(Folded(rest))) current.Append(Unlabelled(rest)).Append('\n');
                }
                else
                {
                    lost.Add(line.Trim());
                }
                continue;
            }
            var isEmpty = string.IsNullOrWhiteSpace(line);
            if (!isEmpty && _printed.Contains(Folded(line))) continue;
            if (current is not null) current.Append(line.TrimEnd()).Append('\n');
            else if (!isEmpty) lost.Add(line.Trim());
        }
        return ([.. answers.Select(answer => new ReadAnswer(answer.Place, ManyEmpty().Replace(answer.Text.ToString(), "\n\n").Trim())).Where(answer => answer.Text.Length > 0)], lost);
    }

    // Whoever goes on behind the label instead of under it.
    private string Unlabelled(string rest) => _labels.Find(label => rest.StartsWith(label, StringComparison.Ordinal)) is { } label ? rest[label.Length..].TrimStart() : rest;

    // As people's programs change what was printed: blanks, the signs of a list, marks of direction.
    private static string Folded(string line) => Blanks().Replace(Undirected().Replace(line, ""), " ").Trim().TrimStart('-', '•', '*', '·').Trim();

    [GeneratedRegex("[\u200B\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069\uFEFF]")]
    private static partial Regex Undirected();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex ManyEmpty();
}
