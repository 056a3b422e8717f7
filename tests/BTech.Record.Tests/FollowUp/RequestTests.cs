using BTech.Agenda;
using BTech.Record.Boxes;
using BTech.Record.FollowUp;
using BTech.Record.Sealing;
using BTech.Record.Tests.Boxes;
using BTech.Testing;

namespace BTech.Record.Tests.FollowUp;

/// <summary>What is asked for by follow-up code after the seal waits hidden and takes effect together.</summary>
public sealed class RequestTests : IAsyncLifetime
{
    private const int Authors = 12;

    private readonly RecordSide _record = new();
    private Guid _window;
    private IReadOnlyList<FollowUpCode> _codes = [];

    public async ValueTask InitializeAsync()
    {
        await _record.InitializeAsync();
        (_window, _codes) = await SealedWindowAsync("first");
    }

    public ValueTask DisposeAsync() => _record.DisposeAsync();

    [Fact]
    public async Task Seal_MakesOneBoxOfOneSizeForEachContributor()
    {
        Assert.Equal(Authors, await CountAsync("request_box"));
        Assert.Equal(RequestRewrite.BoxBytes, await _record.ScalarAsync<int>("SELECT max(length(box)) FROM record.request_box"));
        Assert.Equal(RequestRewrite.BoxBytes, await _record.ScalarAsync<int>("SELECT min(length(box)) FROM record.request_box"));
        Assert.Equal(Authors, await CountAsync("request_box WHERE substr(id::text, 15, 1) = '4'"));
        Assert.Equal(1L, await _record.ScalarAsync<long>("SELECT count(DISTINCT xmin::text) FROM record.request_box"));
        Assert.Equal([new DateOnly(2026, 3, 9)], await _record.Batches.FindAsync(_window, default));
        // No value of a box, nor what finds it, stands anywhere else in the record.
        Assert.Equal(0, await CountAsync("request_box r JOIN record.input_lookup l USING (lookup_hash)"));
        Assert.Equal(0, await CountAsync("request_box r JOIN record.contributor c USING (id)"));
    }

