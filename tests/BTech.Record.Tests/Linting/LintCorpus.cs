using System.Reflection;
using BTech.Agenda.Consultations;
using BTech.Languages;
using BTech.Languages.Coach;
using BTech.Record.Disclosure;
using BTech.Record.Disclosure.Linting;
using BTech.Record.Reports;
using BTech.Record.Tests.Reports;

namespace BTech.Record.Tests.Linting;

/// <summary>Invented people and contributions, and reports of one sentence to be held against them.</summary>
internal static class LintCorpus
{
    private static readonly string[] Public =
    [
        "Focus Area 2 asks how human rights due diligence can reach the end-use of products. See https://papers.example.net/scoping.",
        "Remedy may come from courts, from other public bodies or from mechanisms that companies offer.",
    ];

    public static IReadOnlyList<(FindingKind Kind, string Language, string Sentence)> Planted { get; } =
        [.. Lines("Planted").Select(line => line.Split('\t')).Select(parts => (Enum.Parse<FindingKind>(parts[0]), parts[1], parts[2]))];

    public static IReadOnlyList<(string Language, string Sentence)> Clean { get; } = [.. Lines("Clean").Select(line => line.Split('\t')).Select(parts => (parts[0], parts[1]))];

    public static IReadOnlyList<WrittenText> Written { get; } = [.. Lines("Written").Select(line => new WrittenText(Guid.NewGuid(), line, line))];

    public static LintSources Sources { get; } = new(
        new NamesInText(["Maria Gonçalves-Brandt", "Ivan Kuznetsov", "И. Кузнецов", "王思齐", "رانيا حداد", "Елена Громовой"], []),
        new NamesInText([], ["Acme Telecom", "Fondation Étoile du Nord", "Datos Abiertos del Sur", "河流数据中心", "OECD", "OCDE"]),
        ["Chief Officer for Responsible Clouds", "Lawyer", "human rights due diligence"], Public);

    /// <summary>What a report on a written round gives away whose only key point, in its first focus area, is this sentence.</summary>
    /// <param name="language">Code of its language.</param>
    /// <param name="sentence">The sentence, inline text.</param>
    /// <param name="backing">Who stands behind it; nobody, if nothing is given.</param>
    public static IReadOnlyList<Finding> Find(string language, string sentence, Backing? backing = null) => Find(language, sentence, backing, isMeeting: false);

    public static IReadOnlyList<Finding> Find(string language, string sentence, Backing? backing, bool isMeeting)
    {
        var (report, point) = Report(language, sentence, isMeeting);
        return ReportLint.Find(new LintedReport(report, Consultation, Sources, isMeeting ? [] : Written, Claims(point, backing)));
    }

    /// <summary>Everything in a report in which nothing can be claimed.</summary>
    public static IReadOnlyList<Finding> FindIn(SummaryReport report) => ReportLint.Find(new LintedReport(report, Consultation, Sources, Written, Claims(Report(report.Language, "…").Point, null)));

    /// <summary>The same by some of the rules.</summary>
    public static IReadOnlyList<Finding> FindBy(IEnumerable<ILintRule> rules, string language, string sentence)
    {
        var (report, point) = Report(language, sentence);
        return ReportLint.Find(new LintedReport(report, Consultation, Sources, Written, Claims(point, null)), rules);
    }

    /// <summary>A report with one key point.</summary>
    public static (SummaryReport Report, KeyPoint Point) Report(string language, string sentence, bool isMeeting = false)
    {
        var report = new SummaryReport
        {
            Id = Guid.NewGuid(), Number = 1, Version = 1, ConsultationId = Consultation.Id, WindowId = Guid.NewGuid(), IsMeeting = isMeeting, Language = language,
            Title = "…", EventLine = "…",
        };
        var section = new Section { Id = Guid.NewGuid(), ReportId = report.Id, Kind = SectionKind.FocusArea, FocusAreaNumber = 1, Heading = "1", Order = 1 };
        var block = new Block { Id = Guid.NewGuid(), SectionId = section.Id, Order = 1, Kind = BlockKind.Paragraph };
        var point = new KeyPoint { Id = Guid.NewGuid(), BlockId = block.Id, Order = 1, Text = sentence };
        block.Statements.Add(point);
        section.Blocks.Add(block);
        report.Sections.Add(section);
        return (report, point);
    }

    public static SupportedClaims Claims(KeyPoint point, Backing? backing) =>
        new(backing is null ? new Dictionary<Guid, PointBacking>() : new Dictionary<Guid, PointBacking> { [point.Id] = new(backing) }, null, new HashSet<Guid>());

    public static Consultation Consultation { get; } = InventedConsultation.New();

    /// <summary>Twelve of twenty, eight of them companies of several delegations.</summary>
    public static Backing Many { get; } = new()
    {
        Contributors = 12,
        Addressed = 20,
        ByLabel = new Dictionary<string, int> { ["companies"] = 8 },
        SpeakingAsGroup = new Dictionary<string, int> { ["companies"] = 8 },
        Delegations = [new Delegations("companies", 2, 1)],
    };

    private static List<string> Lines(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"BTech.Record.Tests.Linting.Corpus.{name}.txt")!;
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') lines.Add(line);
        return lines;
    }
}
