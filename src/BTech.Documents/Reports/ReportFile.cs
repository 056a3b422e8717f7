using System.Text.Json.Serialization;
using BTech.Record.Coding;
using BTech.Record.Disclosure;
using BTech.Record.Reports;

namespace BTech.Documents.Reports;

/// <summary>
/// A Summary Report in the product's own JSON, schema <c>b-tech-report/1</c>: what is published, and for a meeting round
/// optionally the team's notes. It holds no id, no evidence but the bands in which readers are told of it, and no person besides the list of participants.
/// </summary>
public sealed record ReportFile
{
    /// <summary>The only schema so far.</summary>
    public const string CurrentSchema = "b-tech-report/1";

    /// <summary>Where the schema can be read.</summary>
    [JsonPropertyName("$schema")]
    public string? SchemaAddress { get; init; }

    /// <summary>Name and version of the schema.</summary>
    public string Schema { get; init; } = CurrentSchema;

    /// <summary>The report's number.</summary>
    public required int Number { get; init; }

    /// <summary>Its version.</summary>
    public required int Version { get; init; }

    /// <summary>Language code of the text.</summary>
    public required string Language { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Project, ordinal, date and place; inline text.</summary>
    public required string EventLine { get; init; }

    /// <summary>Whether it reports a meeting.</summary>
    public bool IsMeeting { get; init; }

    /// <summary>What the text rests on, in words.</summary>
    public string? Basis { get; init; }

    /// <summary>What this version corrects in the one before; inline text.</summary>
    public string? Corrected { get; init; }

    /// <summary>Sections in order.</summary>
    public required IReadOnlyList<SectionEntry> Sections { get; init; }

    /// <summary>Footnotes by number.</summary>
    public IReadOnlyList<NumberedText> Footnotes { get; init; } = [];

    /// <summary>The list of participants by group; nothing where it is kept elsewhere.</summary>
    public IReadOnlyList<GroupEntry>? Participants { get; init; }

    /// <summary>Where submissions on the record stand; inline text.</summary>
    public string? Annex { get; init; }

    /// <summary>The annex on what stands behind each statement, as the other files show it; nothing where nothing was told of it.</summary>
    public AnnexEntry? Evidence { get; init; }

    /// <summary>The team's numbered notes of a meeting; never in what the public gets.</summary>
    public IReadOnlyList<NumberedText>? Notes { get; init; }

    /// <summary>A section.</summary>
    public sealed record SectionEntry
    {
        /// <summary>Which of the standard sections.</summary>
        public required SectionKind Kind { get; init; }

        /// <summary>For a focus area's section: its number.</summary>
        public int? FocusArea { get; init; }

        /// <summary>Heading.</summary>
        public required string Heading { get; init; }

        /// <summary>Paragraphs and lists in order.</summary>
        public IReadOnlyList<BlockEntry> Blocks { get; init; } = [];
    }

    /// <summary>A paragraph or bullet list.</summary>
    public sealed record BlockEntry
    {
        /// <summary>Paragraph, bullets or the sides of a difference.</summary>
        public required BlockKind Kind { get; init; }

        /// <summary>For a list: the sentence before it.</summary>
        public string? Introduction { get; init; }

        /// <summary>What it says.</summary>
        public required IReadOnlyList<StatementEntry> Statements { get; init; }
    }

    /// <summary>Who speaks in a statement.</summary>
    public enum Voice
    {
        /// <summary>Participants: a key point.</summary>
        Input = 1,

        /// <summary>The project team or its office.</summary>
        Host = 2,

        /// <summary>Nobody: dates, purpose, limits.</summary>
        Fact = 3,
    }

    /// <summary>A statement.</summary>
    public sealed record StatementEntry
    {
        /// <summary>Who speaks.</summary>
        public required Voice Voice { get; init; }

        /// <summary>Inline text.</summary>
        public required string Text { get; init; }

        /// <summary>For a key point: support, concern or nuance.</summary>
        public Stance? Stance { get; init; }

        /// <summary>For a key point: rung of the attribution ladder.</summary>
        public string? Attribution { get; init; }

        /// <summary>For a key point of a published version: what readers are told of how many stand behind it.</summary>
        public EvidenceEntry? Evidence { get; init; }

        /// <summary>For a key point from a meeting: the note it rests on.</summary>
        public int? NoteNumber { get; init; }

        /// <summary>For the host: whether it promises something.</summary>
        public bool? IsCommitment { get; init; }

        /// <summary>For a promise: when it falls due.</summary>
        public string? Due { get; init; }
    }

    /// <summary>What is told of how many stand behind a statement. Whatever is not told looks alike, whether there is nothing or too little.</summary>
    /// <param name="Participants">How many there are at the least.</param>
    /// <param name="Groups">Whether they are of several groups.</param>
    /// <param name="OtherViews">Whether other views are recorded.</param>
    public sealed record EvidenceEntry(AtLeast Participants, Spread Groups, Recorded OtherViews)
    {
        internal static EvidenceEntry? Of(ToldBands? told) => told is null ? null : new EvidenceEntry(
            told.Participants.Band switch { Band.AFew => AtLeast.Two, Band.FiveToNine => AtLeast.Five, Band.TenOrMore => AtLeast.Ten, _ => AtLeast.NotTold },
            told.AreOfSeveralGroups ? Spread.Several : Spread.NotTold, told.HaveOtherViews ? Recorded.Recorded : Recorded.NotTold);
    }

    /// <summary>A number of participants by what is certain of it.</summary>
    public enum AtLeast
    {
        /// <summary>Nothing is said.</summary>
        NotTold = 0,

        /// <summary>Two or more.</summary>
        Two = 2,

        /// <summary>Five or more.</summary>
        Five = 5,

        /// <summary>Ten or more.</summary>
        Ten = 10,
    }

    /// <summary>Over how many groups participants are spread.</summary>
    public enum Spread
    {
        /// <summary>Nothing is said.</summary>
        NotTold = 0,

        /// <summary>Several.</summary>
        Several = 1,
    }

    /// <summary>Whether something is recorded.</summary>
    public enum Recorded
    {
        /// <summary>Nothing is said.</summary>
        NotTold = 0,

        /// <summary>It is.</summary>
        Recorded = 1,
    }

    /// <summary>A section that consists of tables.</summary>
    /// <param name="Heading">Its heading.</param>
    /// <param name="Text">The paragraph before the tables.</param>
    /// <param name="Tables">The tables.</param>
    public sealed record AnnexEntry(string Heading, string Text, IReadOnlyList<TableEntry> Tables)
    {
        internal static AnnexEntry? Of(ReportDocument document) => document.Sections.FirstOrDefault(section => section.Anchor == EvidenceAnnex.Anchor) is { } section
            ? new AnnexEntry(section.Heading, string.Concat(section.Parts.OfType<ReportParagraph>().SelectMany(paragraph => paragraph.Runs).Select(run => run.Text)),
                [.. section.Parts.OfType<ReportTable>().Select(table => new TableEntry(table.Caption, table.Header, [.. table.Rows.Select(row => (IReadOnlyList<string>)[row.Head, .. row.Cells])]))])
            : null;
    }

    /// <summary>A table.</summary>
    /// <param name="Caption">What it is about.</param>
    /// <param name="Header">The heads of its columns.</param>
    /// <param name="Rows">The cells of each row.</param>
    public sealed record TableEntry(string Caption, IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows);

    /// <summary>A footnote or note.</summary>
    /// <param name="Number">Number, from 1.</param>
    /// <param name="Text">Inline text for a footnote, plain text for a note.</param>
    public sealed record NumberedText(int Number, string Text);

    /// <summary>A group of the list of participants.</summary>
    /// <param name="Heading">Name and number of lines.</param>
    /// <param name="Lines">The lines.</param>
    public sealed record GroupEntry(string Heading, IReadOnlyList<string> Lines);

    /// <summary>The file of a report as it is published, or with the team's notes when they are given.</summary>
    public static ReportFile Of(ReportDocument document, IReadOnlyList<MeetingNote>? notes = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        var report = document.Report;
        return new ReportFile
        {
            SchemaAddress = document.Furniture.Schema,
            Number = report.Number,
            Version = report.Version,
            Language = report.Language,
            Title = PlainWords.Of(report.Title),
            EventLine = PlainWords.Of(report.EventLine),
            IsMeeting = report.IsMeeting,
            Basis = Clean(document.Furniture.Basis),
            Corrected = Clean(report.CorrectionNote),
            Sections = [.. report.Sections.OrderBy(section => section.Order).Select(section => Of(section, notes is not null))],
            Footnotes = [.. report.Footnotes.Where(document.RefersTo).OrderBy(note => note.Number).Select(note => new NumberedText(note.Number, PlainWords.Of(note.Text)))],
            Participants = document.Participants.Count == 0 ? null :
                [.. document.Sections.SelectMany(section => section.Parts).OfType<ReportListing>().Select(listing => new GroupEntry(listing.Heading, listing.Lines))],
            Annex = Clean(document.Furniture.Annex),
            Evidence = AnnexEntry.Of(document),
            Notes = notes is null ? null : [.. notes.OrderBy(note => note.Number).Select(note => new NumberedText(note.Number, PlainWords.Of(note.Text)))],
        };
    }

    /// <summary>A new draft with this content, for a consultation and one of its rounds. The list of participants is not taken over: it belongs to People. Nor is what was told of the evidence: a draft has told nothing.</summary>
    public SummaryReport ToReport(Guid consultationId, Guid windowId)
    {
        var report = new SummaryReport
        {
            Id = Guid.NewGuid(),
            Number = Number,
            Version = Version,
            ConsultationId = consultationId,
            WindowId = windowId,
            IsMeeting = IsMeeting,
            Language = Language,
            Title = Title,
            EventLine = EventLine,
            CorrectionNote = Corrected,
        };
        report.Footnotes.AddRange(Footnotes.Select(note =>
            new Footnote { Id = Guid.NewGuid(), ReportId = report.Id, Number = note.Number, Text = note.Text }));
        foreach (var entry in Sections)
        {
            var section = new Section
            {
                Id = Guid.NewGuid(),
                ReportId = report.Id,
                Kind = entry.Kind,
                FocusAreaNumber = entry.FocusArea,
                Heading = entry.Heading,
                Order = report.Sections.Count + 1,
            };
            foreach (var block in entry.Blocks) section.Blocks.Add(ToBlock(block, section));
            report.Sections.Add(section);
        }
        return report;
    }

    /// <summary>The team's notes as notes of a meeting round.</summary>
    public IReadOnlyList<MeetingNote> ToNotes(Guid windowId) =>
        [.. (Notes ?? []).Select(note => new MeetingNote { Id = Guid.NewGuid(), WindowId = windowId, Number = note.Number, Text = note.Text })];

    private static Block ToBlock(BlockEntry entry, Section section)
    {
        var block = new Block
        {
            Id = Guid.NewGuid(),
            SectionId = section.Id,
            Order = section.Blocks.Count + 1,
            Kind = entry.Kind,
            Introduction = entry.Introduction,
        };
        foreach (var statement in entry.Statements) block.Statements.Add(ToStatement(statement, block));
        return block;
    }

    private static Statement ToStatement(StatementEntry entry, Block block)
    {
        var (id, order) = (Guid.NewGuid(), block.Statements.Count + 1);
        return entry.Voice switch
        {
            Voice.Input => new KeyPoint
            {
                Id = id, BlockId = block.Id, Order = order, Text = entry.Text,
                Stance = entry.Stance ?? Stance.Nuance, Attribution = entry.Attribution, NoteNumber = entry.NoteNumber,
            },
            Voice.Host => new HostNote
            {
                Id = id, BlockId = block.Id, Order = order, Text = entry.Text,
                IsCommitment = entry.IsCommitment ?? false, Due = entry.Due,
            },
            _ => new Fact { Id = id, BlockId = block.Id, Order = order, Text = entry.Text },
        };
    }

    private static string? Clean(string? words) => words is null ? null : PlainWords.Of(words);

    private static SectionEntry Of(Section section, bool withNotes) => new()
    {
        Kind = section.Kind,
        FocusArea = section.FocusAreaNumber,
        Heading = PlainWords.Of(section.Heading),
        Blocks = [.. section.Blocks.OrderBy(block => block.Order).Select(block => new BlockEntry
        {
            Kind = block.Kind,
            Introduction = Clean(block.Introduction),
            Statements = [.. block.Statements.OrderBy(statement => statement.Order).Select(statement => Of(statement, withNotes))],
        })],
    };

    private static StatementEntry Of(Statement statement, bool withNotes) => statement switch
    {
        KeyPoint point => new StatementEntry
        {
            Voice = Voice.Input,
            Text = PlainWords.Of(point.Text),
            Stance = point.Stance,
            Attribution = point.Attribution,
            Evidence = EvidenceEntry.Of(point.Told),
            NoteNumber = withNotes ? point.NoteNumber : null,
        },
        HostNote note => new StatementEntry
        {
            Voice = Voice.Host,
            Text = PlainWords.Of(note.Text),
            IsCommitment = note.IsCommitment ? true : null,
            Due = Clean(note.Due),
        },
        _ => new StatementEntry { Voice = Voice.Fact, Text = PlainWords.Of(statement.Text) },
    };
}
