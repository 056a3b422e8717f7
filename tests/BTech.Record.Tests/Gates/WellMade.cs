using BTech.Agenda.Consultations;
using BTech.Record.Coding;
using BTech.Record.Disclosure;
using BTech.Record.Reports;
using BTech.Record.Tests.Reports;

namespace BTech.Record.Tests.Gates;

/// <summary>A report in whose form nothing is wanting, for tests to spoil in one place each.</summary>
internal sealed class WellMade
{
    private int _seed;

    public WellMade()
    {
        var window = InventedConsultation.Window(Consultation, Guid.NewGuid());
        Consultation.Windows.Add(window);
        Report = new SummaryReport
        {
            Id = Guid.NewGuid(), Number = 1, Version = 1, ConsultationId = Consultation.Id, WindowId = window.Id, Language = "en", Title = "Summary Report", EventLine = "Written comments",
        };
        Fact(Add(SectionKind.Introduction), "From July to September 2026, UN Human Rights asked for comments. The purpose is to find out. Comments came from companies. It is not an exhaustive list. "
            + "The Chatham House Rule holds. [contact@example.org](mailto:contact@example.org)");
        Fact(Add(SectionKind.HowToRead), "**One**, **two**, **three**.");
        Fact(Add(SectionKind.Participation), "Ten or more.");
        Point(Paragraph(Add(SectionKind.OverarchingMessages)));
        foreach (var area in new[] { 1, 2 })
        {
            var section = Add(SectionKind.FocusArea, area);
            Point(Paragraph(section), Stance.Support);
            Point(Paragraph(section), Stance.Concern);
            var list = Block(section, BlockKind.Bullets, "They named what to consider, including that:");
            for (var item = 0; item < 3; item++) Point(list);
        }
        NextSteps = Add(SectionKind.NextSteps);
        Promise = Host(Paragraph(NextSteps), "The project team will publish a revised paper.", "between November and December 2026");
        Add(SectionKind.Participants);
    }

    public Consultation Consultation { get; } = InventedConsultation.New();

    public SummaryReport Report { get; }

    public Section NextSteps { get; }

    public HostNote Promise { get; }

    public Section Area(int number) => Report.Sections.Single(section => section.FocusAreaNumber == number);

    public IEnumerable<KeyPoint> Points(int area) => Area(area).Blocks.SelectMany(block => block.Statements).OfType<KeyPoint>();

    public Section Add(SectionKind kind, int? area = null)
    {
        var section = new Section { Id = Guid.NewGuid(), ReportId = Report.Id, Kind = kind, FocusAreaNumber = area, Heading = $"{kind} {area}", Order = Report.Sections.Count + 1 };
        Report.Sections.Add(section);
        return section;
    }

    public static Block Paragraph(Section section) => Block(section, BlockKind.Paragraph, null);

    public static Block Block(Section section, BlockKind kind, string? introduction)
    {
        var block = new Block { Id = Guid.NewGuid(), SectionId = section.Id, Order = section.Blocks.Count + 1, Kind = kind, Introduction = introduction };
        section.Blocks.Add(block);
        return block;
    }

    /// <summary>A point of about 35 words, a third of them its key phrase, looked at from both sides.</summary>
    public KeyPoint Point(Block block, Stance stance = Stance.Nuance, int words = 24)
    {
        var point = new KeyPoint
        {
            Id = Guid.NewGuid(), BlockId = block.Id, Order = block.Statements.Count + 1, Stance = stance, Attribution = AttributionLadder.Some, CounterView = CounterView.NoneFound,
            Text = $"Some participants asked for **{Words(9)}** {Words(words)}.",
        };
        point.Evidence.Add(new Evidence { KeyPointId = point.Id, ExcerptId = Guid.NewGuid() });
        block.Statements.Add(point);
        return point;
    }

    public static HostNote Host(Block block, string text, string? due)
    {
        var note = new HostNote { Id = Guid.NewGuid(), BlockId = block.Id, Order = block.Statements.Count + 1, Text = text, IsCommitment = true, Due = due };
        block.Statements.Add(note);
        return note;
    }

    public string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => $"word{_seed++}"));

    private static void Fact(Section section, string text)
    {
        var block = Paragraph(section);
        block.Statements.Add(new Fact { Id = Guid.NewGuid(), BlockId = block.Id, Order = 1, Text = text });
    }
}
