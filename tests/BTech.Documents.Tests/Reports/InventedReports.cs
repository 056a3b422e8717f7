using BTech.Documents.Reports;
using BTech.Record.Disclosure;
using BTech.Record.Reports;

namespace BTech.Documents.Tests.Reports;

/// <summary>Small reports for one purpose each.</summary>
internal static class InventedReports
{
    /// <summary>The product's languages.</summary>
    public static TheoryData<string> Codes => new("en", "fr", "es", "ru", "zh", "ar");

    /// <summary>A small report in one of the product's languages, with everything in it that a report can hold.</summary>
    public static ReportDocument In(string code) => code switch
    {
        "ar" => Arabic(),
        "zh" => Chinese(),
        "fr" => European(code, "Rapport de synthèse", "Projet d’essai, première consultation, Tunis, le 13 juin 2019", "Introduction", "La réunion s’est tenue à Tunis avec **la société civile et des entreprises** en 2019[^1].",
            "Messages transversaux", "Les contributeurs ont relevé ce qui suit :", "**Les petites entreprises** (PME) comptent : « œuvre », « cœur ».", "Le rôle de l’État est *central*[^2].", "Liste des participants", "États",
            new ReportFurniture("Table des matières", "Notes", "Page {0}", "Ce que corrige cette version", "Tel que consigné lors de la réunion", "Contributions publiques : [https://example.org/fr](https://example.org/fr)")),
        "es" => European(code, "Informe resumido", "Proyecto de prueba, primera consulta, Túnez, 13 de junio de 2019", "Introducción", "La reunión tuvo lugar en Túnez con **la sociedad civil y empresas** en 2019[^1].",
            "Mensajes transversales", "Los remitentes señalaron lo siguiente:", "**Las pequeñas empresas** (pymes) cuentan. ¿Cómo? «Así».", "El papel del Estado es *central*[^2].", "Lista de participantes", "Estados",
            new ReportFurniture("Índice", "Notas", "Página {0}", "Qué se corrigió en esta versión", "Tal como consta en la reunión", "Aportaciones públicas: [https://example.org/es](https://example.org/es)")),
        "ru" => European(code, "Краткий отчёт", "Пробный проект, первая консультация, Тунис, 13 июня 2019 года", "Введение", "Встреча прошла в Тунисе с участием **гражданского общества и компаний** в 2019 году[^1].",
            "Сквозные выводы", "Авторы отметили следующее:", "**Малые предприятия** (МСП) важны: «ещё раз».", "Роль государства *центральная*[^2].", "Список участников", "Государства",
            new ReportFurniture("Содержание", "Сноски", "Страница {0}", "Что исправлено в этой версии", "Как записано на встрече", "Открытые отклики: [https://example.org/ru](https://example.org/ru)")),
        _ => European(code, "Summary Report", "Sample project, first consultation, Tunis, 13 June 2019", "Introduction", "The meeting took place in Tunis with **civil society and companies** in 2019[^1].",
            "Overarching messages", "Participants pointed out:", "**Small enterprises** (SMEs) matter: “again”.", "The role of States is *central*[^2].", "List of participants", "States",
            new ReportFurniture("Contents", "Footnotes", "Page {0}", "What was corrected in this version", "As recorded at the meeting", "Submissions on the record: [https://example.org/en](https://example.org/en)")),
    };

    private static ReportDocument European(
        string code, string title, string eventLine, string first, string opening, string second, string introduction, string one, string other, string list, string group, ReportFurniture furniture) => Of(
        code,
        title,
        $"*{eventLine}*",
        [
            Section(first, Paragraph(Fact(opening), Fact("[contact@example.org](mailto:contact@example.org)"))),
            Section(second, new ReportFile.BlockEntry { Kind = Record.Reports.BlockKind.Bullets, Introduction = introduction, Statements = [Point(one), Point(other)] }),
            Participants(list),
        ],
        [new ReportFile.NumberedText(1, $"https://example.org/{code}/paper"), new ReportFile.NumberedText(2, introduction)],
        [new ListedGroup(group, [new ListedParticipant("Layla Bint Mansuriya", "Example State A", "Ms.", "Adviser"), new ListedParticipant(null, "Example State B")])],
        furniture);

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
                Statements = [Point("**الشركات الصغيرة والمتوسطة** (SMEs) مهمة."), Fact("للدول دور *مركزي* في ذلك.")],
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
        [Section("引言", Paragraph(Point("与会者**欢迎该提案。**他们指出，“**智能**组合”很重要。"), Fact("这*很*好[^1]。")))],
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
                Kind = Record.Reports.BlockKind.Bullets, Introduction = inline, Statements = [Point(inline), Point("**" + inline + "**")],
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
        ReportFurniture furniture)
    {
        var report = new ReportFile
        {
            Number = 2, Version = 1, Language = language, Title = title, EventLine = eventLine, Sections = sections, Footnotes = footnotes,
        }.ToReport(Guid.NewGuid(), Guid.NewGuid());
        var points = report.Sections.SelectMany(section => section.Blocks).SelectMany(block => block.Statements).OfType<KeyPoint>().ToList();
        foreach (var (point, told) in points.Zip(Told)) point.Told = ToldBands.Read(told);
        return new ReportDocument(report, participants, furniture);
    }

    /// <summary>What is told of the first key points, in turn.</summary>
    public static IReadOnlyList<string> Told { get; } = ["FiveToNine several others", "None", "TenOrMore"];

    public static ReportFile.SectionEntry Section(string heading, params ReportFile.BlockEntry[] blocks) =>
        new() { Kind = Record.Reports.SectionKind.OverarchingMessages, Heading = heading, Blocks = blocks };

    public static ReportFile.BlockEntry Paragraph(params ReportFile.StatementEntry[] statements) =>
        new() { Kind = Record.Reports.BlockKind.Paragraph, Statements = statements };

    public static ReportFile.StatementEntry Fact(string text) => new() { Voice = ReportFile.Voice.Fact, Text = text };

    public static ReportFile.StatementEntry Point(string text) => new() { Voice = ReportFile.Voice.Input, Text = text, Stance = Record.Coding.Stance.Support };

    private static ReportFile.SectionEntry Participants(string heading) =>
        new() { Kind = Record.Reports.SectionKind.Participants, Heading = heading };
}
