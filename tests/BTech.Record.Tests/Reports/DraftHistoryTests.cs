using BTech.Record.Coding;
using BTech.Record.FollowUp;
using BTech.Record.Reports;
using BTech.Record.Reports.Changes;
using BTech.Record.Retention;

namespace BTech.Record.Tests.Reports;

/// <summary>What the team did to a version is told in order, and forgotten when it could give something away.</summary>
public sealed class DraftHistoryTests(SealedSide side) : IClassFixture<SealedSide>
{
    private readonly DraftedReport _made = new(side);

    [Fact]
    public async Task Every_kind_of_change_is_told_with_what_stood_there_before()
    {
        var report = await BeginAsync();
        var first = (await _made.AddAsync(report, "Some participants asked for **a shorter paper**.", "some", _made.Excerpts)).Id!.Value;
        await _made.ChangeAsync(first, DraftedReport.Draft("Some participants asked for **a much shorter paper**.", "some", _made.Excerpts));
        await _made.ChangeAsync(first, DraftedReport.Draft("Some participants asked for **a much shorter paper**.", "some", _made.Excerpts) with { Stance = Stance.Nuance });
        await _made.RemoveAsync("much shorter");
        await _made.TitleAsync(report, SealedSide.Other);

        var steps = await HistoryAsync(report);
        Assert.Equal(
            [
                (DraftChangeKind.Reworded, WordingKind.EventLine), (DraftChangeKind.Removed, WordingKind.Statement), (DraftChangeKind.Rested, WordingKind.Statement),
                (DraftChangeKind.Reworded, WordingKind.Statement), (DraftChangeKind.Added, WordingKind.Statement),
            ],
            steps.Where(step => step.Place != WordingKind.Title).Select(step => (step.Kind, step.Place!.Value)));
        var reworded = steps.Single(step => step is { Kind: DraftChangeKind.Reworded, Place: WordingKind.Statement });
        Assert.Equal("Some participants asked for **a shorter paper**.", reworded.Before);
        Assert.Equal("Some participants asked for **a much shorter paper**.", reworded.After);
        Assert.Equal(SealedSide.Coder, reworded.By);
        Assert.Equal(SealedSide.Other, steps[0].By);
        Assert.Equal(DraftedReport.Area(report, 1), reworded.SectionId);
        Assert.Equal("Some participants asked for **a shorter paper**.",
            await side.AskAsync<DraftHistory, string?>(history => history.WordingAsync(report.Id, WordingKind.Statement, first, reworded.Number, default)));
        Assert.Null(await side.AskAsync<DraftHistory, string?>(history => history.WordingAsync(report.Id, WordingKind.Statement, Guid.NewGuid(), reworded.Number, default)));
    }

