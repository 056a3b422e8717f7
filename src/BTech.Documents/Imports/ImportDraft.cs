using BTech.Record.Imports;

namespace BTech.Documents.Imports;

/// <summary>
/// What a note or a file holds, before anybody has decided where it goes. Columns that say who or when are not in it but for their names: they were
/// let go while the file was read, so that no later step can take them.
/// </summary>
/// <param name="Channel">By which channel it comes.</param>
/// <param name="IsRunning">Whether its parts are one text and follow each other; else each text stands for itself.</param>
/// <param name="Parts">What can be given a focus area.</param>
/// <param name="LetGo">Names of the columns that say who or when.</param>
public sealed record ImportDraft(ImportChannel Channel, bool IsRunning, IReadOnlyList<ImportPart> Parts, IReadOnlyList<string> LetGo)
{
    /// <summary>The most parts: each is a choice on one page.</summary>
    public const int MostParts = 300;

    /// <summary>In a choice: a text on the whole, in no focus area.</summary>
    public const int Overall = 0;

    /// <summary>The texts as they would be taken over.</summary>
    /// <param name="choices">For each part the number of its focus area, <see cref="Overall"/>, or nothing to leave it out; parts beyond the list are left out.</param>
    public IReadOnlyList<ImportedText> Texts(IReadOnlyList<int?> choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        var chosen = Parts.Select((part, at) => (Part: part, Area: at < choices.Count ? choices[at] : null)).ToList();
        var texts = new List<ImportedText>();
        for (var at = 0; at < chosen.Count; at++)
        {
            var (part, choice) = chosen[at];
            if (choice is not { } area) continue;
            // Passages of one section that go to the same place stay together: alone and in random order nobody would understand them.
            var joined = new List<string>(part.Texts);
            while (IsRunning && at + 1 < chosen.Count && chosen[at + 1].Part.Name == part.Name && chosen[at + 1].Area == choice) joined.AddRange(chosen[++at].Part.Texts);
            foreach (var text in IsRunning ? [string.Join("\n\n", joined)] : joined)
                texts.AddRange(LongText.Divide(text, ImportBook.LongestText).Select(piece => new ImportedText(area == Overall ? null : area, part.Name, piece)));
        }
        return texts;
    }
}
