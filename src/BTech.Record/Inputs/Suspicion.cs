using BTech.Languages;
using BTech.Languages.Coach;

namespace BTech.Record.Inputs;

/// <summary>A passage of an input that may show who wrote it, for a person to decide on. Positions count code points of the whole text.</summary>
/// <param name="Start">First code point.</param>
/// <param name="End">Code point after the last.</param>
/// <param name="Tell">What in it may tell.</param>
/// <param name="Words">The words themselves.</param>
public sealed record Suspicion(int Start, int End, Tell Tell, string Words)
{
    /// <summary>
    /// What may tell in the readable part of a text: by the rules of the six languages, and names that are to be protected. What is masked is not looked at.
    /// </summary>
    /// <param name="text">The text as readers see it.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="names">The names, used for this call only.</param>
    /// <param name="harmless">Passages that were looked at and do not tell.</param>
    public static IReadOnlyList<Suspicion> In(MaskedText text, SelfIdentification rules, NamesInText names, IReadOnlyCollection<HarmlessPassage> harmless)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(harmless);
        // As long as the text itself, so that places hold; a new line parts what stands beside a mask.
        var readable = string.Concat(text.Stretches.Select(stretch => stretch.Words ?? new string('\n', stretch.End - stretch.Start)));
        var found = new List<TellingPassage>();
        foreach (var one in rules.Find(readable, OwnEntry.Nobody).Concat(names.Find(readable)).OrderBy(one => one.Start).ThenByDescending(one => one.End))
        {
            if (found.Count > 0 && one.Start < found[^1].End)
                found[^1] = new TellingPassage(found[^1].Start, Math.Max(found[^1].End, one.End), (Tell)Math.Min((int)found[^1].Tell, (int)one.Tell));
            else found.Add(one);
        }
        return [.. found.Where(one => !harmless.Any(passage => passage.Start <= one.Start && passage.End >= one.End)).Select(one => new Suspicion(one.Start, one.End, one.Tell, CodePoints.Slice(readable, one.Start, one.End).Trim()))];
    }
}
