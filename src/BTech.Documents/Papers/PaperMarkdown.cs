using System.Text;
using System.Text.RegularExpressions;
using BTech.Languages;
using Markdig;
using Markdig.Syntax;

namespace BTech.Documents.Papers;

/// <summary>
/// Takes a paper written in Markdown, or plain text, apart into blocks. Each block keeps its own source, so that what staff typed is what is
/// stored and shown; a list that follows a sentence ending in a colon stays with it, because people comment on both as one.
/// </summary>
public static partial class PaperMarkdown
{
    /// <summary>The most paragraphs and headings of a paper.</summary>
    public const int MostBlocks = 2_000;

    /// <summary>The longest paragraph, in characters.</summary>
    public const int LongestBlock = 20_000;

    /// <summary>The longest paper, in characters; an end of a line counts as one.</summary>
    public const int LongestText = 900_000;

    /// <summary>The most signs in one paragraph that could begin or end something; each is looked for in vain among all others when it does not.</summary>
    public const int MostSigns = 4_000;

    private const int MostAddresses = 200;
    private const int MostLevels = 6;

    // Blocks alone: what stands within a line is left as it is, and signs without end cost nothing. A table is a paragraph here.
    private static readonly MarkdownPipeline Pipeline = BlocksAlone();

    /// <summary>The blocks in reading order.</summary>
    /// <exception cref="PaperRefusedException">There is no text, or too much.</exception>
    public static IReadOnlyList<PaperBlock> Read(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        var text = markdown.ReplaceLineEndings("\n");
        if (text.Length > LongestText) throw new PaperRefusedException(PaperFault.TooLarge);
        // Half a character, which a forged form can hold, and what neither Unicode nor the database takes, becomes the sign for one that cannot be read.
        text = UnicodeForm.Of(text.Replace('\0', '\uFFFD'), NormalizationForm.FormC);
        RefuseEndless(text);
        var notes = new MarkdownNotes(text);
        text = notes.Text;
        var blocks = new List<PaperBlock>();
        var document = Parse(text);
        var addresses = document.OfType<LinkReferenceDefinitionGroup>().SelectMany(group => group.OfType<LinkReferenceDefinition>()).ToList();
        foreach (var block in document)
        {
            if (block is ThematicBreakBlock or LinkReferenceDefinitionGroup) continue;
            var source = text[block.Span.Start..(block.Span.End + 1)].Trim();
            if (source.Length == 0) continue;
            if (block is not HeadingBlock) source = WithAddresses(source, addresses);
            if (source.Length > LongestBlock) throw new PaperRefusedException(PaperFault.ParagraphTooLong, source[..40]);
            if (source.AsSpan().Count('*') + source.AsSpan().Count('_') + source.AsSpan().Count('[') + source.AsSpan().Count('`') > MostSigns) throw new PaperRefusedException(PaperFault.TooManySigns, source[..40]);
            if (block is HeadingBlock heading) Heading(blocks, heading, source);
            else if (block is ListBlock && blocks is [.., { IsHeading: false } before] && before.Text[^1] is ':' or '：') blocks[^1] = before with { Text = $"{before.Text}\n\n{source}" };
            else blocks.Add(new PaperBlock(0, source));
            if (blocks.Count > MostBlocks) throw new PaperRefusedException(PaperFault.TooManyParagraphs);
        }
        // "[^1]: Note" looks like the address of a link and is a footnote.
        blocks.AddRange(addresses.Where(address => address.Label?.StartsWith('^') is true).Take(MostAddresses).Select(address => new PaperBlock(0, $"\\[{address.Label}]: {address.Url} {address.Title}".Trim())));
        blocks = [.. notes.In(blocks)];
        if (blocks.Count > MostBlocks) throw new PaperRefusedException(PaperFault.TooManyParagraphs);
        return blocks.Exists(block => !block.IsHeading) ? blocks : throw new PaperRefusedException(PaperFault.Empty);
    }

    /// <summary>Whether it is one paragraph of sentences: no list, table, quotation or anything else that stands apart.</summary>
    internal static bool IsRunningText(string markdown) =>
        Parse(markdown.ReplaceLineEndings("\n")) is [ParagraphBlock] && !markdown.StartsWith('|') && !markdown.Contains("\n|", StringComparison.Ordinal);

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

    // Lines without an empty one between them, far beyond any paragraph, would be read again and again.
    private static void RefuseEndless(string text)
    {
        for (var begin = 0; begin < text.Length;)
        {
            var end = text.IndexOf("\n\n", begin, StringComparison.Ordinal);
            if (end < 0) end = text.Length;
            if (end - begin > 10 * LongestBlock) throw new PaperRefusedException(PaperFault.ParagraphTooLong, text.Substring(begin, 40).Trim());
            begin = end + 1;
        }
    }

    // "[text][1]" with "[1]: https://…" at the end of the paper: a paragraph is stored and shown alone, and takes its addresses with it.
    private static string WithAddresses(string source, List<LinkReferenceDefinition> addresses)
    {
        if (!source.Contains('[', StringComparison.Ordinal)) return source;
        foreach (var address in addresses.Take(MostAddresses).Where(address => address.Label?.StartsWith('^') is false && source.Contains($"[{address.Label}]", StringComparison.OrdinalIgnoreCase)).ToList())
            if ($"{source}\n\n[{address.Label}]: {address.Url}" is { Length: <= LongestBlock } longer) source = longer;
        return source;
    }

    private static MarkdownPipeline BlocksAlone()
    {
        var builder = new MarkdownPipelineBuilder().DisableHtml();
        builder.InlineParsers.Clear();
        return builder.Build();
    }

    private static void Heading(List<PaperBlock> blocks, HeadingBlock heading, string source)
    {
        // "# Title", "# Title #", or one or more lines underlined with = or -.
        var line = heading.IsSetext ? string.Join(' ', source.Split('\n')[..^1].Select(part => part.Trim())) : ClosingSigns().Replace(source.TrimStart('#'), "").Trim();
        if (line.Length > 0) blocks.Add(new PaperBlock(Math.Min(heading.Level, MostLevels), line));
    }

    // "C #" has a closing sign, "C#" does not.
    [GeneratedRegex(@"(?:^|[ \t])#+[ \t]*$")]
    private static partial Regex ClosingSigns();
}
