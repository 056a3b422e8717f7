using BTech.Languages;

namespace BTech.Documents.Reports;

/// <summary>One line of the list of participants, as its person agreed to and as it was frozen for the report.</summary>
/// <param name="Name">The name, unless only the organisation is listed.</param>
/// <param name="Organisation">The organisation, or the words for "in a personal capacity".</param>
/// <param name="Honorific">"Ms.", "Dr.", if wanted.</param>
/// <param name="Role">What the person does there.</param>
public sealed record ListedParticipant(string? Name, string? Organisation, string? Honorific = null, string? Role = null)
{
    private static readonly char[] Trailing = [' ', ',', ';', ':', '.', '،', '؛', '，', '；', '。', '、'];

    /// <summary>"Ms. Name, Role, Organisation" with the language's comma and no trailing punctuation.</summary>
    public string Line(Language language)
    {
        ArgumentNullException.ThrowIfNull(language);
        var comma = language == Language.Arabic ? "، " : language == Language.Chinese ? "，" : ", ";
        var name = string.Join(' ', new[] { Honorific, Name }.Where(part => !string.IsNullOrWhiteSpace(part)).Select(part => part!.Trim()));
        var parts = new[] { name, Role, Organisation }
            .Select(part => PlainWords.Of(part).Trim(Trailing[..3]).Trim())
            .Where(part => part.Length > 0);
        return string.Join(comma, parts).TrimEnd(Trailing);
    }
}
