namespace BTech.Documents.Reports;

/// <summary>The few words that a file shows around the report's own text, in the report's language.</summary>
/// <param name="Contents">Heading of the contents.</param>
/// <param name="Footnotes">Heading of the footnotes where they do not stand at the foot of a page.</param>
/// <param name="Page">Page number with a place for it: "Page {0}".</param>
/// <param name="Corrected">Heading above the note of a correction.</param>
/// <param name="Basis">Under the title: what the text rests on ("As recorded at the meeting"), or that it is a draft; nothing where there is nothing to say.</param>
/// <param name="Annex">Below the list of participants: where submissions on the record stand, inline text with a link; nothing where there are none.</param>
/// <param name="Schema">Address of the schema that the data file follows (<see cref="ReportSchema"/>); nothing where the site's own is not known.</param>
public sealed record ReportFurniture(string Contents, string Footnotes, string Page, string Corrected, string? Basis = null, string? Annex = null, string? Schema = null)
{
    /// <summary>The words in English.</summary>
    public static ReportFurniture English { get; } = new("Contents", "Footnotes", "Page {0}", "What was corrected in this version");
}
