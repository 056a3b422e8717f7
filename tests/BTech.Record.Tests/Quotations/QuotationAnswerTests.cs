using BTech.Agenda;
using BTech.Record.Boxes;
using BTech.Record.FollowUp;
using BTech.Record.Inputs;
using BTech.Record.Sealing;
using BTech.Record.Storage;
using BTech.Record.Tests.Boxes;
using BTech.Testing;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Tests.Quotations;

/// <summary>The author's answer to the question whether a passage may be quoted: hidden in the request boxes, taking effect at a release, of one contributor one.</summary>
public sealed class QuotationAnswerTests : IAsyncLifetime
{
    private const int Authors = 12;

    private readonly RecordSide _record = new();
    private readonly List<FollowUpCode> _codes = [];

    public async ValueTask InitializeAsync()
    {
        await _record.InitializeAsync();
        var authors = await _record.OpenWindowAsync(Authors);
        await _record.Census.KeepAsync(authors[0].WindowId, [new GroupSize("companies", 1, "business", Authors, new Reach(Authors, 1, 1), new Reach(Authors, 1, 1))], default);
        for (var author = 0; author < Authors; author++)
        {
            foreach (var area in new[] { 1, 2 })
                Assert.True((await _record.Boxes.SaveAsync(authors[author], RecordSide.Change(Text(author, area), area), default)).IsSaved);
            Assert.True(FollowUpCode.TryParse((await _record.Boxes.SendAsync(authors[author], default)).Content!.PendingCode, out var code));
            _codes.Add(code);
        }
        await _record.ExecuteAsync($"UPDATE record.window_state SET closes_at = '{_record.Time.GetUtcNow().AddMinutes(-1):O}'");
        var seal = new Seal(_record.Source, _record.Keys, _record.Batches, _record.Census, _record.Copies, _record.Time);
        Assert.True((await seal.RunAsync(new SealRequest(authors[0].WindowId, new StaffId(Guid.NewGuid()), new StaffId(Guid.NewGuid()), TimeSpan.Zero), default)).IsSealed);
        await _record.ExecuteAsSuperuserAsync($"UPDATE record.sealed_input SET permission = {(int)QuotingPermission.MayBeAsked}");
    }

    public ValueTask DisposeAsync() => _record.DisposeAsync();

    [Fact]
    public async Task Answer_Yes_CountsAtTheRelease_AndANoTakesItBackAtTheNext()
    {
        var id = await QuestionAsync(3, 1);
        var put = (await OutcomeAsync(3, 1))!.Question!;
        Assert.Equal((id, "Text of 3 on", false), (put.Id, put.Words, put.IsReleased));
        Assert.True(await AnswerAsync(3, 1, id, true));
        Assert.Empty(await ReleasedAsync());
        Assert.False((await OutcomeAsync(3, 1))!.Question!.IsReleased);
        await ReleaseAsync();
        Assert.Equal([id], await ReleasedAsync());
        Assert.True((await OutcomeAsync(3, 1))!.Question!.IsReleased);
        await AnswerAsync(3, 1, id, false);
        Assert.Equal([id], await ReleasedAsync());
        await ReleaseAsync();
        Assert.Empty(await ReleasedAsync());
    }

    [Fact]
    public async Task Answer_Twice_TheLaterCounts_BesideWhateverElseWasAsked()
    {
        var (first, second) = (await QuestionAsync(3, 1), await QuestionAsync(4, 1));
        await AnswerAsync(3, 1, first, true);
        await AnswerAsync(3, 1, first, false);
        await AnswerAsync(4, 1, second, false);
        await AnswerAsync(4, 1, second, true);
        Assert.True(await Requests().AskAsync(_codes[4], FollowUpRequest.Burn, default));
        await ReleaseAsync();
        Assert.Equal([second], await ReleasedAsync());
        Assert.Null(await OutcomeAsync(4, 1));
    }

    /// <summary>A yes by whoever cannot show code and text leads through the same steps and into no box.</summary>
    [Theory]
    [Invariant(19)]
    [InlineData("another code")]
    [InlineData("no code")]
    [InlineData("another text")]
    [InlineData("words that nobody sent")]
    [InlineData("another question")]
    [InlineData("a burnt code")]
    public async Task Answer_WithoutTheRight_RenewsEveryBoxAndCountsNothing(string what)
    {
        var id = await QuestionAsync(3, 1);
        if (what is "a burnt code")
        {
            await Requests().AskAsync(_codes[3], FollowUpRequest.Burn, default);
            await ReleaseAsync();
        }
        var (code, text) = (_codes[3], Text(3, 1));
        if (what is "another code") code = _codes[4];
        if (what is "no code") code = FollowUpCode.New();
        if (what is "another text") text = Text(3, 2);
        if (what is "words that nobody sent") text = "Text of 3 on";
        if (what is "another question") id = Guid.NewGuid();
        var before = await BoxesAsync();
        Assert.True(await Requests().AnswerAsync(code, text, id, true, default));
        Assert.Empty(before.Intersect(await BoxesAsync()));
        Assert.Equal(1L, await _record.ScalarAsync<long>("SELECT count(DISTINCT xmin::text) FROM record.request_box"));
        Assert.Equal(RequestRewrite.BoxBytes, await _record.ScalarAsync<int>("SELECT max(length(box)) FROM record.request_box"));
        await ReleaseAsync();
        Assert.Empty(await ReleasedAsync());
    }

