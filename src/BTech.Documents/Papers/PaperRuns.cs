using BTech.Record.Reports;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BTech.Documents.Papers;

/// <summary>A paper's Markdown on its way out: blocks, and the runs within one; what is neither text nor emphasis nor a safe link is reduced to its words.</summary>
internal static class PaperRuns
{
    /// <summary>The run that stands for an end of a line that the author wanted, as before a footnote.</summary>
    public const string EndOfLine = "\n";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    public static MarkdownDocument Blocks(string text) => Markdown.Parse(text, Pipeline);

    public static IReadOnlyList<InlineText.Run> Of(LeafBlock leaf) =>
        leaf.Inline is { } inline ? [.. Pieces(inline, false, false, null)] : [new InlineText.Run(leaf.Lines.ToString())];

    private static IEnumerable<InlineText.Run> Pieces(ContainerInline inlines, bool bold, bool italic, string? link) => inlines.SelectMany(inline => inline switch
    {
        LiteralInline literal => [new InlineText.Run(literal.Content.ToString(), bold, italic, link)],
        CodeInline code => [new InlineText.Run(code.Content, bold, italic, link)],
        HtmlEntityInline entity => [new InlineText.Run(entity.Transcoded.ToString(), bold, italic, link)],
        AutolinkInline address => [new InlineText.Run(address.Url, bold, italic, Safe(address.IsEmail ? $"mailto:{address.Url}" : address.Url))],
        LineBreakInline end => [new InlineText.Run(end.IsHard ? EndOfLine : " ")],
        EmphasisInline emphasis => Pieces(emphasis, bold || emphasis.DelimiterCount > 1, italic || emphasis.DelimiterCount == 1, link),
        LinkInline { IsImage: false } address => Pieces(address, bold, italic, Safe(address.Url)),
        ContainerInline container => Pieces(container, bold, italic, link),
        _ => Enumerable.Empty<InlineText.Run>(),
    });

    // As on the page: nothing but https and mailto is a link.
    private static string? Safe(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var found) && found.Scheme is "https" or "mailto" ? found.AbsoluteUri : null;
}