    [Fact]
    public async Task What_only_moved_is_told_without_words()
    {
        var report = await BeginAsync();
        await _made.AddAsync(report, "Some participants asked for **a shorter paper**.", "some", _made.Excerpts);
        var second = (await _made.AddAsync(report, "Some participants asked for **fewer words**.", "some", _made.Excerpts)).Id!.Value;
        report = await _made.NewestAsync();
        var block = report.Statements().Single(statement => statement.Id == second).BlockId;
        var before = (await HistoryAsync(report)).Count;
        Assert.True((await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.MoveBlockAsync(report.Id, block, up: true, SealedSide.Coder, default))).IsDone);
        var step = (await HistoryAsync(report))[0];
        Assert.Equal((DraftChangeKind.Reordered, DraftedReport.Area(report, 1)), (step.Kind, step.SectionId!.Value));
        Assert.Equal((null, null), (step.Before, step.After));
        Assert.Equal(before + 1, (await HistoryAsync(report)).Count);
    }

    [Fact]
    public async Task A_refused_change_leaves_no_step()
    {
        var report = await BeginAsync();
        Assert.NotEqual(DraftResult.Done, (await _made.AddAsync(report, "No key phrase here.", "some", _made.Excerpts)).Result);
        Assert.Empty(await HistoryAsync(report));
    }

    [Fact]
    public async Task Steps_on_the_way_are_told_and_the_way_is_forgotten_with_publication()
    {
        var report = await CompleteAsync();
        Assert.Equal(ClearanceResult.Done, await _made.SubmitAsync(report));
        Assert.Equal(ClearanceResult.Done, await _made.SendBackAsync(report, "Say it more plainly."));
        var sentBack = await side.AskAsync<DraftHistory, int>(history => history.LastSentBackAsync(report.Id, default));
        Assert.Equal(DraftChangeKind.SentBack, (await HistoryAsync(report)).Single(step => step.Number == sentBack).Kind);
        Assert.Empty(await HistoryAsync(report, sentBack));
        Assert.Equal(ClearanceResult.Done, await _made.SubmitAsync(report));
        Assert.Equal(ClearanceResult.Done, await _made.TakeBackAsync(report));
        Assert.Equal(ClearanceResult.Done, await _made.SubmitAsync(report));
        Assert.Equal([DraftChangeKind.HandedOver, DraftChangeKind.TakenBack, DraftChangeKind.HandedOver], (await HistoryAsync(report, sentBack)).Select(step => step.Kind));
        await KeepAsync(report, report.Sections[0].Id, "Begun and never saved.");

        await _made.ClearAndPublishAsync(report);
        Assert.Empty(await HistoryAsync(report));
        Assert.Null(await BegunAsync(report, report.Sections[0].Id));
    }

    [Fact]
    public async Task The_history_is_forgotten_when_an_author_withdraws_and_goes_on_from_there()
    {
        var report = await BeginAsync();
        await _made.AddAsync(report, "Some participants asked for **a shorter paper**.", "some", _made.Excerpts);
        Assert.NotEmpty(await HistoryAsync(report));
        await side.WithdrawAsync(_made.Inputs[0]);
        Assert.Empty(await HistoryAsync(report));
        await _made.TitleAsync(report, SealedSide.Coder);
        Assert.NotEmpty(await HistoryAsync(report));
    }

    [Fact]
    public async Task Erasing_the_original_texts_takes_the_history_and_what_was_begun()
    {
        var report = await BeginAsync();
        await _made.AddAsync(report, "Some participants asked for **a shorter paper**.", "some", _made.Excerpts);
        await KeepAsync(report, report.Sections[0].Id, "Begun and never saved.");
        Assert.False(await side.AskAsync<TextErasure, bool>(erasure => erasure.IsDoneAsync(_made.Window.Id, default)));
        Assert.NotNull(await side.AskAsync<TextErasure, IReadOnlyCollection<string>?>(erasure => erasure.EraseAsync(_made.Window.Id, default)));
        Assert.Empty(await HistoryAsync(report));
        Assert.Null(await BegunAsync(report, report.Sections[0].Id));
        Assert.True(await side.AskAsync<TextErasure, bool>(erasure => erasure.IsDoneAsync(_made.Window.Id, default)));
    }

    [Fact]
    public async Task What_somebody_has_begun_is_theirs_and_only_in_a_draft()
    {
        var report = await CompleteAsync();
        var place = report.Sections[0].Id;
        Assert.True(await KeepAsync(report, place, "A first try"));
        Assert.True(await KeepAsync(report, place, "A second try"));
        Assert.Equal("A second try", await BegunAsync(report, place));
        Assert.Null(await side.AskAsync<BegunWordings, string?>(begun => begun.OfAsync(report.Id, place, SealedSide.Other, default)));
        Assert.True(await KeepAsync(report, place, " "));
        Assert.Null(await BegunAsync(report, place));
        Assert.False(await KeepAsync(report, place, new string('a', BegunWordings.LongestText + 1)));
        Assert.Equal(ClearanceResult.Done, await _made.SubmitAsync(report));
        Assert.False(await KeepAsync(report, place, "Too late"));
    }

    private Task<bool> KeepAsync(SummaryReport report, Guid place, string text) => side.AskAsync<BegunWordings, bool>(begun => begun.KeepAsync(report.Id, place, SealedSide.Coder, text, default));

    private Task<string?> BegunAsync(SummaryReport report, Guid place) => side.AskAsync<BegunWordings, string?>(begun => begun.OfAsync(report.Id, place, SealedSide.Coder, default));

    private Task<IReadOnlyList<DraftChange>> HistoryAsync(SummaryReport report, int after = 0) => side.AskAsync<DraftHistory, IReadOnlyList<DraftChange>>(history => history.PageAsync(report.Id, after, 1, default));

    private async Task<SummaryReport> BeginAsync()
    {
        await _made.BeginAsync(12);
        return await _made.NewestAsync();
    }

    private async Task<SummaryReport> CompleteAsync()
    {
        await _made.BeginAsync(12);
        return await _made.CompleteAsync("Some participants asked for **a shorter paper**.", "some");
    }
}
