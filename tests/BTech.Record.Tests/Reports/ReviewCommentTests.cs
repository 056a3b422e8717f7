using BTech.Record.Reports;
using BTech.Record.Reports.Changes;
using BTech.Record.Reports.Reviewing;

namespace BTech.Record.Tests.Reports;

/// <summary>What the team remarks on a version: no edit, settled by anybody, taken back by its writer, forgotten with publication.</summary>
public sealed class ReviewCommentTests(SealedSide side) : IClassFixture<SealedSide>
{
    private readonly DraftedReport _made = new(side);

    [Fact]
    public async Task A_comment_stays_with_its_text_and_is_no_edit()
    {
        var report = await CompleteAsync();
        var point = DraftedReport.Points(await _made.NewestAsync())[0];
        Assert.Equal(CommentResult.Done, await AddAsync(report, WordingKind.Statement, point.Id, " Say who asked. "));
        Assert.Equal(CommentResult.Done, await AddAsync(report, null, null, "Too long as a whole."));
        await _made.ChangeAsync(point.Id, DraftedReport.Draft("Some participants wanted **a shorter paper**.", "some", _made.Excerpts));

        var comments = await AllAsync(report);
        Assert.Equal(["Say who asked.", "Too long as a whole."], comments.Select(comment => comment.Text));
        Assert.Equal((WordingKind.Statement, point.Id, point.Text), (comments[0].Place!.Value, comments[0].PlaceId!.Value, comments[0].Said));
        Assert.Null(comments[1].Place);
        // Whoever remarked on it can still clear it.
        Assert.Equal(ClearanceResult.Done, await _made.SubmitAsync(report));
        Assert.Equal(ClearanceResult.Done, await _made.ClearAsync(report));
    }

    [Fact]
    public async Task A_comment_on_what_is_not_there_is_refused()
    {
        var report = await CompleteAsync();
        Assert.Equal(CommentResult.NotThere, await AddAsync(report, WordingKind.Statement, Guid.NewGuid(), "On nothing"));
        Assert.Equal(CommentResult.Missing, await AddAsync(report, null, null, " "));
        Assert.Equal(CommentResult.TooLong, await AddAsync(report, null, null, new string('a', ReviewComment.LongestText + 1)));
        Assert.Empty(await AllAsync(report));
    }

    [Fact]
    public async Task Anybody_settles_and_only_the_writer_takes_back()
    {
        var report = await CompleteAsync();
        await AddAsync(report, null, null, "Too long.");
        var id = (await AllAsync(report))[0].Id;
        Assert.Equal(1, await OpenAsync(report));
        Assert.Equal(CommentResult.Done, await SettleAsync(report, id, settled: true));
        Assert.Equal(SealedSide.Coder, (await AllAsync(report))[0].SettledBy);
        Assert.Equal(0, await OpenAsync(report));
        Assert.Equal(CommentResult.Done, await SettleAsync(report, id, settled: false));
        Assert.Equal(1, await OpenAsync(report));
        Assert.Equal(CommentResult.NotYours, await side.AskAsync<ReviewComments, CommentResult>(comments => comments.RemoveAsync(report.Id, id, SealedSide.Coder, default)));
        Assert.Equal(CommentResult.Done, await side.AskAsync<ReviewComments, CommentResult>(comments => comments.RemoveAsync(report.Id, id, SealedSide.Other, default)));
        Assert.Equal(CommentResult.NotThere, await SettleAsync(report, id, settled: true));
    }

    [Fact]
    public async Task Publication_forgets_the_comments_and_takes_no_more()
    {
        var report = await CompleteAsync();
        await AddAsync(report, null, null, "Too long.");
        Assert.Equal(ClearanceResult.Done, await _made.SubmitAsync(report));
        await _made.ClearAndPublishAsync(report);
        Assert.Empty(await AllAsync(report));
        Assert.Equal(CommentResult.NotThere, await AddAsync(report, null, null, "Too late."));
    }

    private Task<CommentResult> AddAsync(SummaryReport report, WordingKind? place, Guid? id, string text) =>
        side.AskAsync<ReviewComments, CommentResult>(comments => comments.AddAsync(report.Id, place, id, text, SealedSide.Other, default));

    private Task<CommentResult> SettleAsync(SummaryReport report, Guid id, bool settled) =>
        side.AskAsync<ReviewComments, CommentResult>(comments => comments.SettleAsync(report.Id, id, settled, SealedSide.Coder, default));

    private Task<IReadOnlyList<ReviewComment>> AllAsync(SummaryReport report) => side.AskAsync<ReviewComments, IReadOnlyList<ReviewComment>>(comments => comments.OfAsync(report.Id, default));

    private Task<int> OpenAsync(SummaryReport report) => side.AskAsync<ReviewComments, int>(comments => comments.CountOpenAsync(report.Id, default));

    private async Task<SummaryReport> CompleteAsync()
    {
        await _made.BeginAsync(12);
        return await _made.CompleteAsync("Some participants asked for **a shorter paper**.", "some");
    }
}
