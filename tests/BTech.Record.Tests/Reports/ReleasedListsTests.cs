using BTech.Agenda.Consultations;
using BTech.Languages;
using BTech.Record.Inputs;
using BTech.Record.Lists;
using BTech.Record.Disclosure.Linting;
using BTech.Record.Reports;

namespace BTech.Record.Tests.Reports;

/// <summary>The annex of resources and the released dilemma cards in a report: what is not released reaches no version, and what is was seen by a second person.</summary>
public sealed class ReleasedListsTests(SealedSide side) : IClassFixture<SealedSide>
{
    private readonly Consultation _consultation = InventedConsultation.New();
    private IReadOnlyList<Guid> _inputs = [];
    private Guid _window;
    private int _number;

    [Fact]
    public async Task TakeLists_CopiesWhatIsReleased_AndNothingElse()
    {
        await BeginAsync();
        Assert.Equal(DraftResult.NothingReleased, (await TakeAsync()).Result);
        await NoteAsync(_inputs[0], "A *toolkit*, https://example.org/a_b.");
        await NoteAsync(_inputs[1], "Kept to ourselves", isInAnnex: false);
        await WriteAsync(_inputs[2], "A ministry asks\nfor data", "Two duties", "in the meeting");
        await WriteAsync(_inputs[3], "A confidential situation", "Nobody may know", null);
        await WriteAsync(_inputs[4], "Given as background", "Only that", "in the meeting");
        Assert.Equal([FindingKind.ListIncomplete, FindingKind.ListIncomplete], await ListFindingsAsync());

        Assert.True((await TakeAsync()).IsDone);
        var report = await ReportAsync();
        Assert.Equal([SectionKind.NextSteps, SectionKind.Resources, SectionKind.Dilemmas, SectionKind.Participants], report.Sections.OrderBy(section => section.Order).Select(section => section.Kind).TakeLast(4));
        Assert.Equal(Enumerable.Range(1, report.Sections.Count), report.Sections.Select(section => section.Order).Order());
        Assert.Equal(@"A \*toolkit\*, [https://example.org/a_b](https://example.org/a_b).", Assert.Single(Texts(report, SectionKind.Resources)));
        Assert.Equal(["A ministry asks for data", "Tension: Two duties", "What would help: time"], Texts(report, SectionKind.Dilemmas));
        var all = string.Join('\n', report.Texts());
        foreach (var hidden in new[] { "Kept to ourselves", "confidential", "Nobody may know", "background", "in the meeting" }) Assert.DoesNotContain(hidden, all, StringComparison.Ordinal);
        Assert.Empty(await ListFindingsAsync());

        // Taken again, it is the same; whoever wrote a line of it cannot clear the version.
        Assert.True((await TakeAsync()).IsDone);
        Assert.Equal(all, string.Join('\n', (await ReportAsync()).Texts()));
        Assert.True(await side.AskAsync<ReportClearance, bool>(clearance => clearance.IsEditorAsync(report.Id, SealedSide.Other, default)));
    }

