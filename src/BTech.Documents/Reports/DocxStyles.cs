using BTech.Documents.Papers;
using BTech.Languages;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using RunLanguages = DocumentFormat.OpenXml.Wordprocessing.Languages;

namespace BTech.Documents.Reports;

/// <summary>The look of a Word file: styles, bullets and settings. Colours are those of the web pages.</summary>
internal static class DocxStyles
{
    private const string Ink = "1B2429";
    private const string SecondInk = "46545D";
    private const string Accent = "0B5563";
    private const string Link = "0B4F8A";
    private const string Line = "B9C4CA";
    private const int BulletList = 1;

    /// <summary>Languages of a run: Latin and Cyrillic, Chinese, and complex scripts each have their own.</summary>
    public static RunLanguages LanguagesOf(Language language) => new()
    {
        Val = language == Language.French ? "fr-FR" : language == Language.Russian ? "ru-RU" : language == Language.Spanish ? "es-ES" : "en-GB",
        EastAsia = "zh-CN",
        Bidi = "ar-SA",
    };

    /// <summary>The styles, in the language of the report.</summary>
    public static Styles For(Language language)
    {
        var arabic = language.IsRightToLeft;
        return new Styles(
            new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle(
                    new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri", EastAsia = "Microsoft YaHei", ComplexScript = "Arial" },
                    new Color { Val = Ink },
                    new FontSize { Val = "22" },
                    new FontSizeComplexScript { Val = arabic ? "24" : "22" },
                    LanguagesOf(language))),
                new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(
                    new SpacingBetweenLines { After = "0", Line = "288", LineRule = LineSpacingRuleValues.Auto }))),
            Default(),
            Character("DefaultParagraphFont", "Default Paragraph Font", isDefault: true),
            Character("Hyperlink", "Hyperlink", new Color { Val = Link }, new Underline { Val = UnderlineValues.Single }),
            Character("FootnoteReference", "footnote reference", new VerticalTextAlignment { Val = VerticalPositionValues.Superscript }),
            Paragraph("BodyText", "Body Text", Spacing(0, 160)),
            Paragraph("ListIntroduction", "List Introduction", new KeepNext(), Spacing(0, 100)),
            Paragraph("TableCaption", "Table Caption", 22, Ink, true, new KeepNext(), Spacing(160, 80)),
            Paragraph("ListBullet", "List Bullet",
                new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = BulletList }),
                Spacing(0, 100)),
            Paragraph("FootnoteText", "footnote text", 18, Ink, false, Spacing(0, 40, 252)),
            Paragraph("Footer", "footer", 18, SecondInk, false, new Justification { Val = JustificationValues.Center }),
            Paragraph("ListedParticipant", "Listed Participant", new KeepLines(), Spacing(0, 60, 259), new Indentation { Start = "284", Hanging = "284" }),
            Paragraph("Title", "Title", 52, Accent, true, new KeepNext(), Spacing(0, 80, 252), new OutlineLevel { Val = 0 }),
            Paragraph("Subtitle", "Subtitle", 26, SecondInk, false, Spacing(0, 200, 276)),
            Paragraph("Basis", "Basis", 20, SecondInk, false, Spacing(0, 200)),
            Paragraph("ContentsHeading", "Contents Heading", 24, Accent, true, new KeepNext(), Rule(), Spacing(120, 80), new OutlineLevel { Val = 1 }),
            Paragraph("TOC1", "toc 1", Spacing(0, 40, 259)),
            Paragraph("Heading2", "heading 2", 32, Accent, true, new KeepNext(), new KeepLines(), Spacing(400, 120, 259), new OutlineLevel { Val = 1 }),
            Paragraph("Heading3", "heading 3", 24, Ink, true, new KeepNext(), new KeepLines(), Spacing(240, 80, 259), new OutlineLevel { Val = 2 }));
    }

    /// <summary>The same with the line of the version, and the number beside a paragraph, of a paper.</summary>
    public static Styles ForPapers(Language language)
    {
        var styles = For(language);
        styles.Append(Paragraph(PaperDocument.VersionStyle, "Version", 26, SecondInk, false, Spacing(0, 200, 276)));
        styles.Append(Character(PaperDocument.NumberStyle, "Paragraph Number", new Bold(), new BoldComplexScript(), new Color { Val = Accent }));
        return styles;
    }

    /// <summary>A4 with margins of 2.5 cm, in twentieths of a point.</summary>
    public static SectionProperties Page(Language language, string footer)
    {
        var page = new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = 1304, Bottom = 1304, Left = 1418, Right = 1418, Header = 709, Footer = 567, Gutter = 0 });
        if (language.IsRightToLeft) page.Append(new BiDi());
        return page;
    }

    /// <summary>The one bullet list.</summary>
    public static Numbering Bullets() => new(
        new AbstractNum(
            new MultiLevelType { Val = MultiLevelValues.SingleLevel },
            new Level(
                new StartNumberingValue { Val = 1 },
                new NumberingFormat { Val = NumberFormatValues.Bullet },
                new ParagraphStyleIdInLevel { Val = "ListBullet" },
                new LevelText { Val = "•" },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Start = "454", Hanging = "284" }),
                new NumberingSymbolRunProperties(
                    new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri", ComplexScript = "Arial" },
                    new Color { Val = Accent })) { LevelIndex = 0 }) { AbstractNumberId = 0 },
        new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = BulletList });

    /// <summary>Settings: the footnote separators, and that the file was written for a Word of this decade.</summary>
    public static Settings Settings() => new(
        new FootnoteDocumentWideProperties(
            new FootnoteSpecialReference { Id = -1 },
            new FootnoteSpecialReference { Id = 0 }),
        Decade());

    /// <summary>Settings of a file without footnotes.</summary>
    public static Settings SettingsWithoutNotes() => new(Decade());

    private static Compatibility Decade() => new(new CompatibilitySetting
    {
        Name = CompatSettingNameValues.CompatibilityMode,
        Uri = "http://schemas.microsoft.com/office/word",
        Val = "15",
    });

    private static Style Default() => new(
        new StyleName { Val = "Normal" },
        new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true };

    private static Style Character(string id, string name, params OpenXmlElement[] properties) => Character(id, name, false, properties);

    private static Style Character(string id, string name, bool isDefault, params OpenXmlElement[] properties)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Character, StyleId = id };
        if (isDefault) style.Default = true;
        if (properties.Length > 0) style.Append(new StyleRunProperties(properties));
        return style;
    }

    private static Style Paragraph(string id, string name, params OpenXmlElement[] properties) =>
        new(
            new StyleName { Val = name },
            new BasedOn { Val = "Normal" },
            new PrimaryStyle(),
            new StyleParagraphProperties(properties)) { Type = StyleValues.Paragraph, StyleId = id };

    private static Style Paragraph(string id, string name, int halfPoints, string colour, bool isBold, params OpenXmlElement[] properties)
    {
        var style = Paragraph(id, name, properties);
        var size = halfPoints.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var run = new StyleRunProperties();
        if (isBold) run.Append(new Bold(), new BoldComplexScript());
        run.Append(new Color { Val = colour }, new FontSize { Val = size }, new FontSizeComplexScript { Val = size });
        style.Append(run);
        return style;
    }

    private static SpacingBetweenLines Spacing(int before, int after, int line = 288) => new()
    {
        Before = before.ToString(System.Globalization.CultureInfo.InvariantCulture),
        After = after.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Line = line.ToString(System.Globalization.CultureInfo.InvariantCulture),
        LineRule = LineSpacingRuleValues.Auto,
    };

    private static ParagraphBorders Rule() =>
        new(new TopBorder { Val = BorderValues.Single, Size = 6, Space = 8, Color = Line });
}
