using BTech.Record.Boxes;
using BTech.Record.Inputs;
using BTech.Testing;

namespace BTech.Record.Tests.Boxes;

public sealed class SavingTests(RecordSide record) : IClassFixture<RecordSide>
{
    [Fact]
    public async Task Save_ThenOpen_GivesTheText()
    {
        var author = (await record.OpenWindowAsync(3))[1];
        Assert.True((await record.Boxes.SaveAsync(author, RecordSide.Change("Companies should be asked."), default)).IsSaved);
        var content = (await record.Boxes.OpenAsync(author, default))!.Content;
        Assert.Equal("Companies should be asked.", content.At(Place.InFocusArea(1))!.Working!.Text);
        Assert.Equal("companies", content.Group);
        Assert.False(content.IsSent);
        Assert.InRange(content.RoomLeft, 20_000, 32_768);
    }

    [Fact]
    [Invariant(9)]
    [LeakChannel(11)]
    public async Task Save_AnyLength_LeavesCountAndLengthAsTheyWere()
    {
        var authors = await record.OpenWindowAsync(6);
        var window = authors[0].WindowId;
        for (var index = 0; index < 4; index++)
            await record.Boxes.SaveAsync(authors[index], RecordSide.Change(new string('a', 1 + (index * 3000))), default);
        Assert.Equal(6L, await record.ScalarAsync<long>($"SELECT count(*) FROM record.box WHERE window_id = '{window}'"));
        Assert.Equal(1L, await record.ScalarAsync<long>($"SELECT count(DISTINCT length(box)) FROM record.box WHERE window_id = '{window}'"));
    }

    [Fact]
    public async Task Save_TheSamePostTwice_GivesTheSameResult()
    {
        var author = (await record.OpenWindowAsync(1))[0];
        var post = RecordSide.Change("once", page: "page-1");
        var first = await record.Boxes.SaveAsync(author, post, default);
        var second = await record.Boxes.SaveAsync(author, post, default);
        Assert.Equal((SaveStatus.Saved, SaveStatus.Saved), (first.Status, second.Status));
        Assert.Equal(1, second.Content!.CounterAt(Place.InFocusArea(1)));
    }

    [Fact]
    public async Task Save_ChangedByAnotherPage_ShowsBothTexts()
    {
        var author = (await record.OpenWindowAsync(1))[0];
        await record.Boxes.SaveAsync(author, RecordSide.Change("first tab", page: "one"), default);
        var second = await record.Boxes.SaveAsync(author, RecordSide.Change("second tab", page: "two"), default);
        Assert.Equal(SaveStatus.Conflict, second.Status);
        Assert.Equal("first tab", second.Theirs!.Working!.Text);
        Assert.Equal("first tab", (await record.Boxes.OpenAsync(author, default))!.Content.At(Place.InFocusArea(1))!.Working!.Text);
        // The page that shows both posts the counter it now knows.
        Assert.True((await record.Boxes.SaveAsync(author, RecordSide.Change("both", page: "three", seen: second.Theirs.Counter), default)).IsSaved);
    }

