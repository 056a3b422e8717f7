using BTech.Languages;
using BTech.Record.Reports;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace BTech.Documents.Reports;

/// <summary>
/// Sets paragraphs and runs in one language. Direction stands on the paragraph and on the run, and bold and italic
/// are doubled for complex scripts: with only one of the two, Arabic comes out in the wrong order or not bold.
/// </summary>
internal sealed class DocxTypesetter(Language language)
{
    private readonly HashSet<int> _referredTo = [];

    public Paragraph Paragraph(string style, IEnumerable<OpenXmlElement> content)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = style });
        if (language.IsRightToLeft) properties.Append(new BiDi());
        var paragraph = new Paragraph(properties);
        paragraph.Append(content);
        return paragraph;
    }

    public IEnumerable<OpenXmlElement> Words(string words) => words.Length == 0 ? [] : [Run(new InlineText.Run(words))];

    /// <summary>The runs of a text; addresses become relationships of the part in which the text stands.</summary>
    public IEnumerable<OpenXmlElement> Runs(OpenXmlPart part, IEnumerable<InlineText.Run> runs)
    {
        foreach (var run in runs)
        {
            if (run.Footnote is { } number) yield return Reference(number);
            else if (run.Link is { } link) yield return new Hyperlink(Run(run)) { Id = Relationship(part, link), History = true };
            else if (run.Text.Length > 0) yield return Run(run);
        }
    }

    /// <summary>A table with lines; its first row is its head, said again on each page. A table takes nothing after it, so a paragraph has to follow.</summary>
    public Table Table(IEnumerable<IEnumerable<IEnumerable<OpenXmlElement>>> rows, bool hasHead = true)
    {
        var cells = rows.Select(row => row.ToList()).ToList();
        var width = cells.Count == 0 ? 0 : cells.Max(row => row.Count);
        var lines = new EnumValue<BorderValues>(BorderValues.Single);
        var properties = new TableProperties();
        if (language.IsRightToLeft) properties.Append(new BiDiVisual());
        properties.Append(new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct }, new TableBorders(
            new TopBorder { Val = lines, Size = 4 }, new LeftBorder { Val = lines, Size = 4 }, new BottomBorder { Val = lines, Size = 4 }, new RightBorder { Val = lines, Size = 4 },
            new InsideHorizontalBorder { Val = lines, Size = 4 }, new InsideVerticalBorder { Val = lines, Size = 4 }));
        var grid = new TableGrid(Enumerable.Range(0, width).Select(_ => new GridColumn { Width = (9000 / Math.Max(width, 1)).ToString(System.Globalization.CultureInfo.InvariantCulture) }));
        var table = new Table(properties, grid);
        foreach (var (row, index) in cells.Select((row, index) => (row, index)))
        {
            var written = new TableRow();
            if (hasHead && index == 0) written.Append(new TableRowProperties(new TableHeader()));
            foreach (var cell in row.Concat(Enumerable.Repeat<IEnumerable<OpenXmlElement>>([], width)).Take(width)) written.Append(new TableCell(Paragraph("BodyText", cell)));
            table.Append(written);
        }
        return table;
    }

    public static Run FootnoteMark() =>
        new(new RunProperties(new RunStyle { Val = "FootnoteReference" }), new FootnoteReferenceMark());

    /// <summary>A footer's words with the page's number at their place.</summary>
    public IEnumerable<OpenXmlElement> PageLine(string line)
    {
        var words = PlainWords.Of(line);
        var place = words.IndexOf("{0}", StringComparison.Ordinal);
        var (before, after) = place < 0 ? (words, string.Empty) : (words[..place], words[(place + 3)..]);
        return [.. Words(before), new SimpleField(Run(new InlineText.Run("1"))) { Instruction = " PAGE " }, .. Words(after)];
    }

    /// <summary>Words in a character style.</summary>
    public Run Styled(string style, string words)
    {
        var run = Run(new InlineText.Run(words));
        run.RunProperties!.PrependChild(new RunStyle { Val = style });
        return run;
    }

    private Run Run(InlineText.Run run)
    {
        var properties = new RunProperties();
        if (run.Link is not null) properties.Append(new RunStyle { Val = "Hyperlink" });
        if (run.IsKeyPhrase) properties.Append(new Bold(), new BoldComplexScript());
        if (run.IsEmphasis) properties.Append(new Italic(), new ItalicComplexScript());
        // An address reads from left to right in every language.
        if (language.IsRightToLeft && !IsAddress(run)) properties.Append(new RightToLeftText());
        properties.Append(DocxStyles.LanguagesOf(language));
        return new Run(properties, new Text(run.Text) { Space = SpaceProcessingModeValues.Preserve });
    }

    private static bool IsAddress(InlineText.Run run) =>
        run.Link is { } link && link.EndsWith(run.Text, StringComparison.Ordinal);

    // Word has one reference per footnote; when a text refers to it again, only the number is shown.
    private Run Reference(int number) => _referredTo.Add(number)
        ? new(new RunProperties(new RunStyle { Val = "FootnoteReference" }), new FootnoteReference { Id = number })
        : new(
            new RunProperties(new RunStyle { Val = "FootnoteReference" }),
            new Text(number.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static string Relationship(OpenXmlPart part, string link)
    {
        if (part.HyperlinkRelationships.FirstOrDefault(known => known.Uri.OriginalString == link) is { } existing) return existing.Id;
        var id = $"rIdLink{(part.HyperlinkRelationships.Count() + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)}";
        return part.AddHyperlinkRelationship(new Uri(link, UriKind.Absolute), isExternal: true, id).Id;
    }
}