    [Theory]
    [Invariant(19)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ask_HitOrMiss_RenewsEveryBoxInOneTransactionAndChangesNothingElse(bool hit)
    {
        var (other, _) = await SealedWindowAsync("other");
        var before = await BoxesAsync();
        Assert.Equal(2 * Authors, before.Count);
        Assert.True(await Requests().AskAsync(hit ? _codes[3] : FollowUpCode.New(), FollowUpRequest.Withdraw | FollowUpRequest.Burn, default));
        var after = await BoxesAsync();
        Assert.Equal(before.Keys.Order(), after.Keys.Order());
        Assert.All(after, box => Assert.NotEqual(before[box.Key], box.Value));
        Assert.Empty(before.Values.Select(box => box.Id).Intersect(after.Values.Select(box => box.Id)));
        Assert.Equal(1L, await _record.ScalarAsync<long>("SELECT count(DISTINCT xmin::text) FROM record.request_box"));
        Assert.Equal(0, await CountAsync("withdrawal"));
        Assert.True(await HoldsAsync(3));
        Assert.Single(await _record.Batches.FindAsync(other, default));
    }

    [Fact]
    public async Task Release_OnItsDay_WithdrawsAndBurnsTogetherUnderANewKey()
    {
        var (other, theirs) = await SealedWindowAsync("other");
        await Requests().AskAsync(_codes[3], FollowUpRequest.Withdraw, default);
        await Requests().AskAsync(_codes[3], FollowUpRequest.Withdraw, default);
        await Requests().AskAsync(_codes[5], FollowUpRequest.Burn, default);
        await Requests().AskAsync(_codes[6], FollowUpRequest.Burn, default);
        await Requests().AskAsync(_codes[6], FollowUpRequest.Withdraw, default);
        await Requests().AskAsync(theirs[0], FollowUpRequest.Withdraw, default);
        _record.Time.SetUtcNow(new DateTimeOffset(2026, 3, 8, 23, 59, 59, TimeSpan.Zero));
        await ReleaseAsync();
        Assert.Equal(0, await CountAsync("withdrawal"));
        var before = await BoxesAsync();

        _record.Time.SetUtcNow(new DateTimeOffset(2026, 3, 9, 0, 0, 0, TimeSpan.Zero));
        await ReleaseAsync();

        Assert.Equal(["first 3", "first 6", "other 0"], await WithdrawnAsync());
        Assert.Equal((true, false, false, true), (await HoldsAsync(3), await HoldsAsync(5), await HoldsAsync(6), await HoldsAsync(7)));
        foreach (var window in new[] { _window, other }) Assert.Equal([new DateOnly(2026, 3, 16)], await _record.Batches.FindAsync(window, default));
        foreach (var table in new[] { "request_box", "withdrawal", "input_lookup" })
            Assert.Equal(1L, await _record.ScalarAsync<long>($"SELECT count(DISTINCT xmin::text) FROM record.{table}"));
        // The sealed rows themselves never move.
        Assert.Equal(0L, await _record.ScalarAsync<long>("SELECT count(*) FROM record.sealed_input i JOIN record.input_lookup l ON l.input_id = i.id AND l.xmin = i.xmin"));
        var after = await BoxesAsync();
        Assert.Equal(2, before.Keys.Except(after.Keys).Count());
        Assert.All(after.Where(box => before.ContainsKey(box.Key)), box => Assert.NotEqual(before[box.Key], box.Value));
        Assert.Equal((await WithdrawnIdsAsync()).Order(), _record.Batches.Buried.Order());

        // Burnt: nothing that is asked for with it does anything, and the next release adds nothing.
        await Requests().AskAsync(_codes[5], FollowUpRequest.Withdraw, default);
        _record.Time.Advance(TimeSpan.FromDays(7));
        await ReleaseAsync();
        Assert.Equal(3, await CountAsync("withdrawal"));
    }

    [Fact]
    public async Task Ask_WindowNotSealedYet_DoesNothing()
    {
        await Requests().AskAsync(_codes[0], FollowUpRequest.Withdraw, default);
        await _record.ExecuteAsync("UPDATE record.window_state SET state = 'sealing'");
        await Requests().AskAsync(_codes[1], FollowUpRequest.Withdraw, default);
        await _record.ExecuteAsync("UPDATE record.window_state SET state = 'sealed'");
        _record.Time.Advance(TimeSpan.FromDays(7));
        await ReleaseAsync();
        Assert.Equal(["first 0"], await WithdrawnAsync());
    }

    /// <summary>The release is killed at each of its calls outside the database in turn and started again: nothing is lost or done twice.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Release_KilledAnywhere_IsFinishedByTheNextRun(int breakAt)
    {
        await SealedWindowAsync("other");
        await Requests().AskAsync(_codes[2], FollowUpRequest.Withdraw | FollowUpRequest.Burn, default);
        _record.Time.Advance(TimeSpan.FromDays(7));
        _record.Batches.CountAnew(breakAt);
        await Assert.ThrowsAsync<TimeoutException>(ReleaseAsync);
        _record.Batches.CountAnew(0);
        // What somebody asks for while the release stands still is kept, for this batch or the next.
        await Requests().AskAsync(_codes[4], FollowUpRequest.Withdraw, default);
        await ReleaseAsync();
        Assert.Contains("first 2", await WithdrawnAsync());
        Assert.False(await HoldsAsync(2));
        Assert.Single(await _record.Batches.FindAsync(_window, default));
        _record.Time.Advance(TimeSpan.FromDays(7));
        await ReleaseAsync();
        Assert.Equal(["first 2", "first 4"], await WithdrawnAsync());
        Assert.Equal((await WithdrawnIdsAsync()).Order(), _record.Batches.Buried.Order());
        Assert.Equal(2 * Authors, await CountAsync("request_box"));
    }

    /// <summary>The database refuses one of the tables of the release, as if the server had died there.</summary>
    [Theory]
    [InlineData("request_box")]
    [InlineData("input_lookup")]
    [InlineData("withdrawal")]
    public async Task Release_StoppedInTheDatabase_ChangesNothingAndIsFinishedByTheNextRun(string table)
    {
        await Requests().AskAsync(_codes[2], FollowUpRequest.Withdraw | FollowUpRequest.Burn, default);
        _record.Time.Advance(TimeSpan.FromDays(7));
        await _record.ExecuteAsSuperuserAsync($"""
            CREATE FUNCTION record.stop() RETURNS trigger LANGUAGE plpgsql AS $stop$ BEGIN RAISE EXCEPTION 'stopped'; END $stop$;
            CREATE TRIGGER stop BEFORE INSERT ON record.{table} FOR EACH ROW EXECUTE FUNCTION record.stop();
            """);
        await Assert.ThrowsAsync<Npgsql.PostgresException>(ReleaseAsync);
        Assert.Equal(0, await CountAsync("withdrawal"));
        Assert.True(await HoldsAsync(2));
        await _record.ExecuteAsSuperuserAsync("DROP FUNCTION record.stop CASCADE");
        await ReleaseAsync();
        Assert.Equal(["first 2"], await WithdrawnAsync());
        Assert.False(await HoldsAsync(2));
    }

    [Fact]
    public async Task Release_KeyLost_RenewsTheBoxesSoThatTheyCanBeUsedAgain()
    {
        await Requests().AskAsync(_codes[2], FollowUpRequest.Withdraw, default);
        foreach (var batch in await _record.Batches.FindAsync(_window, default)) await _record.Batches.DestroyAsync(_window, batch, default);
        await ReleaseAsync();
        await Requests().AskAsync(_codes[4], FollowUpRequest.Withdraw, default);
        _record.Time.Advance(TimeSpan.FromDays(7));
        await ReleaseAsync();
        Assert.Equal(["first 4"], await WithdrawnAsync());
    }

    [Fact]
    public async Task Restore_BackupFromBeforeAWithdrawal_WithdrawsAgain()
    {
        await Requests().AskAsync(_codes[2], FollowUpRequest.Withdraw, default);
        _record.Time.Advance(TimeSpan.FromDays(7));
        await ReleaseAsync();
        await _record.ExecuteAsync("DELETE FROM record.withdrawal");
        // A tombstone of something that this backup does not hold stays for one that does.
        var elsewhere = Guid.NewGuid();
        await _record.Batches.WriteAsync([.. _record.Batches.Buried, elsewhere], default);
        await Withdrawals().RestoreAsync(default);
        Assert.Equal(["first 2"], await WithdrawnAsync());
        Assert.Contains(elsewhere, _record.Batches.Buried);
    }

    [Fact]
    public async Task Ask_AtOnce_LosesNothing()
    {
        await Task.WhenAll(_codes.Select(code => Requests().AskAsync(code, FollowUpRequest.Withdraw, default)));
        _record.Time.Advance(TimeSpan.FromDays(7));
        await Task.WhenAll(ReleaseAsync(), ReleaseAsync(), ReleaseAsync());
        Assert.Equal(Authors, await CountAsync("withdrawal"));
    }

    [Theory]
    [InlineData("2026-03-08T23:59:59Z", "2026-03-09")]
    [InlineData("2026-03-09T00:00:00Z", "2026-03-16")]
    [InlineData("2026-03-14T12:00:00Z", "2026-03-16")]
    public void Next_IsTheMondayAhead(string now, string monday) =>
        Assert.Equal(monday, ReleaseDays.Next(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)).ToString("O", System.Globalization.CultureInfo.InvariantCulture));

