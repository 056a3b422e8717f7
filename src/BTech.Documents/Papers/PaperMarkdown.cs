using System.Text;
using Markdig;
using Markdig.Syntax;

namespace BTech.Documents.Papers;

/// <summary>
/// Takes a paper written in Markdown, or plain text, apart into blocks. Each block keeps its own source, so that what staff typed is what is
/// stored and shown; a list that follows a sentence ending in a colon stays with it, because people comment on both as one.
/// </summary>
public static class PaperMarkdown
{
    /// <summary>The most paragraphs and headings of a paper.</summary>
    public const int MostBlocks = 2_000;

    /// <summary>The longest paragraph, in characters.</summary>
    public const int LongestBlock = 20_000;

    private const int MostLevels = 6;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    /// <summary>The blocks in reading order.</summary>
    /// <exception cref="PaperRefusedException">There is no text, or too much.</exception>
    public static IReadOnlyList<PaperBlock> Read(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        // Half a character, which a forged form can hold, becomes the sign for one that cannot be read.
        var text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(markdown)).ReplaceLineEndings("\n").Normalize(NormalizationForm.FormC);
        var blocks = new List<PaperBlock>();
        foreach (var block in Parse(text))
        {
            if (block is ThematicBreakBlock or LinkReferenceDefinitionGroup) continue;
            var source = text[block.Span.Start..(block.Span.End + 1)].Trim();
            if (source.Length == 0) continue;
            if (source.Length > LongestBlock) throw new PaperRefusedException(PaperFault.ParagraphTooLong, source[..40]);
            if (block is HeadingBlock heading) Heading(blocks, heading, source);
            else if (block is ListBlock && blocks is [.., { IsHeading: false } before] && before.Text[^1] is ':' or '：') blocks[^1] = before with { Text = $"{before.Text}\n\n{source}" };
            else blocks.Add(new PaperBlock(0, source));
            if (blocks.Count > MostBlocks) throw new PaperRefusedException(PaperFault.TooManyParagraphs);
        }
        return blocks.Exists(block => !block.IsHeading) ? blocks : throw new PaperRefusedException(PaperFault.Empty);
    }

    private static MarkdownDocument Parse(string text)
    {
        try
        {
            return Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            // The parser's own limit against texts made to exhaust it.
            throw new PaperRefusedException(PaperFault.TooDeep);
        }
    }

    private static void Heading(List<PaperBlock> blocks, HeadingBlock heading, string source)
    {
        // "# Title", "# Title #", or a line underlined with = or -.
        var line = source.Split('\n')[0].Trim().TrimStart('#').Trim();
        if (line.EndsWith('#')) line = line.TrimEnd('#').Trim();
        if (line.Length > 0) blocks.Add(new PaperBlock(Math.Min(heading.Level, MostLevels), line));
    }
}