    [Fact]
    public async Task WhatIsWithdrawnOrTakenBack_Blocks_UntilTheListsAreTakenAnew()
    {
        await BeginAsync();
        await NoteAsync(_inputs[0], "A toolkit");
        await NoteAsync(_inputs[1], "A film");
        await WriteAsync(_inputs[2], "A situation", null, "in the meeting");
        await TakeAsync();
        await WriteAsync(_inputs[2], "A situation", null, null);
        Assert.Equal([FindingKind.ListChanged], await ListFindingsAsync());
        Assert.Equal(ClearanceResult.Blocked, await side.AskAsync<ReportClearance, ClearanceResult>(async clearance => await clearance.SubmitAsync((await ReportAsync()).Id, _consultation, LintSources.Nobody, SealedSide.Coder, default)));
        Assert.True((await TakeAsync()).IsDone);
        Assert.Equal(["A film", "A toolkit"], Texts(await ReportAsync(), SectionKind.Resources));
        Assert.DoesNotContain((await ReportAsync()).Sections, section => section.Kind is SectionKind.Dilemmas);

        await side.WithdrawAsync(_inputs[0]);
        Assert.Equal([FindingKind.ListChanged], await ListFindingsAsync());
        await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(_inputs[1], SetAsideReasons.OffTopic, SealedSide.Coder, default));
        Assert.True((await TakeAsync()).IsDone);
        Assert.DoesNotContain((await ReportAsync()).Sections, section => section.IsFromLists);
        Assert.Empty(await ListFindingsAsync());
    }

    [Fact]
    public async Task ListSections_AreWrittenByNobody()
    {
        await BeginAsync();
        await NoteAsync(_inputs[0], "A toolkit");
        await TakeAsync();
        var report = await ReportAsync();
        var section = report.Sections.Single(section => section.Kind is SectionKind.Resources);
        var statement = section.Blocks.Single().Statements.Single();
        Task<DraftOutcome> Ask(Func<Drafting, Task<DraftOutcome>> change) => side.AskAsync(change);
        Assert.Equal(DraftResult.NotThere, (await Ask(one => one.ChangeFactAsync(report.Id, statement.Id, "A confidential thing", null, SealedSide.Coder, default))).Result);
        Assert.Equal(DraftResult.NotThere, (await Ask(one => one.RemoveStatementAsync(report.Id, statement.Id, SealedSide.Coder, default))).Result);
        Assert.Equal(DraftResult.NotThere, (await Ask(one => one.AddFactAsync(report.Id, new StatementPlace(section.Id), "A confidential thing", SealedSide.Coder, default))).Result);
        Assert.Equal(DraftResult.NotThere, (await Ask(one => one.ChangeIntroductionAsync(report.Id, section.Blocks[0].Id, "A confidential thing", SealedSide.Coder, default))).Result);
        Assert.Equal(["A toolkit"], Texts(await ReportAsync(), SectionKind.Resources));
    }

    private static IReadOnlyList<string> Texts(SummaryReport report, SectionKind kind) =>
        [.. report.Sections.Single(section => section.Kind == kind).Blocks.OrderBy(block => block.Order)
            .SelectMany(block => (block.Introduction is null ? Array.Empty<string>() : [block.Introduction]).Concat(block.Statements.OrderBy(statement => statement.Order).Select(statement => statement.Text)))];

    private async Task BeginAsync()
    {
        (_window, _inputs) = await side.WindowAsync(Enumerable.Range(0, 5).Select(number => new SealedSide.Voice(null, (1, $"text {number}"))
        {
            Permission = number == 4 ? QuotingPermission.BackgroundOnly : QuotingPermission.Paraphrase,
        }));
        foreach (var (input, kind) in _inputs.Zip([InputKind.Resource, InputKind.Example, InputKind.Dilemma, InputKind.Dilemma, InputKind.Dilemma]))
            await side.ExecuteAsync($"UPDATE record.sealed_input SET kind = {(int)kind} WHERE id = '{input}'");
        _number = await side.AskAsync<SummaryReports, int>(reports => reports.CreateAsync(_consultation, InventedConsultation.Window(_consultation, _window), Language.English, SealedSide.Coder, default));
    }

    private async Task<SummaryReport> ReportAsync() => (await side.AskAsync<SummaryReports, SummaryReport?>(reports => reports.FindAsync(_number, null, default)))!;

    private async Task<IReadOnlyList<FindingKind>> ListFindingsAsync()
    {
        var report = await ReportAsync();
        return [.. (await side.AskAsync<ReportCheck, IReadOnlyList<Finding>>(check => check.FindAsync(report, _consultation, LintSources.Nobody, default)))
            .Select(finding => finding.Kind).Where(kind => kind is FindingKind.ListChanged or FindingKind.ListIncomplete)];
    }

    private async Task<DraftOutcome> TakeAsync()
    {
        var report = await ReportAsync();
        return await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.TakeListsAsync(report.Id, SealedSide.Coder, default));
    }

    private async Task NoteAsync(Guid input, string line, bool isInAnnex = true) =>
        Assert.True(await side.AskAsync<ResourceRegister, bool>(register => register.NoteAsync(_window, input, new ResourceNote(ResourceStatus.Read, null, null, isInAnnex, line), SealedSide.Other, default)));

    private async Task WriteAsync(Guid input, string situation, string? tension, string? released) =>
        Assert.True(await side.AskAsync<DilemmaCards, bool>(cards => cards.WriteAsync(_window, input, new DilemmaDraft(situation, tension, tension is null ? null : "time", null, released), SealedSide.Other, default)));
}
