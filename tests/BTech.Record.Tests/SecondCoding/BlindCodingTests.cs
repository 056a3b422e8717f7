using BTech.Record.Coding;
using BTech.Record.Inputs;
using BTech.Record.Lists;
using BTech.Record.Retention;
using BTech.Record.SecondCoding;
using BTech.Record.Similarity;

namespace BTech.Record.Tests.SecondCoding;

/// <summary>Until the second coder is done, nobody learns the one reading who gave the other: not on a page, not by a filter, not by a number.</summary>
public sealed class BlindCodingTests(SealedSide side) : IClassFixture<SealedSide>
{
    [Fact]
    public async Task Blind_NeitherSeesTheOthersCodings_UntilTheSecondIsDone()
    {
        var round = await TwoReadings.OfAsync(side, 1);
        var (input, remedy, access) = (round.Inputs[0], await round.ThemeAsync("Remedy"), await round.ThemeAsync("Access"));
        await round.CodeAsync(TwoReadings.First, input, remedy, 1, 2);
        Assert.Equal(OpenedReading.Done, await round.OpenAsync(TwoReadings.Second));
        Assert.Empty(await round.SeenByAsync(TwoReadings.Second, input));
        // What the first gave to these very words is no hindrance, and tells the second nothing.
        await round.CodeAsync(TwoReadings.Second, input, remedy, 1);
        await round.CodeAsync(TwoReadings.Second, input, access, 3);
        Assert.Equal(["Remedy", "Access"], (await round.SeenByAsync(TwoReadings.Second, input)).Select(coding => coding.Theme.Name));
        Assert.Equal(["Remedy", "Remedy"], (await round.SeenByAsync(TwoReadings.First, input)).Select(coding => coding.Theme.Name));
        Assert.Equal((2, 0), (await round.CountedAsync(remedy), await round.CountedAsync(access)));
        Assert.Equal(0, (await round.AgreementAsync()).Inputs.Number);

        Assert.True(await round.FinishAsync(input));
        Assert.False(await round.FinishAsync(input));
        foreach (var reader in new[] { TwoReadings.First, TwoReadings.Second })
            Assert.Equal(["Remedy", "Remedy", "Access"], (await round.SeenByAsync(reader, input)).Select(coding => coding.Theme.Name));
        // What both say counts once; what the second alone says counts until somebody settles it.
        Assert.Equal((2, 1), (await round.CountedAsync(remedy), await round.CountedAsync(access)));
    }

    [Fact]
    public async Task Blind_ListsMemosTrayAndSuggestionsTellTheSecondNothing()
    {
        var round = await TwoReadings.OfAsync(side, 4);
        var theme = await round.ThemeAsync("Remedy");
        foreach (var input in round.Inputs)
            Assert.Equal(CodingResult.Done, await side.AskAsync<ExcerptCoding, CodingResult>(coding => coding.CodeSentencesAsync(input, [1], new ThemeChoice(round.Consultation, theme, Stance.Support, "a note"), TwoReadings.First, default)));
        Assert.Equal(OpenedReading.Done, await round.OpenAsync(TwoReadings.Second));
        async Task<(int Themed, int Uncoded, int Once, int Codings, int Memos, int Tray, bool Suggests)> SeenAsync(Agenda.StaffId reader)
        {
            async Task<IReadOnlyList<ReadableInput>> List(InputFilter filter) => (await side.AskAsync<InputList, InputPage>(list => list.PageAsync(reader, round.Window, filter))).Items;
            return (
                (await List(new InputFilter { Theme = theme })).Count, (await List(new InputFilter { Uncoded = true })).Count, (await List(new InputFilter { CodedBy = CodedBy.One })).Count,
                (await List(InputFilter.Everything)).Sum(input => input.Codings),
                (await side.AskAsync<Memos, IReadOnlyList<FoundMemo>>(memos => memos.FindAsync(reader, round.Window, null, default))).Count,
                (await side.AskAsync<ExcerptCoding, IReadOnlyList<ReadableExcerpt>>(coding => coding.OfWindowAsync(reader, round.Window, null, theme, default))).Count,
                (await side.AskAsync<ThemeSuggestions, SuggestedThemes>(suggestions => suggestions.OfWindowAsync(reader, round.Window, null, null, default))).IsReady);
        }
        Assert.Equal((0, 4, 0, 0, 0, 0, false), await SeenAsync(TwoReadings.Second));
        Assert.Equal((4, 0, 4, 4, 4, 4, true), await SeenAsync(TwoReadings.First));
        Assert.All(round.Inputs, input => Assert.Equal(0, side.AskAsync<InputList, ReadableInput?>(list => list.FindAsync(TwoReadings.Second, input, default)).Result!.Codings));
        var given = (await round.SeenByAsync(TwoReadings.First, round.Inputs[0]))[0].Id;
        Assert.True(await side.AskAsync<SecondReadings, bool>(readings => readings.HidesAnyAsync(TwoReadings.Second, [given], default)));
        Assert.False(await side.AskAsync<SecondReadings, bool>(readings => readings.HidesAnyAsync(TwoReadings.First, [given], default)));
        // Nor can the second touch by its id what cannot be seen.
        Assert.Equal(CodingResult.NotThere, await side.AskAsync<ExcerptCoding, CodingResult>(coding => coding.RemoveAsync(round.Inputs[0], given, TwoReadings.Second, default)));
        Assert.Equal(CodingResult.NotThere, await side.AskAsync<ExcerptCoding, CodingResult>(coding => coding.ChangeAsync(round.Inputs[0], given, "", new ThemeChoice(round.Consultation, theme, Stance.Concern), TwoReadings.Second, default)));
    }

