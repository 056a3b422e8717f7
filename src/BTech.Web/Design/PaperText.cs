using Ganss.Xss;
using Markdig;
using Microsoft.AspNetCore.Html;

namespace BTech.Web.Design;

/// <summary>
/// The team's Markdown as HTML: raw HTML is off, and what comes out is sanitised again, because the Markdown writer itself
/// lets <c>javascript:</c> addresses and remote images through. No images: one from elsewhere would tell who reads.
/// </summary>
public static class PaperText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().Build();

    private static readonly HtmlSanitizer Sanitizer = MakeSanitizer();

    /// <summary>Paragraphs, lists, emphasis and links to https and mailto; anything else is reduced to its text.</summary>
    public static IHtmlContent Html(string? markdown)
    {
        if (string.IsNullOrWhiteSpace(markdown)) return HtmlString.Empty;
        return new HtmlString(Sanitizer.Sanitize(Markdown.ToHtml(markdown, Pipeline)));
    }

    /// <summary>The text alone, for headings and titles.</summary>
    public static string Plain(string? markdown) => string.IsNullOrWhiteSpace(markdown) ? "" : Markdown.ToPlainText(markdown, Pipeline).Trim();

    private static HtmlSanitizer MakeSanitizer()
    {
        var sanitizer = new HtmlSanitizer { KeepChildNodes = true };
        Only(sanitizer.AllowedTags, "p", "ul", "ol", "li", "em", "strong", "a", "blockquote", "br", "code", "sub", "sup");
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