    /// <summary>A no is the same as no answer: afterwards no row differs from one that was never answered, nor from itself before.</summary>
    [Fact]
    [Invariant(20)]
    public async Task Release_ANo_CannotBeToldFromNoAnswer()
    {
        var (refused, silent) = (await QuestionAsync(3, 1), await QuestionAsync(4, 1));
        await QuestionAsync(5, 1);
        await AnswerAsync(3, 1, refused, false);
        await ReleaseAsync();
        Assert.Equal(1L, await _record.ScalarAsync<long>("SELECT count(DISTINCT xmin::text) FROM record.quotation"));
        Assert.Equal(1L, await _record.ScalarAsync<long>($"SELECT count(DISTINCT (is_released, length(hash), \"end\" - start)) FROM record.quotation WHERE id IN ('{refused}', '{silent}')"));
    }

    /// <summary>The team asks about two texts of one contributor and does not know it: one question is put, at one of them, and one can be allowed.</summary>
    [Fact]
    public async Task Outcome_TwoQuestionsForOneContributor_PutsOne()
    {
        var ids = new[] { await QuestionAsync(3, 1), await QuestionAsync(3, 2) };
        var put = new[] { (await OutcomeAsync(3, 1))!.Question, (await OutcomeAsync(3, 2))!.Question };
        var area = put[0] is null ? 2 : 1;
        Assert.Single(put, question => question is not null);
        // Both at once cannot be allowed, even by one who knows both: a box holds one answer, and who has allowed one is not asked for the other.
        foreach (var asked in new[] { area, 3 - area })
        {
            await AnswerAsync(3, asked, ids[asked - 1], true);
            await ReleaseAsync();
        }
        Assert.Equal([ids[area - 1]], await ReleasedAsync());
        Assert.Null((await OutcomeAsync(3, 3 - area))!.Question);
    }

    [Theory]
    [InlineData("UPDATE record.sealed_input SET permission = 2")]
    [InlineData("UPDATE record.sealed_input SET permission = 0")]
    [InlineData("INSERT INTO record.review_decision (input_id, is_set_aside, reason, decided_by) SELECT input_id, true, 'off-topic', gen_random_uuid() FROM record.quotation")]
    [InlineData("INSERT INTO record.mask (id, input_id, start, \"end\", reason, is_threat, masked_by) SELECT gen_random_uuid(), input_id, 2, 4, 'names', false, gen_random_uuid() FROM record.quotation")]
    public async Task Outcome_ATextThatMayNotBeQuoted_PutsNoQuestion(string sql)
    {
        await QuestionAsync(3, 1);
        Assert.NotNull((await OutcomeAsync(3, 1))!.Question);
        await _record.ExecuteAsSuperuserAsync(sql);
        Assert.Null((await OutcomeAsync(3, 1))!.Question);
    }

    /// <summary>Boxes filled before there were questions are read as what they say.</summary>
    [Fact]
    public void Content_OfTheFirstForm_IsStillRead()
    {
        var contributor = Guid.NewGuid();
        byte[] first = [1, (byte)(FollowUpRequest.Withdraw | FollowUpRequest.Burn), .. contributor.ToByteArray(bigEndian: true)];
        Assert.Equal(new RequestContent(FollowUpRequest.Withdraw | FollowUpRequest.Burn, contributor), RequestContent.From(first));
        var now = new RequestContent(FollowUpRequest.AllowQuotation, contributor, Guid.NewGuid());
        Assert.Equal(now, RequestContent.From(now.ToBytes()));
        Assert.Equal(now.ToBytes().Length, default(RequestContent).ToBytes().Length);
        Assert.Throws<InvalidDataException>(() => RequestContent.From([3, .. new byte[33]]));
    }

    private static string Text(int author, int area) => $"Text of {author} on {area}, in full.";

    private Requests Requests() => new(_record.Source, _record.Batches, _record.Time);

    private Task<bool> AnswerAsync(int author, int area, Guid question, bool allows) => Requests().AnswerAsync(_codes[author], Text(author, area), question, allows, default);

    private async Task<Outcome?> OutcomeAsync(int author, int area)
    {
        await using var context = new RecordContext(new DbContextOptionsBuilder<RecordContext>().UseNpgsql(_record.Source).UseSnakeCaseNamingConvention().Options);
        return await new Outcomes(context, new Inclusion(_record.Source)).FindAsync(_codes[author], Text(author, area), default);
    }

    // As the team's page stores it.
    private Task<Guid> QuestionAsync(int author, int area) => _record.ScalarAsync<Guid>($"""
        INSERT INTO record.quotation (id, input_id, start, "end", hash, is_released)
        SELECT gen_random_uuid(), id, 0, 12, sha256('x'), false FROM record.sealed_input WHERE text = '{Text(author, area)}' RETURNING id
        """);

    private async Task<Guid[]> ReleasedAsync() => await _record.ScalarAsync<Guid[]>("SELECT coalesce(array_agg(id), '{}') FROM record.quotation WHERE is_released");

    private async Task<string[]> BoxesAsync() => await _record.ScalarAsync<string[]>("SELECT array_agg(encode(box, 'hex')) FROM record.request_box");

    private Task ReleaseAsync()
    {
        _record.Time.Advance(TimeSpan.FromDays(7));
        return new Release(_record.Source, _record.Batches, new Withdrawals(_record.Source, _record.Batches), _record.Time).RunDueAsync(default);
    }
}
