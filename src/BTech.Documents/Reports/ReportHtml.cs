using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using BTech.Record.Reports;

namespace BTech.Documents.Reports;

/// <summary>
/// A Summary Report as one HTML file that needs nothing else: no scripts, no pictures, no fonts or styles from elsewhere,
/// fit to be mailed, archived or printed.
/// </summary>
public static class ReportHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private const string Style = """
        :root { color-scheme: light dark; --ink: #1b2429; --ink-2: #46545d; --accent: #0b5563; --link: #0b4f8a; --line: #b9c4ca; --ground: #fff; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e8eef0; --ink-2: #b7c4cb; --accent: #6fd0df; --link: #8cc7ff; --line: #46545d; --ground: #10181c; } }
        html { background: var(--ground); color: var(--ink); }
        body { font: 1.0625rem/1.6 "Noto Sans", "Segoe UI", Roboto, Arial, sans-serif; margin: 0 auto; max-inline-size: 66ch; padding: 2rem 1rem 4rem; overflow-wrap: anywhere; }
        :lang(ar) { font-size: 1.1875rem; line-height: 1.8; }
        h1, h2, h3 { line-height: 1.3; text-wrap: balance; }
        h1, h2 { color: var(--accent); }
        h1 { font-size: 2.25rem; margin: 0 0 0.5rem; }
        h2 { font-size: 1.5rem; margin: 3rem 0 0.75rem; }
        h3 { font-size: 1.125rem; margin: 1.75rem 0 0.5rem; }
        p, ul, ol { margin: 0 0 1rem; }
        ul, ol { padding-inline-start: 1.5rem; }
        li { margin-block-end: 0.5rem; }
        a { color: var(--link); }
        a:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; background: #ffd84d; color: #1b2429; }
        .event { color: var(--ink-2); font-size: 1.1875rem; }
        .basis { color: var(--ink-2); }
        nav { border-block: 1px solid var(--line); margin-block: 2rem; padding-block: 1rem 0.5rem; }
        nav ul, .listed { list-style: none; padding: 0; }
        nav li, .listed li { margin-block-end: 0.25rem; }
        nav h2 { font-size: 1.0625rem; margin: 0 0 0.5rem; }
        table { border-collapse: collapse; font-size: 0.9375rem; inline-size: 100%; margin: 1.5rem 0; }
        caption { font-weight: 700; padding-block-end: 0.5rem; text-align: start; }
        th, td { border-block-end: 1px solid var(--line); padding: 0.5rem 0.75rem 0.5rem 0; text-align: start; vertical-align: top; }
        thead th { color: var(--ink-2); }
        tbody th { font-weight: 400; inline-size: 46%; }
        strong:target { background: #ffe9a8; color: #1b2429; }
        sup { font-size: 0.75em; line-height: 0; }
        .notes { border-block-start: 1px solid var(--line); font-size: 0.9375rem; margin-block-start: 3rem; }
        .notes h2 { font-size: 1.125rem; margin-block-start: 1.25rem; }
        @media print { :root { color-scheme: light; } body { max-inline-size: none; padding: 0; font-size: 11pt; } nav { display: none; } h2, h3 { break-after: avoid; } li, tr { break-inside: avoid; } }
        """;

    /// <summary>Writes UTF-8 without byte order mark.</summary>
    public static void Write(ReportDocument document, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(Encoding.UTF8.GetBytes(Text(document)));
    }

    /// <summary>The HTML text.</summary>
    public static string Text(ReportDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!doctype html>\n<html lang=\"{document.Language.Code}\" dir=\"{document.Language.Direction}\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n")
            .Append(CultureInfo.InvariantCulture, $"<title>{Encode(document.Title)}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<main>\n");
        html.Append(CultureInfo.InvariantCulture, $"<h1>{Encode(document.Title)}</h1>\n");
        if (document.EventLine.Count > 0) html.Append("<p class=\"event\">").Append(Inline(document.EventLine)).Append("</p>\n");
        if (document.Furniture.Basis is { Length: > 0 } basis) html.Append(CultureInfo.InvariantCulture, $"<p class=\"basis\">{Encode(PlainWords.Of(basis))}</p>\n");
        Contents(html, document);
        foreach (var section in document.Sections)
        {
            html.Append(CultureInfo.InvariantCulture, $"<section aria-labelledby=\"{section.Anchor}\">\n<h2 id=\"{section.Anchor}\">{Encode(section.Heading)}</h2>\n");
            foreach (var part in section.Parts) Append(html, part);
            html.Append("</section>\n");
        }
        html.Append("</main>\n");
        Notes(html, document);
        return html.Append("</body>\n</html>\n").ToString();
    }

    private static void Contents(StringBuilder html, ReportDocument document)
    {
        if (document.Sections.Count == 0) return;
        html.Append("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">").Append(Encode(PlainWords.Of(document.Furniture.Contents))).Append("</h2>\n<ul>\n");
        foreach (var section in document.Sections) html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#{section.Anchor}\">{Encode(section.Heading)}</a></li>\n");
        html.Append("</ul>\n</nav>\n");
    }

    private static void Append(StringBuilder html, ReportPart part)
    {
        switch (part)
        {
            case ReportParagraph paragraph:
                html.Append("<p>").Append(Inline(paragraph.Runs)).Append("</p>\n");
                break;
            case ReportBullets bullets:
                html.Append("<ul>\n");
                foreach (var item in bullets.Items) html.Append("<li>").Append(Inline(item)).Append("</li>\n");
                html.Append("</ul>\n");
                break;
            case ReportListing listing:
                html.Append("<h3>").Append(Encode(listing.Heading)).Append("</h3>\n<ul class=\"listed\" role=\"list\">\n");
                foreach (var line in listing.Lines) html.Append("<li>").Append(Encode(line)).Append("</li>\n");
                html.Append("</ul>\n");
                break;
            case ReportTable table:
                Append(html, table);
                break;
        }
    }

    private static void Append(StringBuilder html, ReportTable table)
    {
        html.Append(CultureInfo.InvariantCulture, $"<table id=\"{table.Anchor}\">\n<caption>{Encode(table.Caption)}</caption>\n<thead><tr>");
        foreach (var head in table.Header) html.Append("<th scope=\"col\">").Append(Encode(head)).Append("</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            var head = Encode(row.Head);
            html.Append("<tr><th scope=\"row\">").Append(row.Point is { } point ? string.Create(CultureInfo.InvariantCulture, $"<a href=\"#point-{point}\">{head}</a>") : head).Append("</th>");
            foreach (var cell in row.Cells) html.Append("<td>").Append(Encode(cell)).Append("</td>");
            html.Append("</tr>\n");
        }
        html.Append("</tbody>\n</table>\n");
    }

    private static void Notes(StringBuilder html, ReportDocument document)
    {
        if (document.Notes.Count == 0) return;
        html.Append("<footer class=\"notes\" role=\"doc-endnotes\" aria-labelledby=\"footnotes\">\n<h2 id=\"footnotes\">").Append(Encode(PlainWords.Of(document.Furniture.Footnotes))).Append("</h2>\n<ol>\n");
        foreach (var note in document.Notes)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li id=\"note-{note.Number}\">{Inline(note.Runs)}</li>\n");
        }
        html.Append("</ol>\n</footer>\n");
    }

    private static string Inline(IReadOnlyList<InlineText.Run> runs)
    {
        var html = new StringBuilder();
        foreach (var run in runs)
        {
            if (run.Footnote is { } number)
            {
                html.Append(CultureInfo.InvariantCulture, $"<sup><a href=\"#note-{number}\" role=\"doc-noteref\">{number}</a></sup>");
                continue;
            }
            var words = Encode(run.Text);
            if (run.IsEmphasis) words = $"<em>{words}</em>";
            var name = run.Point is { } point ? string.Create(CultureInfo.InvariantCulture, $" id=\"point-{point}\"") : "";
            if (run.IsKeyPhrase) words = $"<strong{name}>{words}</strong>";
            else if (name.Length > 0) words = $"<span{name}>{words}</span>";
            html.Append(run.Link is { } link ? $"<a href=\"{Encode(link)}\" rel=\"noreferrer\"><bdi>{words}</bdi></a>" : words);
        }
        return html.ToString();
    }

    private static string Encode(string words) => Encoder.Encode(words);
}
