using BTech.Agenda;
using BTech.Agenda.Consultations;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Record.Coding;
using BTech.Record.Disclosure.Lifting;
using BTech.Record.Disclosure.Linting;
using BTech.Record.Reports;
using BTech.Record.Sealing;

namespace BTech.Record.Tests.Reports;

/// <summary>One report on a sealed round of its own: written by <see cref="SealedSide.Coder"/>, led to the public by <see cref="SealedSide.Other"/> as the second person.</summary>
public sealed class DraftedReport(SealedSide side)
{
    private static readonly string[] Labels = ["The project team", "UN Human Rights"];

    public Consultation Consultation { get; } = InventedConsultation.New();

    public CommentWindow Window { get; private set; } = null!;

    public int Number { get; private set; }

    /// <summary>The round's inputs in the order of its voices.</summary>
    public IReadOnlyList<Guid> Inputs { get; private set; } = [];

    /// <summary>The passages that are coded, in the order of the inputs.</summary>
    public IReadOnlyList<Guid> Excerpts { get; private set; } = [];

    /// <summary>So many companies ask for a shorter paper on area 1.</summary>
    public Task BeginAsync(int voices, params IReadOnlyList<GroupSize> invited) => BeginAsync(Companies(voices), voices, invited);

    /// <summary>A report on a round of these voices, of whose inputs the first ones are coded with one theme.</summary>
    public async Task BeginAsync(IEnumerable<SealedSide.Voice> voices, int coded, IReadOnlyList<GroupSize> invited)
    {
        await SealAsync(voices, coded, invited);
        await CreateAsync();
    }

    /// <summary>The round alone.</summary>
    public async Task SealAsync(IEnumerable<SealedSide.Voice> voices, int coded, IReadOnlyList<GroupSize> invited)
    {
        var theme = await side.ThemeAsync(Consultation.Id, "length");
        (var window, Inputs) = await side.WindowAsync(voices);
        if (invited.Count > 0) await side.CensusAsync(window, invited);
        var excerpts = new List<Guid>();
        foreach (var input in Inputs.Take(coded)) excerpts.Add(await side.CodeAsync(Consultation.Id, input, theme));
        Excerpts = excerpts;
        Window = InventedConsultation.Window(Consultation, window);
    }

    public static IEnumerable<SealedSide.Voice> Companies(int voices) => Enumerable.Range(0, voices).Select(number => new SealedSide.Voice("companies", (1, $"The paper is too long, says text {number}.")));

    public async Task<int> CreateAsync() => Number = await side.AskAsync<SummaryReports, int>(reports => reports.CreateAsync(Consultation, Window, Language.English, SealedSide.Coder, default));

    /// <summary>The newest version.</summary>
    public async Task<SummaryReport> NewestAsync() => (await side.AskAsync<SummaryReports, SummaryReport?>(reports => reports.FindAsync(Number, null, default)))!;

    public Task<PublicReport> PublicAsync() => side.AskAsync<SummaryReports, PublicReport>(reports => reports.PublicAsync(Number, default));

    public Task<PublicReport> PublicAsync(int version) => side.AskAsync<SummaryReports, PublicReport>(reports => reports.PublicAsync(Number, version, default));

    /// <summary>What the check finds in the newest version.</summary>
    public async Task<IReadOnlyList<Finding>> FindingsAsync()
    {
        var report = await NewestAsync();
        return await side.AskAsync<ReportCheck, IReadOnlyList<Finding>>(check => check.FindAsync(report, Consultation, LintSources.Nobody, default));
    }

    public async Task<Finding> FindAsync(FindingKind kind) => Assert.Single(await FindingsAsync(), finding => finding.Kind == kind);

