using BTech.Agenda;
using BTech.Record.Boxes;
using BTech.Record.Disclosure;
using BTech.Record.FollowUp;
using BTech.Record.Sealing;
using BTech.Record.Tests.Boxes;
using BTech.Testing;

namespace BTech.Record.Tests.Sealing;

public sealed class SealTests(RecordSide record) : IClassFixture<RecordSide>
{
    private static readonly StaffId One = new(Guid.NewGuid());
    private static readonly StaffId Two = new(Guid.NewGuid());

    [Fact]
    [Invariant(26)]
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
        Assert.Equal(KeysFound.None, await record.Keys.FindAsync(window, default));
        await Assert.ThrowsAsync<BoxKeysMissingException>(() => record.Boxes.OpenAsync(authors[0], default));

        var page = (await new SealPages(record.Source).FindAsync(window, default))!;
        Assert.Equal((Band.TenOrMore, Band.TenOrMore), (page.Contributors.Band, page.Inputs.Band));
        Assert.Equal(["companies"], page.Labels);
        Assert.Equal(64 * 32, page.Leaves.Length);
        Assert.Equal(page.MerkleRoot.ToArray(), Commitments.Root(page.Leaves.Span));
        Assert.All(page.Checks, check => Assert.Equal(CheckOutcome.Done, check.Outcome));
        Assert.Equal(SealStatus.Sealed, (await CloseAndSealAsync(window)).Status);

