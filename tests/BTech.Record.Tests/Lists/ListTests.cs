using BTech.Agenda;
using BTech.Record.Coding;
using BTech.Record.Inputs;
using BTech.Record.Lists;
using BTech.Record.Retention;
using BTech.Record.Storage;

namespace BTech.Record.Tests.Lists;

/// <summary>The lists hold what is kept, as it may be read; what the team noted goes with a text that is set aside, withdrawn or erased.</summary>
public sealed class ListTests(SealedSide side) : IClassFixture<SealedSide>
{
    private static readonly StaffId Me = SealedSide.Coder;

    [Fact]
    public async Task Resources_AreNotedOnce_AndLeaveTheListWithTheirText()
    {
        var (window, inputs) = await WindowAsync(InputKind.Resource, InputKind.Resource, InputKind.Example, InputKind.Comment);
        Assert.Equal(3, (await ListAsync(window)).Count);
        Assert.True(await NoteAsync(window, inputs[0], new ResourceNote(ResourceStatus.UsedIn, " Section 3 ", null, true, "A toolkit, 2024")));
        Assert.True(await NoteAsync(window, inputs[0], new ResourceNote(ResourceStatus.Read, null, "read again", true, "A toolkit, 2025")));
        Assert.True(await NoteAsync(window, inputs[1], new ResourceNote(ResourceStatus.Logged, null, null, false, null)));
        // Not a resource, not of this window.
        Assert.False(await NoteAsync(window, inputs[3], new ResourceNote(ResourceStatus.Read, null, null, false, null)));
        Assert.False(await NoteAsync(Guid.NewGuid(), inputs[1], new ResourceNote(ResourceStatus.Read, null, null, false, null)));
        var noted = (await ListAsync(window)).Single(one => one.Input.Id == inputs[0]).Noted!;
        Assert.Equal((ResourceStatus.Read, null, "read again", "A toolkit, 2025"), (noted.Status, noted.UsedIn, noted.Note, noted.AnnexLine));

        await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(inputs[0], SetAsideReasons.All[0], Me, default));
        Assert.Equal(2, (await ListAsync(window)).Count);
        Assert.DoesNotContain(await ListAsync(window), one => one.Noted is { IsInAnnex: true });
        await side.AskAsync<RecordContext, int>(record => { record.Add(new WithdrawalRow { InputId = inputs[1] }); return record.SaveChangesAsync(); });
        Assert.Single(await ListAsync(window));
        Assert.False(await NoteAsync(window, inputs[1], new ResourceNote(ResourceStatus.Read, null, null, false, null)));

