namespace BTech.Documents.Papers;

/// <summary>
/// Reads a Word document as Markdown: headings, paragraphs, lists, tables, footnotes, links, bold and italic. Authors, comments, tracked
/// changes (as if accepted), hidden text, pictures and fields' codes stay outside; a file with macros or embedded programs is refused.
/// Nothing is fetched, and nothing is written to disk.
/// </summary>
public static class PaperDocx
{
    /// <summary>The document as Markdown, at most <see cref="PaperMarkdown.LongestText"/> characters and a little.</summary>
    /// <param name="file">A seekable stream with the file.</param>
    /// <exception cref="PaperRefusedException">It is no Word document, a broken or unsafe one, or larger than a paper can be.</exception>
    public static string Read(Stream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return DocxOpening.Read(file, (main, body) => new DocxReading(main).Read(body));
    }
}
