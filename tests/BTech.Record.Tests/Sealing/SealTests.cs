using BTech.Agenda;
using BTech.Record.Boxes;
using BTech.Record.FollowUp;
using BTech.Record.Sealing;
using BTech.Record.Tests.Boxes;

namespace BTech.Record.Tests.Sealing;

public sealed class SealTests(RecordSide record) : IClassFixture<RecordSide>
{
    private static readonly StaffId One = new(Guid.NewGuid());
    private static readonly StaffId Two = new(Guid.NewGuid());

    [Fact]
    public async Task Run_TwelveWrote_OpensWhatWasSentAndNothingElse()
    {
        var authors = await WindowAsync(14);
        var window = authors[0].WindowId;
        var codes = new List<string>();
        for (var index = 0; index < 12; index++) codes.Add(await SendAsync(authors[index], $"ZQ{index}QZ sent"));
        await record.Boxes.SaveAsync(authors[0], RecordSide.Change("ZQchangedQZ not sent again", seen: 1, page: "later"), default);
        await record.Boxes.SaveAsync(authors[12], RecordSide.Change("ZQdraftQZ never sent"), default);
        await record.Boxes.SaveAsync(authors[13], RecordSide.Change("ZQtickedQZ send at closing") with { SendWhatIsThere = true }, default);
        var others = await record.OpenWindowAsync(5);
        await record.Boxes.SaveAsync(others[2], RecordSide.Change("another window"), default);

        Assert.Equal(SealStatus.Sealed, (await CloseAndSealAsync(window)).Status);

        var texts = await TextsAsync(window);
        Assert.Equal(Enumerable.Range(0, 12).Select(index => $"ZQ{index}QZ sent").Append("ZQtickedQZ send at closing").Order(), texts.Order());
        Assert.Equal(13L, await record.ScalarAsync<long>($"SELECT count(*) FROM record.contributor WHERE window_id = '{window}' AND group_label = 'companies'"));
        Assert.Equal(0L, await record.ScalarAsync<long>($"SELECT count(*) FROM record.box WHERE window_id = '{window}'"));
        Assert.Equal("another window", (await record.Boxes.OpenAsync(others[2], default))!.Content.At(Place.InFocusArea(1))!.Working!.Text);
        Assert.False(await record.Keys.ExistAsync(window, default));
        await Assert.ThrowsAsync<BoxKeysMissingException>(() => record.Boxes.OpenAsync(authors[0], default));

        var page = (await new SealPages(record.Source).FindAsync(window, default))!;
        Assert.Equal((SealBand.TenOrMore, SealBand.TenOrMore), (page.Contributors, page.Inputs));
        Assert.Equal(["companies"], page.Labels);
        Assert.Equal(64 * 32, page.Leaves.Length);
        Assert.Equal(page.MerkleRoot.ToArray(), Commitments.Root(page.Leaves.Span));
        Assert.All(page.Checks, check => Assert.Equal(CheckOutcome.Done, check.Outcome));
        Assert.Equal(SealStatus.Sealed, (await CloseAndSealAsync(window)).Status);

        var inclusion = new Inclusion(record.Source);
        Assert.True(FollowUpCode.TryParse(codes[3], out var third));
        Assert.True(await inclusion.HoldsAsync(third, "  ZQ3QZ sent\r\n", default));
        Assert.False(await inclusion.HoldsAsync(third, "ZQ3QZ Sent", default));
        Assert.False(await inclusion.HoldsAsync(third, "ZQ4QZ sent", default));
        Assert.False(await inclusion.HoldsAsync(FollowUpCode.New(), "ZQ3QZ sent", default));
    }

    [Fact]
    public async Task Run_NineSent_OpensNothing()
    {
        var authors = await WindowAsync(20);
        var window = authors[0].WindowId;
        for (var index = 0; index < 9; index++) await SendAsync(authors[index], $"text {index}");
        await record.Boxes.SaveAsync(authors[10], RecordSide.Change("a draft does not count"), default);
        Assert.Equal(SealStatus.BelowTheFloor, (await CloseAndSealAsync(window)).Status);
        Assert.Empty(await TextsAsync(window));
        Assert.Equal(20L, await record.ScalarAsync<long>($"SELECT count(*) FROM record.box WHERE window_id = '{window}'"));

        var seal = Sealer();
        Assert.True(await seal.ExtendAsync(window, record.Time.GetUtcNow().AddDays(5), default));
        await SendAsync(authors[9], "the tenth");
        Assert.Equal(SealStatus.Sealed, (await CloseAndSealAsync(window)).Status);
        Assert.Equal(10, (await TextsAsync(window)).Count);
    }