        // What the team noted on them could say what stood there, and is erased with them.
        Assert.NotNull(await side.AskAsync<TextErasure, IReadOnlyCollection<string>?>(erasure => erasure.EraseAsync(window, default)));
        Assert.Equal(0, await side.AskAsync<RecordContext, int>(record => Task.FromResult(record.Set<LoggedResource>().Count(line => line.InputId == inputs[0] || line.InputId == inputs[1]))));
    }

    [Fact]
    public async Task Resources_ShowMaskedWordsToNobody()
    {
        var (window, inputs) = await WindowAsync(InputKind.Resource);
        await side.AskAsync<Review, ReviewResult>(review => review.MaskAsync(inputs[0], 0, 4, "names somebody", Me, default));
        Assert.StartsWith(MaskedText.Mark, Assert.Single(await ListAsync(window)).Input.Text.Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dilemmas_AreConfidentialUntilReleasedWithAReason()
    {
        var (window, inputs) = await WindowAsync(InputKind.Dilemma, InputKind.Comment);
        Task<bool> Write(DilemmaDraft draft) => side.AskAsync<DilemmaCards, bool>(cards => cards.WriteAsync(window, inputs[0], draft, Me, default));
        async Task<DilemmaCard> Card() => Assert.Single(await side.AskAsync<DilemmaCards, IReadOnlyList<ListedDilemma>>(cards => cards.ListAsync(Me, window, default))).Card!;
        Assert.True(await Write(new DilemmaDraft("A situation", "Two duties", null, "a platform", null)));
        Assert.False((await Card()).IsReleased);
        Assert.True(await Write(new DilemmaDraft("A situation", "Two duties", null, "a platform", "Agreed in the meeting")));
        Assert.True((await Card()).IsReleased);
        Assert.True(await Write(new DilemmaDraft("A situation", null, null, null, " ")));
        Assert.Equal((false, null), ((await Card()).IsReleased, (await Card()).ReleaseReason));
        await Assert.ThrowsAsync<ArgumentException>(() => Write(new DilemmaDraft(" ", null, null, null, null)));
    }

    [Fact]
    public async Task Questions_StandByBatchAndOfTheirWindowAlone()
    {
        var (window, other) = (Guid.NewGuid(), Guid.NewGuid());
        foreach (var (text, batch) in new[] { ("Zebra?", 1), ("Apple?", 2), ("apricot?", 1) })
            Assert.True(await side.AskAsync<RaisedQuestions, bool>(questions => questions.SaveAsync(window, null, text, batch, true, Me, default)));
        var listed = await side.AskAsync<RaisedQuestions, IReadOnlyList<RaisedQuestion>>(questions => questions.ListAsync(window, default));
        Assert.Equal(["apricot?", "Zebra?", "Apple?"], listed.Select(question => question.Text));
        Assert.False(await side.AskAsync<RaisedQuestions, bool>(questions => questions.SaveAsync(other, listed[0].Id, "Taken over?", 1, true, Me, default)));
        Assert.False(await side.AskAsync<RaisedQuestions, bool>(questions => questions.DeleteAsync(other, listed[0].Id, default)));
        Assert.True(await side.AskAsync<RaisedQuestions, bool>(questions => questions.DeleteAsync(window, listed[0].Id, default)));
        await Assert.ThrowsAsync<ArgumentException>(() => side.AskAsync<RaisedQuestions, bool>(questions => questions.SaveAsync(window, null, "No batch", 0, true, Me, default)));
    }

    [Fact]
    public async Task Memos_AreFoundByTheirWords_AndNotOnTextsSetAside()
    {
        var (window, inputs) = await WindowAsync(InputKind.Comment, InputKind.Comment);
        var consultation = Guid.NewGuid();
        var (_, theme) = await side.AskAsync<CodeBook, (CodingResult, Guid)>(book => book.AddAsync(consultation, "Theme", null, false, null, default));
        foreach (var (input, memo) in inputs.Zip(new[] { "Compare with the Geneva draft", "Ask about this" }))
            await side.AskAsync<ExcerptCoding, CodingResult>(coding => coding.CodeAsync(input, 0, 5, new ThemeChoice(consultation, theme, Stance.Nuance, memo), Me, default));
        Task<IReadOnlyList<FoundMemo>> Find(string? words) => side.AskAsync<Memos, IReadOnlyList<FoundMemo>>(memos => memos.FindAsync(SealedSide.Coder, window, words, default));
        Assert.Equal(2, (await Find(null)).Count);
        Assert.Equal(inputs[0], Assert.Single(await Find("geneva")).InputId);
        await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(inputs[0], SetAsideReasons.All[0], Me, default));
        Assert.Empty(await Find("geneva"));
    }

    [Fact]
    public async Task MemosOnInputs_AreChangedByWhoSawThem_AndGoWithTheirText()
    {
        var (window, inputs) = await WindowAsync(InputKind.Comment, InputKind.Comment);
        Task<MemoResult> Add(Guid input, string text) => side.AskAsync<InputMemos, MemoResult>(memos => memos.AddAsync(input, text, Me, default));
        Task<IReadOnlyList<InputMemo>> Of(Guid input) => side.AskAsync<InputMemos, IReadOnlyList<InputMemo>>(memos => memos.OfInputAsync(SealedSide.Coder, input, default));
        Task<IReadOnlyList<FoundMemo>> Find(string? words) => side.AskAsync<Memos, IReadOnlyList<FoundMemo>>(memos => memos.FindAsync(SealedSide.Coder, window, words, default));
        Assert.Equal(MemoResult.Done, await Add(inputs[0], " Read again with the annex "));
        Assert.Equal(MemoResult.Done, await Add(inputs[1], "Another"));
        var memo = Assert.Single(await Of(inputs[0]));
        Assert.Equal("Read again with the annex", memo.Text);
        Assert.Equal((inputs[0], null), (Assert.Single(await Find("ANNEX")).InputId, (await Find("annex"))[0].Coding));
        Task<MemoResult> Change(string seen, string text) => side.AskAsync<InputMemos, MemoResult>(memos => memos.ChangeAsync(inputs[0], memo.Id, seen, text, SealedSide.Other, default));
        Assert.Equal(MemoResult.Done, await Change(memo.Text, "Read twice"));
        Assert.Equal(MemoResult.ChangedMeanwhile, await Change(memo.Text, "Read thrice"));
        Assert.Equal(MemoResult.ChangedMeanwhile, await side.AskAsync<InputMemos, MemoResult>(memos => memos.RemoveAsync(inputs[0], memo.Id, memo.Text, default)));
        Assert.Equal(MemoResult.NotThere, await side.AskAsync<InputMemos, MemoResult>(memos => memos.RemoveAsync(inputs[1], memo.Id, "Read twice", default)));
        await Assert.ThrowsAsync<ArgumentException>(() => Add(inputs[0], "  "));

        await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(inputs[0], SetAsideReasons.All[0], Me, default));
        Assert.Equal("Another", Assert.Single(await Find(null)).Memo);
        Assert.Equal(MemoResult.NotThere, await Add(inputs[0], "on a text set aside"));
        await side.AskAsync<RecordContext, int>(record => { record.Add(new WithdrawalRow { InputId = inputs[1] }); return record.SaveChangesAsync(); });
        Assert.Empty(await Find(null));
        Assert.Empty(await Of(inputs[1]));
        Assert.NotNull(await side.AskAsync<TextErasure, IReadOnlyCollection<string>?>(erasure => erasure.EraseAsync(window, default)));
        Assert.Equal(0L, await side.ScalarAsync<long>($"SELECT count(*) FROM record.input_memo WHERE input_id IN ('{inputs[0]}', '{inputs[1]}')"));
    }

    /// <summary>A memo is kept in the form of every text, whatever line ends a browser sends, and measured in it.</summary>
    [Fact]
    public async Task MemosOnInputs_AreMeasuredAsTheyAreKept_AndWhatCannotBeIsRefused()
    {
        var (_, inputs) = await WindowAsync(InputKind.Comment);
        var longest = string.Concat(Enumerable.Repeat("a\r\n", InputMemo.LongestText / 2 - 1)) + "ab";
        Assert.Equal(MemoResult.Done, await side.AskAsync<InputMemos, MemoResult>(memos => memos.AddAsync(inputs[0], longest, Me, default)));
        var memo = Assert.Single(await side.AskAsync<InputMemos, IReadOnlyList<InputMemo>>(memos => memos.OfInputAsync(Me, inputs[0], default)));
        Assert.Equal(longest.ReplaceLineEndings("\n"), memo.Text);
        foreach (var text in new[] { "A\0b", "A \ud800", longest + "c" })
            await Assert.ThrowsAsync<ArgumentException>(() => side.AskAsync<InputMemos, MemoResult>(memos => memos.AddAsync(inputs[0], text, Me, default)));
        // What was shown comes back as browsers send it.
        Assert.Equal(MemoResult.Done, await side.AskAsync<InputMemos, MemoResult>(memos => memos.ChangeAsync(inputs[0], memo.Id, longest, "One\r\ntwo", Me, default)));
        Assert.Equal(MemoResult.Done, await side.AskAsync<InputMemos, MemoResult>(memos => memos.RemoveAsync(inputs[0], memo.Id, "One\r\ntwo", default)));
    }

    [Fact]
    public async Task MemosOnInputs_AddedAtOnce_AreNoMoreThanMayBe()
    {
        var (_, inputs) = await WindowAsync(InputKind.Comment);
        foreach (var number in Enumerable.Range(1, InputMemo.Most - 1))
            await side.ExecuteAsync(FormattableString.Invariant($"INSERT INTO record.input_memo (id, input_id, text, written_by) VALUES (gen_random_uuid(), '{inputs[0]}', 'Memo {number}', gen_random_uuid())"));
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => side.AskAsync<InputMemos, MemoResult>(memos => memos.AddAsync(inputs[0], $"At once {number}", Me, default))));
        Assert.Equal([MemoResult.Done, MemoResult.TooMany, MemoResult.TooMany, MemoResult.TooMany], results.Order());
        Assert.Equal((long)InputMemo.Most, await side.ScalarAsync<long>($"SELECT count(*) FROM record.input_memo WHERE input_id = '{inputs[0]}'"));
    }

    private Task<IReadOnlyList<ListedResource>> ListAsync(Guid window) =>
        side.AskAsync<ResourceRegister, IReadOnlyList<ListedResource>>(register => register.ListAsync(Me, window, default));

    private Task<bool> NoteAsync(Guid window, Guid input, ResourceNote note) =>
        side.AskAsync<ResourceRegister, bool>(register => register.NoteAsync(window, input, note, Me, default));

    private async Task<(Guid Window, IReadOnlyList<Guid> Inputs)> WindowAsync(params InputKind[] kinds)
    {
        var (window, contributor) = (Guid.NewGuid(), new Contributor { Id = Guid.NewGuid(), WindowId = Guid.Empty });
        var inputs = kinds.Select(kind => new SealedInput
        {
            Id = Guid.NewGuid(), ContributorId = contributor.Id, WindowId = window, Kind = kind, Text = $"Some words of a {kind} that are long enough to be looked for.", Language = "en", Leaf = new byte[32],
        }).ToList();
        await side.AskAsync<RecordContext, int>(record => { record.Add(contributor); record.AddRange(inputs); return record.SaveChangesAsync(); });
        return (window, [.. inputs.Select(input => input.Id)]);
    }
}