    /// <summary>A report of one point on area 1, in which nothing is found but what that point gives away.</summary>
    public async Task<SummaryReport> CompleteAsync(string text, string attribution, IEnumerable<Guid>? excerpts = null)
    {
        var report = await NewestAsync();
        Assert.Equal(DraftResult.Done, (await AddAsync(report, text, attribution, excerpts ?? Excerpts)).Result);
        foreach (var section in report.Sections.Where(section => section.Kind is SectionKind.OverarchingMessages || section.FocusAreaNumber == 2))
            Assert.True((await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.AddHostNoteAsync(
                report.Id, new StatementPlace(section.Id), new HostNoteDraft("The project team noted this."), Labels, SealedSide.Coder, default))).IsDone);
        return report;
    }

    public static Guid Area(SummaryReport report, int number) => report.Sections.Single(section => section.FocusAreaNumber == number).Id;

    public static List<KeyPoint> Points(SummaryReport report) => [.. report.Statements().OfType<KeyPoint>()];

    public static KeyPoint Point(SummaryReport report, string words) => Points(report).Single(point => point.Text.Contains(words, StringComparison.Ordinal));

    public static KeyPointDraft Draft(string text, string? attribution, IEnumerable<Guid> excerpts) => new()
    {
        Text = text,
        Attribution = attribution,
        Stance = Stance.Concern,
        Evidence = excerpts.ToDictionary(excerpt => excerpt, _ => EvidenceWeight.Main),
    };

    /// <summary>Adds a point, to area 1 if no other place is given.</summary>
    public Task<DraftOutcome> AddAsync(SummaryReport report, string text, string? attribution, IEnumerable<Guid> excerpts, StatementPlace? place = null, StaffId? by = null) =>
        AddAsync(report, Draft(text, attribution, excerpts), place, by);

    public Task<DraftOutcome> AddAsync(SummaryReport report, KeyPointDraft draft, StatementPlace? place = null, StaffId? by = null) => side.AskAsync<Drafting, DraftOutcome>(drafting =>
        drafting.AddKeyPointAsync(report.Id, place ?? new StatementPlace(Area(report, 1)), draft, Labels, by ?? SealedSide.Coder, default));

    /// <summary>Changes a point of the newest version.</summary>
    public async Task<DraftOutcome> ChangeAsync(Guid id, KeyPointDraft draft, string? was = null)
    {
        var report = await NewestAsync();
        return await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.ChangeKeyPointAsync(report.Id, id, draft, was, Labels, SealedSide.Coder, default));
    }

    /// <summary>Changes the first point of the newest version in which these words stand.</summary>
    public async Task<DraftOutcome> ChangeAsync(string about, string text, string attribution, IEnumerable<Guid> excerpts, LiftRequest? stronger = null) =>
        await ChangeAsync(Points(await NewestAsync()).First(point => point.Text.Contains(about, StringComparison.Ordinal)).Id, Draft(text, attribution, excerpts) with { Stronger = stronger });

    public async Task RemoveAsync(string words)
    {
        var report = await NewestAsync();
        Assert.True((await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.RemoveStatementAsync(report.Id, Point(report, words).Id, SealedSide.Coder, default))).IsDone);
    }

    public Task<DraftOutcome> IntroduceAsync(SummaryReport report, Guid block, string introduction) =>
        side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.ChangeIntroductionAsync(report.Id, block, introduction, SealedSide.Coder, default));

    public Task<DraftOutcome> FactAsync(SummaryReport report, Guid id, string text) =>
        side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.ChangeFactAsync(report.Id, id, text, null, SealedSide.Coder, default));

    public Task<DraftOutcome> NoteAsync(SummaryReport report, string note) =>
        side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.ChangeCorrectionNoteAsync(report.Id, note, SealedSide.Coder, default));

    public async Task TitleAsync(SummaryReport report, StaffId by) =>
        Assert.True((await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.ChangeTitleAsync(report.Id, "Summary Report", "Written comments", by, default))).IsDone);

    public Task<ClearanceResult> SubmitAsync(SummaryReport report) => StepAsync(clearance => clearance.SubmitAsync(report.Id, Consultation, LintSources.Nobody, SealedSide.Coder, default));

    public Task<ClearanceResult> TakeBackAsync(SummaryReport report) => StepAsync(clearance => clearance.TakeBackAsync(report.Id, SealedSide.Coder, default));

    public Task<ClearanceResult> ClearAsync(SummaryReport report, StaffId? by = null) =>
        StepAsync(clearance => clearance.ClearAsync(report.Id, Consultation, LintSources.Nobody, by ?? SealedSide.Other, default));

    public Task<ClearanceResult> SendBackAsync(SummaryReport report, string note) => StepAsync(clearance => clearance.SendBackAsync(report.Id, note, SealedSide.Other, default));

    /// <summary>Publishes it where it can be, without asking the participants.</summary>
    public async Task<ClearanceResult> PublishAsync(SummaryReport report, LintSources? sources = null, Func<Task<AroundTheReport>>? freeze = null)
    {
        await side.LeaveOutCheckAsync(report.Id);
        return await StepAsync(clearance => clearance.PublishAsync(report.Id, Consultation, sources ?? LintSources.Nobody, freeze ?? (() => Task.FromResult(new AroundTheReport(new byte[32], false))), default));
    }

    /// <summary>Cleared and published.</summary>
    public async Task ClearAndPublishAsync(SummaryReport report)
    {
        Assert.Equal(ClearanceResult.Done, await ClearAsync(report));
        Assert.Equal(ClearanceResult.Done, await PublishAsync(report));
    }

    public Task<ClearanceResult> WithdrawAsync(SummaryReport report, params int[] versions) => StepAsync(clearance => clearance.WithdrawAsync(report.Id, versions, default));

    /// <summary>Begins the next version.</summary>
    public Task<ClearanceResult> CorrectAsync() => side.AskAsync<Corrections, ClearanceResult>(corrections => corrections.BeginAsync(Number, SealedSide.Coder, default));

    public Task<ClearanceResult> DropAsync(SummaryReport report) => side.AskAsync<Corrections, ClearanceResult>(corrections => corrections.DropAsync(report.Id, default));

    private Task<ClearanceResult> StepAsync(Func<ReportClearance, Task<ClearanceResult>> step) => side.AskAsync(step);
}
