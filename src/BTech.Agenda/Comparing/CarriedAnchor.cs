namespace BTech.Agenda.Comparing;

/// <summary>
/// Where comments on one paragraph of a version stand in a newer one. A comment keeps the paragraph on which it was made for good; this is worked out
/// from what became of the paragraph, so that none can be lost and a corrected comparison carries all of them at once.
/// </summary>
/// <param name="Number">The paragraph's number in the version on which the comments were made.</param>
/// <param name="Fate">What belongs together with it.</param>
/// <param name="Now">Numbers of the paragraphs that it has become, rising; none when its text was deleted.</param>
/// <param name="Before">When it was deleted: the number of the newer version's last paragraph before its place; nothing at the beginning.</param>
public sealed record CarriedAnchor(int Number, ComparedParagraphs Fate, IReadOnlyList<int> Now, int? Before)
{
    /// <summary>From 0 to 100: how sure it is.</summary>
    public int Confidence => Fate.Confidence;

    /// <summary>Whether a person should look.</summary>
    public bool IsDoubtful => Fate.IsDoubtful;

    /// <summary>Whether nothing is left of the text; its comments are listed all the same.</summary>
    public bool IsDeleted => Now.Count == 0;

    /// <summary>One for each numbered paragraph of the older version, in its order.</summary>
    public static IReadOnlyList<CarriedAnchor> Of(PaperComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var found = new List<CarriedAnchor>();
        int? before = null;
        foreach (var line in comparison.Lines)
        {
            // A person may have said that a paragraph has become a heading, which carries no comments.
            IReadOnlyList<int> now = [.. line.New.Select(paragraph => paragraph.Number).OfType<int>().Order()];
            found.AddRange(line.Old.Select(paragraph => paragraph.Number).OfType<int>().Select(number => new CarriedAnchor(number, line, now, now.Count == 0 ? before : null)));
            if (now.Count > 0) before = now[^1];
        }
        return [.. found.OrderBy(anchor => anchor.Number)];
    }
}