    [Fact]
    public async Task DestroyUnread_BelowTheFloor_LeavesNothingToRead()
    {
        var authors = await WindowAsync(12);
        var window = authors[0].WindowId;
        await SendAsync(authors[0], "alone");
        Assert.False(await Sealer().DestroyUnreadAsync(window, default));
        Assert.Equal(SealStatus.BelowTheFloor, (await CloseAndSealAsync(window)).Status);
        Assert.True(await Sealer().DestroyUnreadAsync(window, default));
        Assert.Empty(await TextsAsync(window));
        Assert.Equal(0L, await record.ScalarAsync<long>($"SELECT count(*) FROM record.box WHERE window_id = '{window}'"));
        Assert.False(await record.Keys.ExistAsync(window, default));
        Assert.True((await new SealPages(record.Source).FindAsync(window, default))!.IsDestroyedUnread);
    }

    [Fact]
    public async Task Run_TooEarlyOrByOnePerson_DoesNothing()
    {
        var authors = await WindowAsync(12);
        var window = authors[0].WindowId;
        Assert.Equal(SealStatus.NotDue, (await Sealer().RunAsync(new SealRequest(window, One, Two, TimeSpan.Zero), default)).Status);
        await record.ExecuteAsync($"UPDATE record.window_state SET closes_at = '{record.Time.GetUtcNow().AddHours(-1):O}' WHERE window_id = '{window}'");
        Assert.Equal(SealStatus.NotDue, (await Sealer().RunAsync(new SealRequest(window, One, Two, TimeSpan.FromHours(2)), default)).Status);
        Assert.Equal(SealStatus.OnePersonOnly, (await Sealer().RunAsync(new SealRequest(window, One, One, TimeSpan.Zero), default)).Status);
        Assert.Equal(SealStatus.NoSuchWindow, (await Sealer().RunAsync(new SealRequest(Guid.NewGuid(), One, Two, TimeSpan.Zero), default)).Status);
    }

    [Fact]
    public async Task Run_WithdrawnBefore_IsNotSealed()
    {
        var authors = await WindowAsync(12);
        for (var index = 0; index < 12; index++) await SendAsync(authors[index], $"ZQ{index}QZ");
        await record.Boxes.WithdrawAsync(authors[4], default);
        Assert.Equal(SealStatus.Sealed, (await CloseAndSealAsync(authors[0].WindowId)).Status);
        Assert.DoesNotContain("ZQ4QZ", await TextsAsync(authors[0].WindowId));
        Assert.Equal(11, (await TextsAsync(authors[0].WindowId)).Count);
    }

    [Fact]
    public async Task Run_KeysLost_IsRedAndLosesNothing()
    {
        var authors = await WindowAsync(12);
        await record.Keys.DestroyAsync(authors[0].WindowId, default);
        var outcome = await CloseAndSealAsync(authors[0].WindowId);
        Assert.Equal((SealStatus.ChecksFailed, 1), (outcome.Status, outcome.Step));
        Assert.Equal("keys are there", Assert.Single(outcome.Checks!).Name);
        Assert.Equal(12L, await record.ScalarAsync<long>($"SELECT count(*) FROM record.box WHERE window_id = '{authors[0].WindowId}'"));
    }

    /// <summary>The run is killed at each of its calls to the key ring in turn and started again: the record is the same each time.</summary>
    [Fact]
    public async Task Run_KilledAnywhere_IsFinishedByTheNextRun()
    {
        for (var killAt = 1; killAt <= 8; killAt++)
        {
            var authors = await WindowAsync(11);
            var window = authors[0].WindowId;
            for (var index = 0; index < 11; index++) await SendAsync(authors[index], $"text {index}");
            await record.ExecuteAsync($"UPDATE record.window_state SET closes_at = '{record.Time.GetUtcNow():O}' WHERE window_id = '{window}'");
            var fragile = new FragileKeys(record.Keys, killAt);
            var request = new SealRequest(window, One, Two, TimeSpan.Zero);
            try
            {
                await new Seal(record.Source, fragile, record.Census, record.Time).RunAsync(request, default);
            }
            catch (TimeoutException)
            {
                Assert.True(fragile.HasBroken);
            }
            Assert.Equal(SealStatus.Sealed, (await Sealer().RunAsync(request, default)).Status);
            Assert.Equal(Enumerable.Range(0, 11).Select(index => $"text {index}").Order(), (await TextsAsync(window)).Order());
            Assert.Equal(11L, await record.ScalarAsync<long>($"SELECT count(*) FROM record.contributor WHERE window_id = '{window}'"));
        }
    }