        var inclusion = new Inclusion(record.Source);
        Assert.True(FollowUpCode.TryParse(codes[3], out var third));
        Assert.Single((await inclusion.FindAsync(third, "  ZQ3QZ sent\r\n", default)).Inputs);
        Assert.Empty((await inclusion.FindAsync(third, "ZQ3QZ Sent", default)).Inputs);
        Assert.Empty((await inclusion.FindAsync(third, "ZQ4QZ sent", default)).Inputs);
        Assert.Empty((await inclusion.FindAsync(FollowUpCode.New(), "ZQ3QZ sent", default)).Inputs);
    }

    [Fact]
    public async Task Run_CommentOnAParagraph_BelongsToItsFocusArea()
    {
        var authors = await WindowAsync(10);
        var window = authors[0].WindowId;
        foreach (var author in authors.Skip(1)) await SendAsync(author, "on an area");
        foreach (var paragraph in new[] { 7, 1 })
            Assert.True((await record.Boxes.SaveAsync(authors[0], BoxChange.Of($"page {paragraph}", new FieldChange(
                Place.AtParagraph(paragraph), Record.Inputs.InputKind.Comment, 0, new PieceText($"on paragraph {paragraph}", "en"))), default)).IsSaved);
        var code = (await record.Boxes.SendAsync(authors[0], default)).Content!.PendingCode!;
        await record.ExecuteAsync($"UPDATE record.window_state SET closes_at = '{record.Time.GetUtcNow():O}' WHERE window_id = '{window}'");
        var request = new SealRequest(window, One, Two, TimeSpan.Zero) { AreaOfParagraph = new Dictionary<int, int> { [7] = 3 } };
        Assert.Equal(SealStatus.Sealed, (await Sealer().RunAsync(request, default)).Status);
        Assert.Equal(3, await record.ScalarAsync<int>($"SELECT focus_area_number FROM record.sealed_input WHERE window_id = '{window}' AND paragraph_number = 7"));
        Assert.Equal(1L, await record.ScalarAsync<long>($"SELECT count(*) FROM record.sealed_input WHERE window_id = '{window}' AND paragraph_number = 1 AND focus_area_number IS NULL"));
        Assert.True(FollowUpCode.TryParse(code, out var parsed));
        Assert.Single((await new Inclusion(record.Source).FindAsync(parsed, "on paragraph 7", default)).Inputs);
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
        Assert.Equal(SealStatus.NotBelowTheFloor, (await Sealer().DestroyUnreadAsync(window, default)).Status);
        Assert.Equal(SealStatus.BelowTheFloor, (await CloseAndSealAsync(window)).Status);
        Assert.True((await Sealer().DestroyUnreadAsync(window, default)).IsSealed);
        Assert.Empty(await TextsAsync(window));
        Assert.Equal(0L, await record.ScalarAsync<long>($"SELECT count(*) FROM record.box WHERE window_id = '{window}'"));
        Assert.Equal(KeysFound.None, await record.Keys.FindAsync(window, default));
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
    [Invariant(18)]
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
        Assert.Equal(["keys are there", "boxes are whole"], outcome.Checks!.Select(check => check.Name));
        Assert.Equal(12L, await record.ScalarAsync<long>($"SELECT count(*) FROM record.box WHERE window_id = '{authors[0].WindowId}'"));
    }

    /// <summary>The run is killed at each of its calls to the key ring in turn and started again: the record is the same each time.</summary>
    [Fact]
    public async Task Run_KilledAnywhere_IsFinishedByTheNextRun()
    {
        for (var killAt = 1; killAt <= 12; killAt++)
        {
            var authors = await WindowAsync(11);
            var window = authors[0].WindowId;
            for (var index = 0; index < 11; index++) await SendAsync(authors[index], $"text {index}");
            await record.ExecuteAsync($"UPDATE record.window_state SET closes_at = '{record.Time.GetUtcNow():O}' WHERE window_id = '{window}'");
            var fragile = new FragileKeys(record.Keys, killAt);
            var request = new SealRequest(window, One, Two, TimeSpan.Zero);
            try
            {
                await new Seal(record.Source, fragile, record.Batches, record.Census, record.Copies, record.Time).RunAsync(request, default);
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
    public async Task Run_MoreTextThanMemoryMayHold_WritesTheSameRecord()
    {
        var authors = await WindowAsync(12);
        var window = authors[0].WindowId;
        for (var index = 0; index < 12; index++) await SendAsync(authors[index], $"text {index} Ж 文 {new string('x', 1 + (index * 100))}");
        await record.ExecuteAsync($"UPDATE record.window_state SET closes_at = '{record.Time.GetUtcNow():O}' WHERE window_id = '{window}'");
        var seal = new Seal(record.Source, record.Keys, record.Batches, record.Census, record.Copies, record.Time, textsInMemory: 500);

        Assert.True((await seal.RunAsync(new SealRequest(window, One, Two, TimeSpan.Zero), default)).IsSealed);

        Assert.Equal(Enumerable.Range(0, 12).Select(index => $"text {index} Ж 文 {new string('x', 1 + (index * 100))}").Order(), (await TextsAsync(window)).Order());
    }

    [Fact]
    public async Task Run_TickedAndChangedAfterSending_OpensWhatIsThere()
    {
        var authors = await WindowAsync(11);
        var window = authors[0].WindowId;
        foreach (var author in authors) await SendAsync(author, "sent");
        await record.Boxes.SaveAsync(authors[0], RecordSide.Change("changed, and ticked", seen: 1, page: "later") with { SendWhatIsThere = true }, default);
        await record.Boxes.SaveAsync(authors[1], RecordSide.Change("changed, not ticked", seen: 1, page: "later"), default);
        Assert.True((await CloseAndSealAsync(window)).IsSealed);
        Assert.Equal(["changed, and ticked", .. Enumerable.Repeat("sent", 10)], (await TextsAsync(window)).Order());
    }

    [Fact]
    public async Task OpenThoseWhoAgreed_EnoughDo_OpensTheirsAndDestroysTheOthersUnread()
    {
        var authors = await WindowAsync(20);
        var window = authors[0].WindowId;
        for (var index = 0; index < 8; index++) await SendAsync(authors[index], $"text {index}");
        Assert.Equal(SaveStatus.Over, (await record.Boxes.AgreeToBeOpenedWithFewAsync(authors[0], true, default)).Status);
        Assert.Equal(SealStatus.BelowTheFloor, (await CloseAndSealAsync(window)).Status);
        for (var index = 0; index < 6; index++) Assert.True((await record.Boxes.AgreeToBeOpenedWithFewAsync(authors[index], true, default)).IsSaved);
        // Who has sent nothing has nothing to agree to, and an answer can be taken back.
        Assert.False((await record.Boxes.AgreeToBeOpenedWithFewAsync(authors[15], true, default)).Content!.AgreesToBeOpenedWithFew);
        await record.Boxes.AgreeToBeOpenedWithFewAsync(authors[5], false, default);
        // What was sent can still be withdrawn, and the agreement goes with it.
        Assert.True((await record.Boxes.WithdrawAsync(authors[4], default)).IsSaved);
        Assert.False((await record.Boxes.OpenAsync(authors[4], default))!.Content.AgreesToBeOpenedWithFew);

        var request = new SealRequest(window, One, Two, TimeSpan.Zero);
        Assert.Equal(SealStatus.TooFewAgree, (await Sealer().OpenThoseWhoAgreedAsync(request, default)).Status);
        Assert.Empty(await TextsAsync(window));
        Assert.Equal(20L, await record.ScalarAsync<long>($"SELECT count(*) FROM record.box WHERE window_id = '{window}'"));
        await record.Boxes.AgreeToBeOpenedWithFewAsync(authors[5], true, default);
        // The clock alone opens nothing.
        Assert.Equal(SealStatus.BelowTheFloor, (await Sealer().RunAsync(request, default)).Status);

        Assert.True((await Sealer().OpenThoseWhoAgreedAsync(request, default)).IsSealed);
        Assert.Equal(["text 0", "text 1", "text 2", "text 3", "text 5"], (await TextsAsync(window)).Order());
        var page = (await new SealPages(record.Source).FindAsync(window, default))!;
        Assert.Equal((true, false, Band.FiveToNine), (page.IsOpenedByAgreement, page.IsDestroyedUnread, page.Contributors.Band));
    }

    [Fact]
    public async Task OpenThoseWhoAgreed_NotBelowTheFloor_DoesNothing()
    {
        var authors = await WindowAsync(12);
        foreach (var author in authors) await SendAsync(author, "text");
        await record.ExecuteAsync($"UPDATE record.window_state SET closes_at = '{record.Time.GetUtcNow():O}' WHERE window_id = '{authors[0].WindowId}'");
        Assert.Equal(SealStatus.NotBelowTheFloor, (await Sealer().OpenThoseWhoAgreedAsync(new SealRequest(authors[0].WindowId, One, Two, TimeSpan.Zero), default)).Status);
        Assert.Empty(await TextsAsync(authors[0].WindowId));
    }

    [Fact]
    public async Task Run_OneBoxDamaged_IsRedAndLosesNothingNotEvenByMixing()
    {
        var authors = await WindowAsync(12);
        var window = authors[0].WindowId;
        foreach (var author in authors) await SendAsync(author, "text");
        var before = await record.ScalarAsync<string>($"SELECT encode(box, 'hex') FROM record.box WHERE tag = decode('{Convert.ToHexString(authors[3].Tag.Span)}', 'hex')");
        await record.ExecuteAsync($"UPDATE record.box SET box = set_byte(box, 500, 255 - get_byte(box, 500)) WHERE tag = decode('{Convert.ToHexString(authors[3].Tag.Span)}', 'hex')");
        Assert.True(await record.Mixing.MixAsync([], default));
        var outcome = await CloseAndSealAsync(window);
        Assert.Equal(["boxes are whole"], outcome.Checks!.Select(check => check.Name));
        await record.ExecuteAsync($"UPDATE record.box SET box = decode('{before}', 'hex') WHERE tag = decode('{Convert.ToHexString(authors[3].Tag.Span)}', 'hex')");
        Assert.True((await CloseAndSealAsync(window)).IsSealed);
        Assert.Equal(12, (await TextsAsync(window)).Count);
    }

    [Fact]
    public async Task Run_KeyOfTheTagsLost_SealsAndPrintsIt()
    {
        var authors = await WindowAsync(12);
        foreach (var author in authors) await SendAsync(author, "text");
        await record.ExecuteAsync($"UPDATE record.window_state SET closes_at = '{record.Time.GetUtcNow():O}' WHERE window_id = '{authors[0].WindowId}'");
        var seal = new Seal(record.Source, new KeysWithoutTags(record.Keys), record.Batches, record.Census, record.Copies, record.Time);
        Assert.True((await seal.RunAsync(new SealRequest(authors[0].WindowId, One, Two, TimeSpan.Zero), default)).IsSealed);
        var page = (await new SealPages(record.Source).FindAsync(authors[0].WindowId, default))!;
        Assert.Equal(CheckOutcome.NotPermittedHere, page.Checks.Single(check => check.Name == "one voice each").Outcome);
    }

    public static TheoryData<string, int> Stops => new()
    {
        { "ten", 1 }, { "ten", 2 }, { "ten", 3 }, { "ten", 4 }, { "ten", 5 }, { "ten", 6 }, { "ten", 7 }, { "ten", 8 }, { "ten", 9 },
        { "agreed", 1 }, { "agreed", 2 }, { "agreed", 3 }, { "agreed", 4 }, { "agreed", 5 }, { "agreed", 6 }, { "agreed", 9 },
        { "destroyed", 3 }, { "destroyed", 6 }, { "destroyed", 7 }, { "destroyed", 8 }, { "destroyed", 9 },
    };

    /// <summary>
    /// The database refuses to note one step, as if the server had died there, in each of the three ways a window can end. What was before the
    /// opening is whole, what comes after is complete, and the next run finishes with the same texts.
    /// </summary>
    [Theory]
    [MemberData(nameof(Stops))]
    public async Task Run_StoppedAtAStep_LosesNothingAndIsFinishedByTheNextRun(string way, int step)
    {
        var authors = await WindowAsync(14);
        var window = authors[0].WindowId;
        var senders = way == "ten" ? 11 : 7;
        for (var index = 0; index < senders; index++) await SendAsync(authors[index], $"text {index}");
        await record.Boxes.SaveAsync(authors[13], RecordSide.Change("never sent"), default);
        var others = await record.OpenWindowAsync(3);
        await record.Boxes.SaveAsync(others[1], RecordSide.Change("another window"), default);
        await record.ExecuteAsync($"UPDATE record.window_state SET closes_at = '{record.Time.GetUtcNow():O}' WHERE window_id = '{window}'");
        var request = new SealRequest(window, One, Two, TimeSpan.Zero);
        if (way != "ten")
        {
            Assert.Equal(SealStatus.BelowTheFloor, (await Sealer().RunAsync(request, default)).Status);
            for (var index = 0; index < 6; index++) await record.Boxes.AgreeToBeOpenedWithFewAsync(authors[index], true, default);
        }
        Task<SealOutcome> EndAsync() => way switch
        {
            "ten" => Sealer().RunAsync(request, default),
            "agreed" => Sealer().OpenThoseWhoAgreedAsync(request, default),
            _ => Sealer().DestroyUnreadAsync(window, default),
        };
        var expected = way switch { "ten" => 11, "agreed" => 6, _ => 0 };

        await StopAtAsync(window, step);
        await Assert.ThrowsAsync<Npgsql.PostgresException>(EndAsync);
        var isOpened = step > 5 || (way == "destroyed" && step > 3);
        Assert.Equal(isOpened ? expected : 0, (await TextsAsync(window)).Count);
        Assert.Equal(isOpened ? 0L : 14L, await record.ScalarAsync<long>($"SELECT count(*) FROM record.box WHERE window_id = '{window}'"));
        Assert.Equal(isOpened && step >= 7 ? KeysFound.None : KeysFound.All, await record.Keys.FindAsync(window, default));
        Assert.Null(await new SealPages(record.Source).FindAsync(window, default));
        Assert.True(await record.Mixing.MixAsync([], default));
        await StopAtAsync(window, null);

        Assert.True((await EndAsync()).IsSealed);
        Assert.Equal(Enumerable.Range(0, expected).Select(index => $"text {index}"), (await TextsAsync(window)).OrderBy(text => text.Length).ThenBy(text => text));
        Assert.Equal((long)expected, await record.ScalarAsync<long>($"SELECT count(*) FROM record.contributor WHERE window_id = '{window}'"));
        Assert.Equal("another window", (await record.Boxes.OpenAsync(others[1], default))!.Content.At(Place.InFocusArea(1))!.Working!.Text);
        Assert.Equal(SealStatus.Sealed, (await Sealer().RunAsync(request, default)).Status);
    }

    [Fact]
    public async Task OpenInSpite_ACheckAfterTheOpeningIsRed_OpensAndPrintsItForGood()
    {
        var window = await RedAfterOpeningAsync(OneRowAlone);
        Assert.Null(await new SealPages(record.Source).FindAsync(window, default));
        Assert.Equal(["one transaction wrote the record"], (await new SealPages(record.Source).RedAsync(window, default)).Select(check => check.Name));
        Assert.Equal(8, (await new SealPages(record.Source).StandingAsync(window, default)).FailedStep);

        Assert.True((await Sealer().OpenInSpiteAsync(window, default)).IsSealed);
        var page = (await new SealPages(record.Source).FindAsync(window, default))!;
        Assert.True(page.IsOpenedInSpite);
        Assert.Equal(CheckOutcome.Failed, page.Checks.Single(check => check.Name == "one transaction wrote the record").Outcome);
        Assert.Equal(SealStatus.Sealed, (await Sealer().OpenInSpiteAsync(window, default)).Status);
        Assert.Equal(12, (await TextsAsync(window)).Count);
    }

    [Fact]
    public async Task OpenInSpite_MendedMeanwhile_SealsAsUsual()
    {
        var window = await RedAfterOpeningAsync(OneRowAlone);
        await record.ExecuteAsSuperuserAsync($"UPDATE record.sealed_input SET id = id WHERE window_id = '{window}'; UPDATE record.contributor SET id = id WHERE window_id = '{window}'");
        Assert.True((await Sealer().OpenInSpiteAsync(window, default)).IsSealed);
        Assert.False((await new SealPages(record.Source).FindAsync(window, default))!.IsOpenedInSpite);
    }

    [Theory]
    [InlineData("keys are gone")]
    [InlineData("no label stands for few")]
    public async Task OpenInSpite_OfWhatWouldNameSomebody_Never(string name)
    {
        var keysStay = name == "keys are gone";
        var window = await RedAfterOpeningAsync(keysStay ? null : one => $"UPDATE record.contributor SET group_label = CASE WHEN id = (SELECT min(id::text)::uuid FROM record.contributor WHERE window_id = '{one}') THEN 'alone' ELSE group_label END WHERE window_id = '{one}'; UPDATE record.sealed_input SET id = id WHERE window_id = '{one}'");
        var refused = await Sealer().OpenInSpiteAsync(window, default);
        Assert.Equal(SealStatus.NeverInSpite, refused.Status);
        Assert.Equal([name], refused.Checks!.Select(check => check.Name));
        Assert.Null(await new SealPages(record.Source).FindAsync(window, default));
        Assert.Equal(8, (await new SealPages(record.Source).StandingAsync(window, default)).FailedStep);
        if (!keysStay) return;
        // The next run destroys the keys, and nothing has to be passed over.
        Assert.True((await Sealer().RunAsync(new SealRequest(window, One, Two, TimeSpan.Zero), default)).IsSealed);
        Assert.False((await new SealPages(record.Source).FindAsync(window, default))!.IsOpenedInSpite);
    }

    /// <summary>Keys are destroyed although old copies could not be removed, or those copies could be read all the longer.</summary>
    [Fact]
    public async Task Run_OldCopiesStay_IsRedAfterTheKeysAreGone_AndTheNextRunTriesAgain()
    {
        var (window, red) = await WithOldCopiesAsync();
        Assert.Equal((SealStatus.ChecksFailed, 8), (red.Status, red.Step));
        Assert.Equal([SealCheck.OldCopiesRemoved], red.Checks!.Select(check => check.Name));
        Assert.Equal(KeysFound.None, await record.Keys.FindAsync(window, default));
        Assert.Null(await new SealPages(record.Source).FindAsync(window, default));

        Assert.True((await Sealer().RunAsync(new SealRequest(window, One, Two, TimeSpan.Zero), default)).IsSealed);
        var page = (await new SealPages(record.Source).FindAsync(window, default))!;
        Assert.Equal((false, CheckOutcome.Done), (page.IsOpenedInSpite, page.Checks.Single(check => check.Name == SealCheck.OldCopiesRemoved).Outcome));
    }

    [Fact]
    public async Task OpenInSpite_OldCopiesStay_OpensAndPrintsIt()
    {
        var (window, _) = await WithOldCopiesAsync();
        Assert.True((await Sealer().OpenInSpiteAsync(window, default)).IsSealed);
        var page = (await new SealPages(record.Source).FindAsync(window, default))!;
        Assert.Equal((true, CheckOutcome.Failed), (page.IsOpenedInSpite, page.Checks.Single(check => check.Name == SealCheck.OldCopiesRemoved).Outcome));
    }

    [Fact]
    public async Task OpenInSpite_NothingIsRed_DoesNothing()
    {
        var window = (await WindowAsync(12))[0].WindowId;
        Assert.Equal(SealStatus.NotRed, (await Sealer().OpenInSpiteAsync(window, default)).Status);
        Assert.Equal(SealStatus.NoSuchWindow, (await Sealer().OpenInSpiteAsync(Guid.NewGuid(), default)).Status);
        Assert.Equal(12L, await record.ScalarAsync<long>($"SELECT count(*) FROM record.box WHERE window_id = '{window}'"));
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
    [Invariant(6)]
    [LeakChannel(4)]
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

    /// <summary>Makes the database refuse to note this step of this window's seal; with none, lets everything through again.</summary>
    private async Task StopAtAsync(Guid window, int? step)
    {
        await record.ExecuteAsSuperuserAsync(step is null ? "DROP FUNCTION IF EXISTS record.stop CASCADE" : $"""
            DROP FUNCTION IF EXISTS record.stop CASCADE;
            CREATE FUNCTION record.stop() RETURNS trigger LANGUAGE plpgsql AS $stop$
            BEGIN
              IF NEW.window_id = '{window}' AND NEW.step = {step} THEN RAISE EXCEPTION 'stopped'; END IF;
              RETURN NEW;
            END $stop$;
            CREATE TRIGGER stop BEFORE INSERT OR UPDATE ON record.seal FOR EACH ROW EXECUTE FUNCTION record.stop();
            """);
    }

    private Seal Sealer() => new(record.Source, record.Keys, record.Batches, record.Census, record.Copies, record.Time);

    private async Task<IReadOnlyList<Author>> WindowAsync(int authors)
    {
        var invited = await record.OpenWindowAsync(authors);
        await record.Census.KeepAsync(invited[0].WindowId, [new GroupSize("companies", 1, "business", authors, new Reach(authors, 1, 1), new Reach(authors, 1, 1))], default);
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

    private static string OneRowAlone(Guid window) =>
        $"UPDATE record.sealed_input SET id = id WHERE id = (SELECT min(id::text)::uuid FROM record.sealed_input WHERE window_id = '{window}')";

    /// <summary>A window whose seal has opened twelve texts and stands at a red step 8: something was done as the keys were destroyed, or instead of it.</summary>
    private async Task<Guid> RedAfterOpeningAsync(Func<Guid, string>? act)
    {
        var authors = await WindowAsync(12);
        var window = authors[0].WindowId;
        foreach (var author in authors) await SendAsync(author, "text");
        await record.ExecuteAsync($"UPDATE record.window_state SET closes_at = '{record.Time.GetUtcNow():O}' WHERE window_id = '{window}'");
        var keys = new KeysWithAnAccident(record.Keys, act is null ? null : () => record.ExecuteAsSuperuserAsync(act(window)));
        var outcome = await new Seal(record.Source, keys, record.Batches, record.Census, record.Copies, record.Time).RunAsync(new SealRequest(window, One, Two, TimeSpan.Zero), default);
        Assert.Equal((SealStatus.ChecksFailed, 8), (outcome.Status, outcome.Step));
        return window;
    }

    /// <summary>A window that was sealed while old copies could not be removed; from now on they can.</summary>
    private async Task<(Guid Window, SealOutcome Outcome)> WithOldCopiesAsync()
    {
        var authors = await WindowAsync(12);
        var window = authors[0].WindowId;
        foreach (var author in authors) await SendAsync(author, "text");
        await record.ExecuteAsync($"UPDATE record.window_state SET closes_at = '{record.Time.GetUtcNow():O}' WHERE window_id = '{window}'");
        record.Copies.Outcome = CheckOutcome.Failed;
        try
        {
            return (window, await Sealer().RunAsync(new SealRequest(window, One, Two, TimeSpan.Zero), default));
        }
        finally
        {
            record.Copies.Outcome = CheckOutcome.Done;
        }
    }

    private sealed class KeysWithAnAccident(IBoxKeys keys, Func<Task>? accident) : IBoxKeys
    {
        public Task<BoxKey> OpenAsync(Guid windowId, CancellationToken cancel) => keys.OpenAsync(windowId, cancel);

        public Task CreateAsync(Guid windowId, CancellationToken cancel) => keys.CreateAsync(windowId, cancel);

        public async Task<bool> DestroyAsync(Guid windowId, CancellationToken cancel)
        {
            if (accident is null) return true;
            await keys.DestroyAsync(windowId, cancel);
            await accident();
            return true;
        }

        public Task<KeysFound> FindAsync(Guid windowId, CancellationToken cancel) => keys.FindAsync(windowId, cancel);
    }

    private sealed class FragileKeys(IBoxKeys keys, int breakAt) : IBoxKeys
    {
        private int _calls;

        public bool HasBroken { get; private set; }

        public Task<BoxKey> OpenAsync(Guid windowId, CancellationToken cancel) => Count(() => keys.OpenAsync(windowId, cancel));

        public Task CreateAsync(Guid windowId, CancellationToken cancel) => keys.CreateAsync(windowId, cancel);

        public Task<bool> DestroyAsync(Guid windowId, CancellationToken cancel) => Count(() => keys.DestroyAsync(windowId, cancel));

        public Task<KeysFound> FindAsync(Guid windowId, CancellationToken cancel) => Count(() => keys.FindAsync(windowId, cancel));

        private async Task<T> Count<T>(Func<Task<T>> call)
        {
            if (++_calls != breakAt) return await call();
            HasBroken = true;
            // Half of the time the work is done and only the answer lost.
            if (breakAt % 2 == 0) await call();
            throw new TimeoutException("killed");
        }
    }

    private sealed class KeysWithoutTags(IBoxKeys keys) : IBoxKeys
    {
        public Task<BoxKey> OpenAsync(Guid windowId, CancellationToken cancel) => keys.OpenAsync(windowId, cancel);

        public Task CreateAsync(Guid windowId, CancellationToken cancel) => keys.CreateAsync(windowId, cancel);

        public Task<bool> DestroyAsync(Guid windowId, CancellationToken cancel) => keys.DestroyAsync(windowId, cancel);

        public async Task<KeysFound> FindAsync(Guid windowId, CancellationToken cancel) =>
            await keys.FindAsync(windowId, cancel) == KeysFound.All ? KeysFound.Some : KeysFound.None;
    }
}