    private Requests Requests() => new(_record.Source, _record.Batches, _record.Time);

    private Withdrawals Withdrawals() => new(_record.Source, _record.Batches);

    private Task ReleaseAsync() => new Release(_record.Source, _record.Batches, Withdrawals(), _record.Time).RunDueAsync(default);

    private async Task<bool> HoldsAsync(int author) => (await new Inclusion(_record.Source).FindAsync(_codes[author], $"first {author}", default)).Inputs.Length > 0;

    private async Task<int> CountAsync(string table) => (int)await _record.ScalarAsync<long>($"SELECT count(*) FROM record.{table}");

    private Task<List<string>> WithdrawnAsync() => ListAsync("SELECT i.text FROM record.withdrawal w JOIN record.sealed_input i ON i.id = w.input_id ORDER BY i.text", reader => reader.GetString(0));

    private Task<List<Guid>> WithdrawnIdsAsync() => ListAsync("SELECT input_id FROM record.withdrawal", reader => reader.GetGuid(0));

    private async Task<Dictionary<string, (Guid Id, string Box)>> BoxesAsync() =>
        (await ListAsync("SELECT encode(lookup_hash, 'hex'), id, encode(box, 'hex') FROM record.request_box", reader => (Hash: reader.GetString(0), Row: (reader.GetGuid(1), reader.GetString(2)))))
        .ToDictionary(box => box.Hash, box => box.Row);

    private async Task<List<T>> ListAsync<T>(string sql, Func<Npgsql.NpgsqlDataReader, T> read)
    {
        var rows = new List<T>();
        await using var ask = _record.Source.CreateCommand(sql);
        await using var reader = await ask.ExecuteReaderAsync();
        while (await reader.ReadAsync()) rows.Add(read(reader));
        return rows;
    }

    private async Task<(Guid Window, IReadOnlyList<FollowUpCode> Codes)> SealedWindowAsync(string words)
    {
        var authors = await _record.OpenWindowAsync(Authors);
        var window = authors[0].WindowId;
        await _record.Census.KeepAsync(window, [new GroupSize("companies", 1, "business", Authors, new Reach(Authors, 1, 1), new Reach(Authors, 1, 1))], default);
        var codes = new List<FollowUpCode>();
        for (var index = 0; index < Authors; index++)
        {
            Assert.True((await _record.Boxes.SaveAsync(authors[index], RecordSide.Change($"{words} {index}"), default)).IsSaved);
            Assert.True(FollowUpCode.TryParse((await _record.Boxes.SendAsync(authors[index], default)).Content!.PendingCode, out var code));
            codes.Add(code);
        }
        await _record.ExecuteAsync($"UPDATE record.window_state SET closes_at = '{_record.Time.GetUtcNow().AddMinutes(-1):O}' WHERE window_id = '{window}'");
        var seal = new Seal(_record.Source, _record.Keys, _record.Batches, _record.Census, _record.Copies, _record.Time);
        Assert.True((await seal.RunAsync(new SealRequest(window, new StaffId(Guid.NewGuid()), new StaffId(Guid.NewGuid()), TimeSpan.Zero), default)).IsSealed);
        return (window, codes);
    }
}