    [Fact]
    public async Task Run_TwoNodesAtOnce_SealOnce()
    {
        var authors = await WindowAsync(12);
        var window = authors[0].WindowId;
        foreach (var author in authors) await SendAsync(author, "the same words");
        await record.ExecuteAsync($"UPDATE record.window_state SET closes_at = '{record.Time.GetUtcNow():O}' WHERE window_id = '{window}'");
        var request = new SealRequest(window, One, Two, TimeSpan.Zero);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Sealer().RunAsync(request, default)));
        Assert.Contains(outcomes, outcome => outcome.IsSealed);
        Assert.All(outcomes, outcome => Assert.True(outcome.Status is SealStatus.Sealed or SealStatus.Busy));
        Assert.Equal(12, (await TextsAsync(window)).Count);
    }

    [Fact]
    public async Task Run_OrderOfTheRecord_SaysNothingOfTheOrderOfSending()
    {
        var authors = await WindowAsync(200);
        var window = authors[0].WindowId;
        for (var index = 0; index < 200; index++) await SendAsync(authors[index], $"{index:000}");
        await CloseAndSealAsync(window);
        var order = new List<int>();
        await using (var ask = record.Source.CreateCommand($"SELECT text FROM record.sealed_input WHERE window_id = '{window}' ORDER BY ctid"))
        await using (var reader = await ask.ExecuteReaderAsync())
            while (await reader.ReadAsync()) order.Add(int.Parse(reader.GetString(0), System.Globalization.CultureInfo.InvariantCulture));
        // Spearman: |rho| * sqrt(n - 1) is about normal; 4.9 stands for one in a million.
        double sum = order.Select((value, rank) => Math.Pow(value - rank, 2)).Sum();
        var rho = 1 - (6 * sum / (200.0 * ((200 * 200) - 1)));
        Assert.True(Math.Abs(rho) * Math.Sqrt(199) < 4.9, $"rho = {rho}");
    }

    private Seal Sealer() => new(record.Source, record.Keys, record.Census, record.Time);

    private async Task<IReadOnlyList<Author>> WindowAsync(int authors)
    {
        var invited = await record.OpenWindowAsync(authors);
        await record.Census.KeepAsync(invited[0].WindowId, [new GroupSize("companies", 1, "business", authors, authors, 1, 1)], default);
        return invited;
    }

    private async Task<string> SendAsync(Author author, string text)
    {
        Assert.True((await record.Boxes.SaveAsync(author, RecordSide.Change(text), default)).IsSaved);
        var sent = await record.Boxes.SendAsync(author, default);
        Assert.True(sent.IsSaved);
        return sent.Content!.PendingCode!;
    }

    private async Task<SealOutcome> CloseAndSealAsync(Guid window)
    {
        await record.ExecuteAsync($"UPDATE record.window_state SET closes_at = '{record.Time.GetUtcNow().AddMinutes(-1):O}' WHERE window_id = '{window}'");
        return await Sealer().RunAsync(new SealRequest(window, One, Two, TimeSpan.Zero), default);
    }

    private async Task<List<string>> TextsAsync(Guid window)
    {
        var texts = new List<string>();
        await using var ask = record.Source.CreateCommand($"SELECT text FROM record.sealed_input WHERE window_id = '{window}'");
        await using var reader = await ask.ExecuteReaderAsync();
        while (await reader.ReadAsync()) texts.Add(reader.GetString(0));
        return texts;
    }

    private sealed class FragileKeys(IBoxKeys keys, int breakAt) : IBoxKeys
    {
        private int _calls;

        public bool HasBroken { get; private set; }

        public Task<BoxKey> OpenAsync(Guid windowId, CancellationToken cancel) => Count(() => keys.OpenAsync(windowId, cancel));

        public Task CreateAsync(Guid windowId, CancellationToken cancel) => keys.CreateAsync(windowId, cancel);

        public Task DestroyAsync(Guid windowId, CancellationToken cancel) => Count(async () =>
        {
            await keys.DestroyAsync(windowId, cancel);
            return true;
        });

        public Task<bool> ExistAsync(Guid windowId, CancellationToken cancel) => Count(() => keys.ExistAsync(windowId, cancel));

        private async Task<T> Count<T>(Func<Task<T>> call)
        {
            if (++_calls != breakAt) return await call();
            HasBroken = true;
            // Half of the time the work is done and only the answer lost.
            if (breakAt % 2 == 0) await call();
            throw new TimeoutException("killed");
        }
    }
}
