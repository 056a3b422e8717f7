using BTech.Record.Coding;
using BTech.Record.Inputs;
using BTech.Record.Retention;
using static BTech.Record.Tests.SealedSide;

namespace BTech.Record.Tests.Retention;

/// <summary>Original texts are erased from the tables and from the tables' files; what the team reads stays.</summary>
public sealed class TextErasureTests(SealedSide side) : IClassFixture<SealedSide>
{
    private static readonly Guid Consultation = Guid.NewGuid();

    [Fact]
    public async Task Erase_Hidden_IsGoneAndReadersSeeTheSame()
    {
        var (window, ids) = await side.WindowAsync(new Voice("companies", (1, "We told Zoltan Hidden of it. It helped us all.")), new Voice(null, (1, "untouched words")));
        await MaskAsync(ids[0], 8, 21);
        var theme = await side.ThemeAsync(Consultation, "hidden");
        await side.AskAsync<ExcerptCoding, CodingResult>(coding => coding.CodeAsync(ids[0], 29, 46, new ThemeChoice(Consultation, theme, Stance.Support), Coder, default));
        var before = (await InputAsync(ids[0])).Text!.Read();
        Assert.Equal("We told […] of it. It helped us all.", before);

        Assert.False(await IsDoneAsync(window));
        Assert.Equal(["Zoltan Hidden"], await EraseAsync(window));
        Assert.True(await IsDoneAsync(window));

        Assert.Equal("We told █ of it. It helped us all.", await side.ScalarAsync<string>($"SELECT text FROM record.sealed_input WHERE id = '{ids[0]}'"));
        Assert.Equal(before, (await InputAsync(ids[0])).Text!.Read());
        Assert.Equal("untouched words", (await InputAsync(ids[1])).Text!.Read());
        Assert.Equal("It helped us all.", (await side.AskAsync<ExcerptCoding, IReadOnlyList<ReadableExcerpt>>(coding => coding.OfInputAsync(SealedSide.Coder, ids[0], default))).Single().Text);
    }

    [Fact]
    public async Task Erase_SetAside_LosesTextMasksAndNotes_TheDecisionStays()
    {
        var (window, ids) = await side.WindowAsync(new Voice(null, (1, "This one is set aside for good reason")));
        var theme = await side.ThemeAsync(Consultation, "set aside later");
        await side.AskAsync<ExcerptCoding, CodingResult>(coding => coding.CodeAsync(ids[0], 5, 8, new ThemeChoice(Consultation, theme, Stance.Support) { Memo = "a note that quotes it" }, Coder, default));
        await MaskAsync(ids[0], 0, 4);
        Assert.Equal(ReviewResult.Done, await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(ids[0], SetAsideReasons.Hostile, Coder, default)));

        Assert.Contains("This one is set aside for good reason", await EraseAsync(window));

