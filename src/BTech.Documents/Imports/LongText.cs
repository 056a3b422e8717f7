namespace BTech.Documents.Imports;

/// <summary>Divides a text that is longer than one may be: at paragraphs, where a paragraph is too long at lines, then at blanks, then anywhere between characters.</summary>
internal static class LongText
{
    private static readonly string[] Ends = ["\n\n", "\n", " "];

    /// <summary>The pieces in order, none empty and none longer than <paramref name="most"/>.</summary>
    public static IEnumerable<string> Divide(string text, int most)
    {
        var rest = text.Trim();
        while (rest.Length > most)
        {
            var end = Ends.Select(sign => rest.LastIndexOf(sign, most, StringComparison.Ordinal)).FirstOrDefault(place => place > most / 2);
            if (end == 0) end = char.IsLowSurrogate(rest[most]) ? most - 1 : most;
            yield return rest[..end].TrimEnd();
            rest = rest[end..].TrimStart();
        }
        if (rest.Length > 0) yield return rest;
    }
}
