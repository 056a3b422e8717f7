using Ganss.Xss;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace BTech.Web.Design;

/// <summary>
/// The team's Markdown as HTML: raw HTML is off, and what comes out is sanitised again, because the Markdown writer itself
/// lets <c>javascript:</c> addresses and remote images through. No images: one from elsewhere would tell who reads.
/// </summary>
public static class PaperText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().UsePipeTables().Build();

    private static readonly HtmlSanitizer Sanitizer = MakeSanitizer();

    /// <summary>Paragraphs, lists, tables, emphasis and links to https and mailto; anything else is reduced to its text.</summary>
    public static IHtmlContent Html(string? markdown)
    {
        if (string.IsNullOrWhiteSpace(markdown)) return HtmlString.Empty;
        var html = Sanitizer.Sanitize(Markdown.ToHtml(markdown, Pipeline));
        // A wide table scrolls by itself, also by keyboard, instead of widening the page.
        return new HtmlString(html.Replace("<table>", "<div class=\"scroll\" tabindex=\"0\"><table>", StringComparison.Ordinal).Replace("</table>", "</table></div>", StringComparison.Ordinal));
    }

    /// <summary>The text alone, for headings and titles.</summary>
    public static string Plain(string? markdown) => string.IsNullOrWhiteSpace(markdown) ? "" : Markdown.ToPlainText(markdown, Pipeline).Trim();

    /// <summary>The text alone, with a line for each paragraph, item of a list and row of a table: for comparing.</summary>
    public static string Lines(string? markdown)
    {
        if (string.IsNullOrWhiteSpace(markdown)) return "";
        var lines = new List<string>();
        Add(Markdown.Parse(markdown, Pipeline), "", lines);
        return string.Join('\n', lines);
    }

    private static void Add(MarkdownObject block, string sign, List<string> lines)
    {
        switch (block)
        {
            case LinkReferenceDefinitionGroup:
                break;
            case LeafBlock { Inline: { } inline }:
                lines.Add(sign + Words(inline).Trim());
                break;
            case CodeBlock code:
                lines.Add(sign + code.Lines.ToString().Trim());
                break;
            case Table table:
                foreach (var row in table.OfType<TableRow>())
                {
                    var cells = new List<string>();
                    foreach (var cell in row) Add(cell, "", cells);
                    lines.Add(string.Join(" | ", cells));
                }
                break;
            case ListBlock list:
                foreach (var item in list.OfType<ListItemBlock>()) Add(item, list.IsOrdered ? $"{item.Order}. " : "• ", lines);
                break;
            case ContainerBlock container:
                foreach (var inner in container)
                {
                    Add(inner, sign, lines);
                    sign = "";
                }
                break;
        }
    }

    private static string Words(ContainerInline inlines) => string.Concat(inlines.Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        AutolinkInline link => link.Url,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        LineBreakInline line => line.IsHard ? "\n" : " ",
        ContainerInline container => Words(container),
        _ => "",
    }));

    private static HtmlSanitizer MakeSanitizer()
    {
        var sanitizer = new HtmlSanitizer { KeepChildNodes = true };
        Only(sanitizer.AllowedTags, "p", "ul", "ol", "li", "em", "strong", "a", "blockquote", "br", "code", "sub", "sup", "table", "thead", "tbody", "tr", "th", "td");
        Only(sanitizer.AllowedAttributes, "href", "start");
        Only(sanitizer.AllowedSchemes, "https", "mailto");
        sanitizer.AllowedCssProperties.Clear();
        sanitizer.AllowDataAttributes = false;
        sanitizer.PostProcessNode += (_, node) =>
        {
            if (node.Node is AngleSharp.Dom.IElement { LocalName: "a" } link) link.SetAttribute("rel", "noopener noreferrer");
        };
        return sanitizer;
    }

    private static void Only(ISet<string> allowed, params string[] names)
    {
        allowed.Clear();
        allowed.UnionWith(names);
    }
}