    [Fact]
    public async Task Draw_TakesOnlyWhatOthersHaveCodedAndNobodyReadsTwice()
    {
        var round = await TwoReadings.OfAsync(side, 5);
        var theme = await round.ThemeAsync("Remedy");
        Assert.Equal(OpenedReading.NothingToDraw, await round.OpenAsync(TwoReadings.Second));
        foreach (var input in round.Inputs.Take(3)) await round.CodeAsync(TwoReadings.First, input, theme, 1);
        await round.CodeAsync(TwoReadings.Second, round.Inputs[0], theme, 2);
        await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(round.Inputs[1], SetAsideReasons.OffTopic, TwoReadings.First, default));
        Assert.Equal(OpenedReading.NothingToDraw, await round.OpenAsync(TwoReadings.First));
        Assert.Equal(OpenedReading.Done, await round.OpenAsync(TwoReadings.Second));
        Assert.Equal(OpenedReading.NothingToDraw, await round.OpenAsync(TwoReadings.Second));
        var reading = Assert.Single(await ReadingsAsync(round));
        Assert.Equal((TwoReadings.Second, 1, 0, 1), (reading.CodedBy, reading.Inputs.Number, reading.Done.Number, reading.Untouched.Number));
        Assert.Equal(round.Inputs[2], await side.AskAsync<SecondReadings, Guid?>(readings => readings.NextAsync(TwoReadings.Second, round.Window, null, default)));
        Assert.Null(await side.AskAsync<SecondReadings, Guid?>(readings => readings.NextAsync(TwoReadings.First, round.Window, null, default)));
    }

    [Fact]
    public async Task TakeBack_LeavesWhatIsBegunAndDone()
    {
        var round = await TwoReadings.OfAsync(side, 3);
        var theme = await round.ThemeAsync("Remedy");
        foreach (var input in round.Inputs) await round.CodeAsync(TwoReadings.First, input, theme, 1);
        await round.OpenAsync(TwoReadings.Second);
        await round.CodeAsync(TwoReadings.Second, round.Inputs[0], theme, 1);
        await round.FinishAsync(round.Inputs[1]);
        Task<bool> TakeBackAsync(Guid id) => side.AskAsync<SecondReadings, bool>(readings => readings.TakeBackAsync(round.Window, id, default));
        var reading = Assert.Single(await ReadingsAsync(round));
        Assert.False(await TakeBackAsync(Guid.NewGuid()));
        Assert.True(await TakeBackAsync(reading.Id));
        Assert.False(await TakeBackAsync(reading.Id));
        reading = Assert.Single(await ReadingsAsync(round));
        Assert.Equal((2, 1, 0), (reading.Inputs.Number, reading.Done.Number, reading.Untouched.Number));
        // What was taken back is an ordinary input again.
        Assert.Single(await round.SeenByAsync(TwoReadings.Second, round.Inputs[2]));
        Assert.True(await side.AskAsync<SecondReadings, bool>(readings => readings.FinishAllAsync(TwoReadings.Second, round.Window, default)));
        Assert.False(await side.AskAsync<SecondReadings, bool>(readings => readings.IsAnythingBlindAsync(TwoReadings.Second, round.Window, default)));
    }

    [Fact]
    public async Task TakeBack_OfAWholeTask_LeavesNothing()
    {
        var round = await TwoReadings.OfAsync(side, 2);
        var theme = await round.ThemeAsync("Remedy");
        foreach (var input in round.Inputs) await round.CodeAsync(TwoReadings.First, input, theme, 1);
        await round.OpenAsync(TwoReadings.Second);
        Assert.True(await side.AskAsync<SecondReadings, bool>(async readings => await readings.TakeBackAsync(round.Window, (await readings.ListAsync(round.Window, default))[0].Id, default)));
        Assert.Empty(await ReadingsAsync(round));
    }

    /// <summary>Whoever is asked may be coding one of the inputs in this instant, and is then no second coder of it.</summary>
    [Fact]
    public async Task Draw_WhileSomebodyCodes_WaitsAndLeavesOutWhatWasCoded()
    {
        var round = await TwoReadings.OfAsync(side, 2);
        var theme = await round.ThemeAsync("Remedy");
        foreach (var input in round.Inputs) await round.CodeAsync(TwoReadings.First, input, theme, 1);
        Assert.Equal(OpenedReading.Done, await side.ChangedUnderwayAsync(
            () => round.OpenAsync(TwoReadings.Second), $"{SharedTurn(round)}; {Coding(round.Inputs[0], theme, ComparedAs.Not)}"));
        Assert.Equal(round.Inputs[1].ToString(), await side.ScalarAsync<string>($"SELECT string_agg(input_id::text, ' ') FROM record.sampled_input WHERE input_id IN ('{round.Inputs[0]}', '{round.Inputs[1]}')"));
    }

    /// <summary>The other way round: what is drawn in this instant is coded blind by the second coder.</summary>
    [Fact]
    public async Task Coding_WhileASampleIsDrawn_WaitsAndIsBlind()
    {
        var round = await TwoReadings.OfAsync(side, 1);
        var (input, theme, reading) = (round.Inputs[0], await round.ThemeAsync("Remedy"), Guid.NewGuid());
        await round.CodeAsync(TwoReadings.First, input, theme, 1);
        Assert.Equal(CodingResult.Done, await side.ChangedUnderwayAsync(
            () => round.CodeTogetherAsync(TwoReadings.Second, input, theme, Stance.Support, 2),
            $"""
            SELECT pg_advisory_xact_lock(hashtextextended('sample {round.Window}', 0));
            INSERT INTO record.second_reading (id, window_id, coded_by) VALUES ('{reading}', '{round.Window}', '{TwoReadings.Second.Value}');
            INSERT INTO record.sampled_input (input_id, reading_id, is_done) VALUES ('{input}', '{reading}', false)
            """));
        Assert.Equal("Two here.", Assert.Single(await round.SeenByAsync(TwoReadings.Second, input)).Text);
        Assert.Equal(1, await round.CountedAsync(theme));
    }

    [Fact]
    public async Task TakeBack_WhileTheSecondCoderBegins_WaitsAndLeavesWhatIsBegun()
    {
        var round = await TwoReadings.OfAsync(side, 1);
        var theme = await round.ThemeAsync("Remedy");
        await round.CodeAsync(TwoReadings.First, round.Inputs[0], theme, 1);
        await round.OpenAsync(TwoReadings.Second);
        var reading = Assert.Single(await ReadingsAsync(round)).Id;
        Assert.False(await side.ChangedUnderwayAsync(
            () => side.AskAsync<SecondReadings, bool>(readings => readings.TakeBackAsync(round.Window, reading, default)),
            $"{SharedTurn(round)}; {Coding(round.Inputs[0], theme, ComparedAs.Second)}"));
        Assert.Equal((1, 0), ((await ReadingsAsync(round))[0].Inputs.Number, (await ReadingsAsync(round))[0].Untouched.Number));
    }

    [Fact]
    public async Task FinishAll_WhileTheSecondCoderCodes_WaitsAndOpensThatToo()
    {
        var round = await TwoReadings.OfAsync(side, 3);
        var (theme, other) = (await round.ThemeAsync("Remedy"), await round.ThemeAsync("Access"));
        foreach (var input in round.Inputs) await round.CodeAsync(TwoReadings.First, input, theme, 1);
        await round.OpenAsync(TwoReadings.Second);
        Assert.True(await side.ChangedUnderwayAsync(
            () => side.AskAsync<SecondReadings, bool>(readings => readings.FinishAllAsync(TwoReadings.Second, round.Window, default)),
            $"{SharedTurn(round)}; {Coding(round.Inputs[1], other, ComparedAs.Second)}"));
        Assert.Equal((3, 1), (await round.CountedAsync(theme), await round.CountedAsync(other)));
        Assert.Equal(2, (await round.SeenByAsync(TwoReadings.First, round.Inputs[1])).Count);
    }

    /// <summary>Who codes waits for who draws, and for nobody who codes something else.</summary>
    [Fact]
    public async Task Coding_WhileOthersCode_GoesOn()
    {
        var round = await TwoReadings.OfAsync(side, 1);
        var theme = await round.ThemeAsync("Remedy");
        await using var others = await side.BeginAsync(SharedTurn(round));
        await round.CodeAsync(TwoReadings.First, round.Inputs[0], theme, 1);
        Assert.Equal(0L, await others.WaitingAsync());
    }

    [Fact]
    public async Task Coverage_CountsAnInputThatWasReadTwiceAsCodedByTwo()
    {
        var round = await TwoReadings.OfAsync(side, 2);
        var theme = await round.ThemeAsync("Remedy");
        foreach (var input in round.Inputs) await round.CodeAsync(TwoReadings.First, input, theme, 1);
        await round.OpenAsync(TwoReadings.Second);
        await round.CodeAsync(TwoReadings.Second, round.Inputs[0], theme, 1, 2);
        async Task<(int Once, int Twice, int Listed)> CodedAsync()
        {
            var area = Assert.Single(await side.AskAsync<Coverage, IReadOnlyList<CoveredArea>>(coverage => coverage.OfAreasAsync(round.Window, default)));
            var listed = await side.AskAsync<InputList, InputPage>(list => list.PageAsync(TwoReadings.First, round.Window, new InputFilter { CodedBy = CodedBy.Two }));
            return (area.CodedOnce.Number, area.CodedTwice.Number, listed.Items.Count);
        }
        Assert.Equal((2, 0, 0), await CodedAsync());
        // Nothing but what stood there, and one that the second coder left without a theme: both were read by two.
        await side.AskAsync<SecondReadings, bool>(readings => readings.FinishAllAsync(TwoReadings.Second, round.Window, default));
        Assert.Equal((0, 2, 2), await CodedAsync());
    }

    [Fact]
    public async Task Erased_WithAWithdrawnInputGoesItsPlaceInTheSampleAndBothReadings()
    {
        var round = await TwoReadings.OfAsync(side, 2);
        var theme = await round.ThemeAsync("Remedy");
        foreach (var input in round.Inputs) await round.CodeAsync(TwoReadings.First, input, theme, 1);
        await round.OpenAsync(TwoReadings.Second);
        await round.CodeAsync(TwoReadings.Second, round.Inputs[0], theme, 1, 2);
        await side.WithdrawAsync(round.Inputs[0]);
        Assert.Equal(round.Inputs[1], await side.AskAsync<SecondReadings, Guid?>(readings => readings.NextAsync(TwoReadings.Second, round.Window, null, default)));
        Assert.Equal(1, Assert.Single(await ReadingsAsync(round)).Inputs.Number);
        Assert.NotNull(await side.AskAsync<TextErasure, IReadOnlyCollection<string>?>(erasure => erasure.EraseAsync(round.Window, default)));
        foreach (var (input, left) in new[] { (round.Inputs[0], 0L), (round.Inputs[1], 1L) })
        {
            Assert.Equal(left, await side.ScalarAsync<long>($"SELECT count(*) FROM record.sampled_input WHERE input_id = '{input}'"));
            Assert.Equal(left, await side.ScalarAsync<long>($"SELECT count(*) FROM record.coded_excerpt WHERE input_id = '{input}'"));
        }
    }

    private Task<IReadOnlyList<ListedReading>> ReadingsAsync(TwoReadings round) => side.AskAsync<SecondReadings, IReadOnlyList<ListedReading>>(readings => readings.ListAsync(round.Window, default));

    private static string SharedTurn(TwoReadings round) => $"SELECT pg_advisory_xact_lock_shared(hashtextextended('sample {round.Window}', 0))";

    private static string Coding(Guid input, Guid theme, ComparedAs compared) => $"""
        INSERT INTO record.coded_excerpt (id, input_id, theme_id, start, "end", stance, coded_by, merged_from, compared_as, counts, is_settled, in_translation)
          VALUES (gen_random_uuid(), '{input}', '{theme}', 0, 9, {(int)Stance.Support}, '{TwoReadings.Second.Value}', ARRAY[]::uuid[], {(int)compared}, {(compared is ComparedAs.Not ? "true" : "false")}, false, false)
        """;
}