        Assert.Equal("", await side.ScalarAsync<string>($"SELECT text FROM record.sealed_input WHERE id = '{ids[0]}'"));
        Assert.Equal(0L, await side.ScalarAsync<long>($"SELECT count(*) FROM record.mask WHERE input_id = '{ids[0]}'"));
        Assert.Equal(1L, await side.ScalarAsync<long>($"SELECT count(*) FROM record.coded_excerpt WHERE input_id = '{ids[0]}' AND memo IS NULL"));
        Assert.Equal((ReviewState.SetAside, SetAsideReasons.Hostile), ((await InputAsync(ids[0])).State, (await InputAsync(ids[0])).SetAsideReason));
    }

    [Fact]
    public async Task Erase_Withdrawn_LeavesNoRowBehind()
    {
        var (window, ids) = await side.WindowAsync(new Voice(null, (1, "This one was withdrawn by its author")), new Voice(null, (1, "this one stays")));
        var theme = await side.ThemeAsync(Consultation, "withdrawn later");
        await side.CodeAsync(Consultation, ids[0], theme);
        await MaskAsync(ids[0], 0, 4);
        await side.WithdrawAsync(ids[0]);

        Assert.Contains("This one was withdrawn by its author", await EraseAsync(window));

        foreach (var table in new[] { "input_lookup", "withdrawal", "mask", "review_decision", "coded_excerpt" })
            Assert.Equal(0L, await side.ScalarAsync<long>($"SELECT count(*) FROM record.{table} WHERE input_id = '{ids[0]}'"));
        Assert.Equal(1L, await side.ScalarAsync<long>($"SELECT count(*) FROM record.sealed_input WHERE window_id = '{window}'"));
        // Its tombstone outlives it, and does no harm to what is left.
        await side.AskAsync<Record.FollowUp.Withdrawals, bool>(async withdrawals =>
        {
            await withdrawals.RestoreAsync(default);
            return true;
        });
        Assert.Equal(0L, await side.ScalarAsync<long>($"SELECT count(*) FROM record.withdrawal WHERE input_id = '{ids[0]}'"));
    }

    [Fact]
    public async Task Erase_OtherWindows_KeepTheirWords()
    {
        var (window, ids) = await side.WindowAsync(new Voice(null, (1, "one hidden here and more")));
        var (other, theirs) = await side.WindowAsync(new Voice(null, (1, "two hidden there and more")), new Voice(null, (1, "withdrawn over there")));
        await MaskAsync(ids[0], 4, 10);
        await MaskAsync(theirs[0], 4, 10);
        await side.WithdrawAsync(theirs[1]);
        await EraseAsync(window);
        Assert.False(await IsDoneAsync(other));
        Assert.Equal("two hidden there and more", await side.ScalarAsync<string>($"SELECT text FROM record.sealed_input WHERE id = '{theirs[0]}'"));
        Assert.Equal("withdrawn over there", await side.ScalarAsync<string>($"SELECT text FROM record.sealed_input WHERE id = '{theirs[1]}'"));
    }

    /// <summary>Neither the tables' files nor the order of rows keep anything: all are written anew in one transaction.</summary>
    [Fact]
    public async Task Erase_RewritesEveryRowOfEveryWindowInOneTransactionAndRandomOrder()
    {
        var voices = Enumerable.Range(0, 60).Select(number => new Voice(null, (1, FormattableString.Invariant($"number {number:00}"))));
        var (window, ids) = await side.WindowAsync(voices);
        await MaskAsync(ids[0], 0, 6);
        await EraseAsync(window);
        Assert.Equal(1L, await side.ScalarAsync<long>("SELECT count(DISTINCT x) FROM (SELECT xmin::text x FROM record.sealed_input UNION SELECT xmin::text FROM record.contributor UNION SELECT xmin::text FROM record.mask) AS rows"));
        var order = await side.ScalarAsync<string>($"SELECT string_agg(text, ',' ORDER BY ctid) FROM record.sealed_input WHERE window_id = '{window}'");
        Assert.NotEqual(await side.ScalarAsync<string>($"SELECT string_agg(text, ',' ORDER BY text) FROM record.sealed_input WHERE window_id = '{window}'"), order);
        Assert.Equal(ids.Count, order.Split(',').Length);
        Assert.Equal(0L, await side.ScalarAsync<long>("SELECT sum(n_dead_tup)::bigint FROM (SELECT pg_stat_get_dead_tuples('record.sealed_input'::regclass) AS n_dead_tup) AS dead"));
    }

    /// <summary>The words are in none of the files that the table now consists of; the write-ahead log is another matter.</summary>
    [Fact]
    public async Task Erase_Words_AreInNoFileOfTheTable()
    {
        // Long and different enough that the server keeps one beside the table, packed or not.
        var long_ = string.Join(' ', Enumerable.Range(0, 900).Select(_ => Guid.NewGuid().ToString("N")));
        var (window, ids) = await side.WindowAsync(new Voice(null, (1, "ZQinfileQZ and more")), new Voice(null, (1, $"ZQlongfileQZ {long_}")));
        await MaskAsync(ids[0], 0, 10);
        await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(ids[1], SetAsideReasons.Trial, Coder, default));
        Assert.True(await IsInFilesAsync("ZQinfileQZ"));
        Assert.True(await IsInFilesAsync(long_[..40]));
        await EraseAsync(window);
        Assert.False(await IsInFilesAsync("ZQinfileQZ"));
        Assert.False(await IsInFilesAsync(long_[..40]));
    }

    /// <summary>The database refuses one of the tables, as if the server had died there: nothing has changed, and the next run finishes.</summary>
    [Theory]
    [InlineData("sealed_input")]
    [InlineData("mask")]
    [InlineData("evidence")]
    public async Task Erase_StoppedInTheDatabase_ChangesNothingAndIsFinishedByTheNextRun(string table)
    {
        var (window, ids) = await side.WindowAsync(new Voice(null, (1, "stopped while hidden")));
        await MaskAsync(ids[0], 0, 7);
        await side.ExecuteAsync($"""
            CREATE FUNCTION record.stop() RETURNS trigger LANGUAGE plpgsql AS $stop$ BEGIN RAISE EXCEPTION 'stopped'; END $stop$;
            CREATE TRIGGER stop BEFORE TRUNCATE ON record.{table} EXECUTE FUNCTION record.stop();
            """);
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => EraseAsync(window));
        await side.ExecuteAsync("DROP FUNCTION record.stop CASCADE");
        Assert.Equal("stopped while hidden", await side.ScalarAsync<string>($"SELECT text FROM record.sealed_input WHERE id = '{ids[0]}'"));
        Assert.Equal(["stopped"], await EraseAsync(window));
        Assert.True(await IsDoneAsync(window));
    }

    [Fact]
    public async Task Erase_HeldByAReader_GivesUpAndChangesNothing()
    {
        var (window, ids) = await side.WindowAsync(new Voice(null, (1, "held while hidden")));
        await MaskAsync(ids[0], 0, 7);
        await using var held = await side.HoldAsync("record.mask");
        Assert.Null(await side.AskAsync<TextErasure, IReadOnlyCollection<string>?>(erasure => erasure.EraseAsync(window, default)));
        Assert.False(await IsDoneAsync(window));
    }

    [Fact]
    public async Task Review_AfterErasing_BringsNothingBack_AndGoesOnHiding()
    {
        var (window, ids) = await side.WindowAsync(new Voice(null, (1, "first hidden, second not")), new Voice(null, (1, "all of it set aside")));
        await MaskAsync(ids[0], 0, 5);
        await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(ids[1], SetAsideReasons.Trial, Coder, default));
        await EraseAsync(window);
        var mask = (await side.AskAsync<Review, IReadOnlyList<Mask>>(review => review.MasksAsync(ids[0], default))).Single();
        Assert.Equal(ReviewResult.Erased, await side.AskAsync<Review, ReviewResult>(review => review.UnmaskAsync(ids[0], mask.Id, Coder, default)));
        Assert.Equal(ReviewResult.Erased, await side.AskAsync<Review, ReviewResult>(review => review.UndoAsync(ids[1], Coder, default)));
        // Something found later can still be hidden, and the next run takes it out too.
        await MaskAsync(ids[0], 10, 16);
        Assert.False(await IsDoneAsync(window));
        Assert.Equal(["second"], await EraseAsync(window));
        Assert.Equal("█ hidden, █ not", await side.ScalarAsync<string>($"SELECT text FROM record.sealed_input WHERE id = '{ids[0]}'"));
    }

    private async Task MaskAsync(Guid input, int start, int end) =>
        Assert.Equal(ReviewResult.Done, await side.AskAsync<Review, ReviewResult>(review => review.MaskAsync(input, start, end, "a name", Coder, default)));

    private async Task<ReadableInput> InputAsync(Guid id) => (await side.AskAsync<InputList, ReadableInput?>(list => list.FindAsync(SealedSide.Coder, id, default)))!;

    private async Task<bool> IsInFilesAsync(string words)
    {
        await side.ExecuteAsync("CHECKPOINT");
        return await side.ScalarAsync<bool>($"""
            SELECT bool_or(position(convert_to('{words}', 'UTF8') in pg_read_binary_file(pg_relation_filepath(file))) > 0)
            FROM (SELECT 'record.sealed_input'::regclass AS file UNION SELECT reltoastrelid::regclass FROM pg_class WHERE oid = 'record.sealed_input'::regclass) AS files
            """);
    }

    private Task<bool> IsDoneAsync(Guid window) => side.AskAsync<TextErasure, bool>(erasure => erasure.IsDoneAsync(window, default));

    private async Task<IReadOnlyCollection<string>> EraseAsync(Guid window) =>
        (await side.AskAsync<TextErasure, IReadOnlyCollection<string>?>(erasure => erasure.EraseAsync(window, default)))!;
}