    [Fact]
    public async Task Send_Twice_ShowsTheSameCodeAndSendsOnce()
    {
        var author = (await record.OpenWindowAsync(1))[0];
        await record.Boxes.SaveAsync(author, RecordSide.Change("a comment"), default);
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => record.Boxes.SendAsync(author, default)));
        Assert.All(results, result => Assert.True(result.IsSaved));
        var code = Assert.Single(results.Select(result => result.Content!.PendingCode).Distinct());
        Assert.True(FollowUpCode.TryParse(code, out _));
        Assert.True((await record.Boxes.KeepCodeAsync(author, default)).IsSaved);
        Assert.Null((await record.Boxes.SendAsync(author, default)).Content!.PendingCode);
    }

    [Fact]
    public async Task Send_ThenChange_KeepsWhatWasSentUntilSentAgain()
    {
        var author = (await record.OpenWindowAsync(1))[0];
        await record.Boxes.SaveAsync(author, RecordSide.Change("sent", page: "p"), default);
        await record.Boxes.SendAsync(author, default);
        var changed = (await record.Boxes.SaveAsync(author, RecordSide.Change("changed", page: "p"), default)).Content!;
        Assert.True(changed.HasUnsentChanges);
        Assert.Equal("sent", changed.At(Place.InFocusArea(1))!.Sent!.Text);
        Assert.Equal("changed", (await record.Boxes.SendAsync(author, default)).Content!.At(Place.InFocusArea(1))!.Sent!.Text);
    }

    [Fact]
    public async Task Send_Nothing_MintsNoCode()
    {
        var author = (await record.OpenWindowAsync(1))[0];
        var sent = await record.Boxes.SendAsync(author, default);
        Assert.True(sent.IsSaved);
        Assert.False(sent.Content!.IsSent);
        Assert.Null(sent.Content.PendingCode);
    }

    [Fact]
    public async Task DeclineCode_LeavesARootNobodyKnows()
    {
        var author = (await record.OpenWindowAsync(1))[0];
        await record.Boxes.SaveAsync(author, RecordSide.Change("a"), default);
        Assert.True(FollowUpCode.TryParse((await record.Boxes.SendAsync(author, default)).Content!.PendingCode, out var code));
        var declined = (await record.Boxes.DeclineCodeAsync(author, default)).Content!;
        Assert.True(declined.HasDeclinedCode);
        Assert.NotEqual(code.Root(), declined.Root);
        Assert.Null((await record.Boxes.SendAsync(author, default)).Content!.PendingCode);
    }

    [Fact]
    [Invariant(18)]
    public async Task Save_AfterClosing_IsOverButWithdrawingGoesOn()
    {
        var author = (await record.OpenWindowAsync(1))[0];
        await record.Boxes.SaveAsync(author, RecordSide.Change("in time", page: "p"), default);
        await record.Boxes.SendAsync(author, default);
        await record.ExecuteAsync($"UPDATE record.window_state SET closes_at = '{RecordSide.Start.AddMinutes(-5):O}' WHERE window_id = '{author.WindowId}'");

        Assert.Equal(SaveStatus.Over, (await record.Boxes.SaveAsync(author, RecordSide.Change("late", page: "p"), default)).Status);
        Assert.Equal(SaveStatus.Over, (await record.Boxes.SendAsync(author, default)).Status);
        Assert.True((await record.Boxes.SaveAsync(author, RecordSide.Change("opened before", page: "p"), TimeSpan.FromMinutes(10), default)).IsSaved);
        Assert.Equal(SaveStatus.Over, (await record.Boxes.SaveAsync(author, RecordSide.Change("too late", page: "p"), TimeSpan.FromMinutes(5), default)).Status);
        Assert.True((await record.Boxes.WithdrawAsync(author, default)).IsSaved);
        Assert.False((await record.Boxes.OpenAsync(author, default))!.Content.IsSent);

        await record.ExecuteAsync($"UPDATE record.window_state SET state = 'sealing' WHERE window_id = '{author.WindowId}'");
        Assert.Equal(SaveStatus.Over, (await record.Boxes.WithdrawAsync(author, default)).Status);
        Assert.Equal(SaveStatus.Over, (await record.Boxes.KeepCodeAsync(author, default)).Status);
    }

    [Fact]
    public async Task Save_MoreThanTheBoxHolds_IsTooLongAndKeepsWhatWasThere()
    {
        var author = (await record.OpenWindowAsync(1))[0];
        await record.Boxes.SaveAsync(author, RecordSide.Change("small", area: 1), default);
        var full = SaveStatus.Saved;
        for (var area = 2; full == SaveStatus.Saved && area < 20; area++)
            full = (await record.Boxes.SaveAsync(author, RecordSide.Change(Noise(15_000), area), default)).Status;
        Assert.Equal(SaveStatus.TooLong, full);
        Assert.Equal("small", (await record.Boxes.OpenAsync(author, default))!.Content.At(Place.InFocusArea(1))!.Working!.Text);
    }

    [Fact]
    public async Task Open_WithoutInvitation_IsNotThere()
    {
        var author = (await record.OpenWindowAsync(1))[0];
        var stranger = author with { Tag = new byte[32] };
        Assert.Null(await record.Boxes.OpenAsync(stranger, default));
        Assert.Equal(SaveStatus.NotThere, (await record.Boxes.SaveAsync(stranger, RecordSide.Change("x"), default)).Status);
    }

    [Fact]
    public async Task Save_WhileATableIsHeldForLong_IsBusyAndNothingIsLost()
    {
        var author = (await record.OpenWindowAsync(1))[0];
        await using var connection = await record.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var hold = new Npgsql.NpgsqlCommand("LOCK TABLE record.box IN ACCESS EXCLUSIVE MODE", connection)) await hold.ExecuteNonQueryAsync();
        Assert.Equal(SaveStatus.Busy, (await record.Boxes.SaveAsync(author, RecordSide.Change("x"), default)).Status);
        await transaction.RollbackAsync();
        Assert.True((await record.Boxes.SaveAsync(author, RecordSide.Change("x"), default)).IsSaved);
    }

    private static string Noise(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => (char)Random.Shared.Next(0x4e00, 0x9000)));
}
