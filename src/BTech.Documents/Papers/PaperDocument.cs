using BTech.Agenda.Papers;
using BTech.Languages;

namespace BTech.Documents.Papers;

/// <summary>A version of the scoping paper on its way out, in one language as far as it exists in it.</summary>
/// <param name="Title">Title of the paper.</param>
/// <param name="Version">The version's line under the title, in the page's words.</param>
/// <param name="Page">The footer with a place for the page's number, such as "Page {0}".</param>
/// <param name="Language">The reader's language; what does not exist in it stands in English.</param>
/// <param name="Paragraphs">The paragraphs in reading order.</param>
/// <param name="Contents">The heading of the contents, for a file with pages.</param>
public sealed record PaperDocument(string Title, string Version, string Page, Language Language, IReadOnlyList<Paragraph> Paragraphs, string? Contents = null)
{
    /// <summary>The style of the number beside a paragraph: by it the number is left out when the file comes back as a new version.</summary>
    internal const string NumberStyle = "ConsultationParagraphNumber";

    /// <summary>The style of the line that says which version it is; left out likewise.</summary>
    internal const string VersionStyle = "ConsultationVersion";
}
