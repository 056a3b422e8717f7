using BTech.Documents.Reports;

namespace BTech.Documents.Tests.Reports;

/// <summary>Small reports for one purpose each.</summary>
internal static class InventedReports
{
    public static ReportDocument Arabic() => Of(
        "ar",
        "تقرير موجز",
        "*مشروع تجريبي، المشاورة الأولى، 13 حزيران/يونيه 2019 (SMEs)، تونس*",
        [
            Section("مقدمة", Paragraph(
                Fact("عُقد الاجتماع في تونس بحضور **منظمات المجتمع المدني وشركات التكنولوجيا** عام 2019[^1]."),
                Fact("للاتصال: [contact@example.org](mailto:contact@example.org)"))),
            Section("الرسائل الرئيسية", new ReportFile.BlockEntry
            {
                Kind = Record.Reports.BlockKind.Bullets,
                Introduction = "أشار المشاركون إلى ما يلي:",
                Statements = [Fact("**الشركات الصغيرة والمتوسطة** (SMEs) مهمة."), Fact("للدول دور *مركزي* في ذلك.")],
            }),
            Participants("قائمة المشاركين"),
        ],
        [new ReportFile.NumberedText(1, "https://example.org/ar/paper")],
        [new ListedGroup("الدول", [new ListedParticipant("ليلى بن منصورية", "Example State A", "السيدة", "مستشارة")])],
        new ReportFurniture("المحتويات", "الحواشي", "صفحة {0}", "ما صُوِّب في هذه النسخة", "كما سُجل في الاجتماع", "البيانات العلنية: [https://example.org/ar](https://example.org/ar)"));

    public static ReportDocument Chinese() => Of(
        "zh",
        "总结报告",
        "第一次磋商",
        [Section("引言", Paragraph(Fact("与会者**欢迎该提案。**他们指出，“**智能**组合”很重要。"), Fact("这*很*好[^1]。")))],
        [new ReportFile.NumberedText(1, "https://example.org/zh")],
        [],
        new ReportFurniture("目录", "脚注", "第 {0} 页", "本版更正内容"));

    /// <summary>One sentence in every place where a person's words can stand.</summary>
    public static ReportDocument Everywhere(string words, string inline) => Of(
        "en",
        words,
        inline,
        [
            Section(words, Paragraph(Fact(inline), Fact(inline)), new ReportFile.BlockEntry
            {
                Kind = Record.Reports.BlockKind.Bullets, Introduction = inline, Statements = [Fact(inline), Fact("**" + inline + "**")],
            }),
            Participants(words),
        ],
        [new ReportFile.NumberedText(1, "See " + inline)],
        [new ListedGroup(words, [new ListedParticipant(words, words, "Ms.", words)])],
        new ReportFurniture(words, words, "Page {0}", words, words, inline));

    public static ReportDocument Of(
        string language,
        string title,
        string eventLine,
        IReadOnlyList<ReportFile.SectionEntry> sections,
        IReadOnlyList<ReportFile.NumberedText> footnotes,
        IReadOnlyList<ListedGroup> participants,
        ReportFurniture furniture) => new(
            new ReportFile
            {
                Number = 2, Version = 1, Language = language, Title = title, EventLine = eventLine, Sections = sections, Footnotes = footnotes,
            }.ToReport(Guid.NewGuid(), Guid.NewGuid()),
            participants,
            furniture);

    public static ReportFile.SectionEntry Section(string heading, params ReportFile.BlockEntry[] blocks) =>
        new() { Kind = Record.Reports.SectionKind.OverarchingMessages, Heading = heading, Blocks = blocks };

    public static ReportFile.BlockEntry Paragraph(params ReportFile.StatementEntry[] statements) =>
        new() { Kind = Record.Reports.BlockKind.Paragraph, Statements = statements };

    public static ReportFile.StatementEntry Fact(string text) => new() { Voice = ReportFile.Voice.Fact, Text = text };

    private static ReportFile.SectionEntry Participants(string heading) =>
        new() { Kind = Record.Reports.SectionKind.Participants, Heading = heading };
}
