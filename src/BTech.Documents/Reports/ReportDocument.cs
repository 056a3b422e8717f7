using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using BTech.Languages;
using BTech.Record.Reports;

namespace BTech.Documents.Reports;

/// <summary>
/// A Summary Report ready to be written to a file: markup read, footnotes numbered in the order of their references,
/// the list of participants in its place. Every exporter writes what stands here and nothing else.
/// </summary>
public sealed class ReportDocument
{
    private readonly List<ReportNote> _notes = [];
    private readonly Dictionary<int, int> _noteNumbers = [];

    /// <summary>Prepares a report version for export.</summary>
    /// <param name="report">The version with its sections, blocks, statements and footnotes.</param>
    /// <param name="participants">The list frozen for it: empty where nobody is listed.</param>
    /// <param name="furniture">The words around the text, in the report's language.</param>
    public ReportDocument(SummaryReport report, IReadOnlyList<ListedGroup> participants, ReportFurniture furniture)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(participants);
        ArgumentNullException.ThrowIfNull(furniture);
        Report = report;
        Participants = participants;
        Furniture = furniture;
        Language = Language.Find(report.Language) ?? Language.English;
        Title = PlainWords.Of(report.Title);
        EventLine = Runs(report.EventLine);
        Points = report.Sections.OrderBy(section => section.Order).SelectMany(section => section.Blocks.OrderBy(block => block.Order)).SelectMany(block => block.Statements.OrderBy(one => one.Order)).OfType<KeyPoint>()
            .Select((point, at) => (point.Id, Place: at + 1)).ToDictionary(point => point.Id, point => point.Place);
        Sections = [.. Correction(), .. report.Sections.OrderBy(section => section.Order).Select(Ready), .. EvidenceAnnex.Of(this)];
    }

    /// <summary>The version itself.</summary>
    public SummaryReport Report { get; }

    /// <summary>The list of participants by group.</summary>
    public IReadOnlyList<ListedGroup> Participants { get; }

    /// <summary>The words around the text.</summary>
    public ReportFurniture Furniture { get; }

    /// <summary>The report's language.</summary>
    public Language Language { get; }

    /// <summary>The title.</summary>
    public string Title { get; }

    /// <summary>Project, ordinal of the consultation, date and place.</summary>
    public IReadOnlyList<InlineText.Run> EventLine { get; }

    /// <summary>The sections in order.</summary>
    public IReadOnlyList<ReportSection> Sections { get; }

    /// <summary>The key points by their ids, each with its place among them in reading order, from 1: the name under which each is found.</summary>
    internal IReadOnlyDictionary<Guid, int> Points { get; }

    /// <summary>The footnotes that are referred to, in the order of their references.</summary>
    public IReadOnlyList<ReportNote> Notes => _notes;

    /// <summary>A file name without extension: <c>summary-report-1-v2-ar</c>.</summary>
    public string FileName =>
        string.Create(CultureInfo.InvariantCulture, $"summary-report-{Report.Number}-v{Report.Version}-{Language.Code}");

    /// <summary>
    /// SHA-256 over what the version says, whom it lists and where its annex stands: a file made again from the same content should be the same bytes.
    /// </summary>
    public byte[] Source => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new object?[]
    {
        "btc/report-file/v2", ReportContent.Hash(Report), Furniture.Annex, Furniture.Schema,
        Sections.SelectMany(section => section.Parts).OfType<ReportListing>().Select(listing => new object[] { listing.Heading, listing.Lines }),
    }));

    /// <summary>Whether a footnote, by its number in the report, is referred to.</summary>
    internal bool RefersTo(Footnote footnote) => _noteNumbers.ContainsKey(footnote.Number);

    // What a correction corrects comes first: whoever has read the version before looks for it.
    private IEnumerable<ReportSection> Correction()
    {
        if (Report.CorrectionNote is { Length: > 0 } note) yield return new ReportSection("corrected", PlainWords.Of(Furniture.Corrected), [new ReportParagraph(Runs(note))]);
    }

    private ReportSection Ready(Section section)
    {
        var parts = section.Blocks.OrderBy(block => block.Order).SelectMany(PartsOf).ToList();
        if (section.Kind == SectionKind.Participants)
        {
            parts.AddRange(Participants
                .Where(group => group.Participants.Count > 0)
                .Select(group => new ReportListing(group.Heading, [.. group.Participants.Select(person => person.Line(Language))])));
            if (Furniture.Annex is { } annex) parts.Add(new ReportParagraph(Runs(annex)));
        }
        return new ReportSection(
            string.Create(CultureInfo.InvariantCulture, $"section-{section.Order}"), PlainWords.Of(section.Heading), parts, EvidenceAnnex.Tells(section) ? EvidenceAnnex.AnchorOf(section) : null);
    }

    private IEnumerable<ReportPart> PartsOf(Block block)
    {
        var statements = block.Statements.OrderBy(statement => statement.Order).ToList();
        if (block.Kind == BlockKind.Paragraph)
        {
            if (statements.Count > 0) yield return new ReportParagraph(OneAfterTheOther(statements));
            yield break;
        }
        if (!string.IsNullOrWhiteSpace(block.Introduction)) yield return new ReportParagraph(Runs(block.Introduction), IntroducesList: true);
        if (statements.Count > 0) yield return new ReportBullets([.. statements.Select(RunsOf)]);
    }

    private List<InlineText.Run> OneAfterTheOther(List<Statement> statements)
    {
        var runs = new List<InlineText.Run>();
        foreach (var statement in statements)
        {
            // Chinese sentences follow each other without a space.
            if (runs.Count > 0 && Language != Language.Chinese) runs.Add(new InlineText.Run(" "));
            runs.AddRange(RunsOf(statement));
        }
        return runs;
    }

    // A key point is found at its key phrase.
    private List<InlineText.Run> RunsOf(Statement statement)
    {
        var runs = Runs(statement.Text);
        if (!Points.TryGetValue(statement.Id, out var place) || runs.Count == 0) return runs;
        var at = Math.Max(0, runs.FindIndex(run => run is { IsKeyPhrase: true, Footnote: null }));
        runs[at] = runs[at] with { Point = place };
        return runs;
    }

    private List<InlineText.Run> Runs(string text)
    {
        var runs = new List<InlineText.Run>();
        foreach (var run in InlineText.Parse(PlainWords.Of(text)))
        {
            if (run.Footnote is not { } number) runs.Add(WithUsableLink(run));
            else if (NumberOf(number) is { } shown) runs.Add(run with { Footnote = shown });
        }
        return runs;
    }

    // A reference to a footnote that does not exist is left out; publication refuses such a report.
    private int? NumberOf(int referredTo)
    {
        if (_noteNumbers.TryGetValue(referredTo, out var known)) return known;
        if (Report.Footnotes.FirstOrDefault(note => note.Number == referredTo) is not { } footnote) return null;
        var number = _notes.Count + 1;
        _noteNumbers[referredTo] = number;
        var text = PlainWords.Of(footnote.Text).Trim();
        IReadOnlyList<InlineText.Run> runs = IsAddress(text)
            ? [new InlineText.Run(text, Link: text)]
            : [.. InlineText.Parse(text).Where(run => run.Footnote is null).Select(WithUsableLink)];
        _notes.Add(new ReportNote(number, runs));
        return number;
    }

    private static InlineText.Run WithUsableLink(InlineText.Run run) =>
        run.Link is not { } link || IsAddress(link) || IsMailAddress(link) ? run : run with { Link = null };

    private static bool IsAddress(string text) =>
        !text.Contains(' ', StringComparison.Ordinal)
        && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    private static bool IsMailAddress(string text) =>
        text.StartsWith("mailto:", StringComparison.Ordinal) && Uri.TryCreate(text, UriKind.Absolute, out _);
}
