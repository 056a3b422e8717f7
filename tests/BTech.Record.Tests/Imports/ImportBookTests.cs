using BTech.Languages;
using BTech.Record.Coding;
using BTech.Record.Imports;
using BTech.Record.Inputs;
using BTech.Record.Retention;
using BTech.Record.Lists;
using BTech.Record.Similarity;
using BTech.Testing;
using Npgsql;
using static BTech.Record.Tests.SealedSide;

namespace BTech.Record.Tests.Imports;

/// <summary>Texts from other channels: in as a whole, found like the rest, out as a whole.</summary>
public sealed class ImportBookTests(SealedSide side) : IClassFixture<SealedSide>
{
    [Fact]
    public async Task Add_TextsOfAMeeting_AreReadWithTheirLineage()
    {
        var (window, _) = await side.WindowAsync(new Voice("companies", (1, "A comment.")));
        var (import, ids) = await side.ImportAsync(window, (1, "Boards were named."), (null, "The paper was welcomed."));
        var read = (await side.AskAsync<InputList, ReadableInput?>(inputs => inputs.FindAsync(SealedSide.Coder, ids[0], default)))!;
        Assert.Equal((InputKind.Imported, 1, new Lineage(import, ImportChannel.Note, "Notes of a meeting", "Discussion")), (read.Kind, read.FocusAreaNumber, read.Lineage!));
        Assert.Null((await side.AskAsync<InputList, ReadableInput?>(inputs => inputs.FindAsync(SealedSide.Coder, ids[1], default)))!.FocusAreaNumber);
        Assert.Equal(3, (await PageAsync(window, InputFilter.Everything)).Count);
        Assert.Equal(2, (await PageAsync(window, new InputFilter { Kind = InputKind.Imported })).Count);
        Assert.Single(await PageAsync(window, new InputFilter { Kind = InputKind.Comment }));
        Assert.Null((await PageAsync(window, new InputFilter { Kind = InputKind.Comment }))[0].Lineage);
    }

    /// <summary>A window that was searched before is searched again with what came later.</summary>
    [Fact]
    public async Task Add_ToAWindowThatWasSearched_IsFound()
    {
        var (window, _) = await side.WindowAsync(new Voice(null, (1, "Boards decide.")));
        Assert.Single(await PageAsync(window, new InputFilter { Contains = "boards" }));
        await side.ImportAsync(window, (1, "Boards were named again."));
        Assert.Equal(2, (await PageAsync(window, new InputFilter { Contains = "boards" })).Count);
    }

    /// <summary>Not in the order of the file: two texts of one row would lie side by side.</summary>
    [Fact]
    [Invariant(6)]
    public async Task Add_ManyTexts_LieInAnotherOrderUnderRandomIds()
    {
        var (window, _) = await side.WindowAsync(new Voice(null, (1, "A comment.")));
        var texts = Enumerable.Range(0, 60).Select(number => (Area: (int?)1, Text: $"Answer {number:00} of the file.")).ToArray();
        await side.AskAsync<ImportBook, ImportResult>(imports => imports.AddAsync(Guid.NewGuid(), window, ImportChannel.Table, "A table", Language.English, [.. texts.Select(text => new ImportedText(text.Area, null, text.Text))], default));
        var stored = await side.ScalarAsync<string[]>($"SELECT array_agg(text ORDER BY ctid) FROM record.sealed_input WHERE window_id = '{window}' AND import_id IS NOT NULL");
        Assert.Equal(texts.Select(text => text.Text), stored.Order(StringComparer.Ordinal));
        Assert.NotEqual(texts.Select(text => text.Text), stored);
        Assert.Equal(1L, await side.ScalarAsync<long>($"SELECT count(DISTINCT xmin::text) FROM record.sealed_input WHERE window_id = '{window}' AND import_id IS NOT NULL"));
        Assert.Equal(0L, await side.ScalarAsync<long>("SELECT count(*) FROM record.import WHERE substr(id::text, 15, 1) <> '4'"));
    }

    [Fact]
    public async Task Add_WithoutSourceOrTextOrSeal_ChangesNothing()
    {
        var (window, _) = await side.WindowAsync(new Voice(null, (1, "A comment.")));
        Task<ImportResult> Add(Guid to, string? source, params string[] texts) => side.AskAsync<ImportBook, ImportResult>(imports =>
            imports.AddAsync(Guid.NewGuid(), to, ImportChannel.Note, source, Language.English, [.. texts.Select(text => new ImportedText(1, null, text))], default));
        Assert.Equal(ImportResult.SourceMissing, await Add(window, " ", "A text."));
        Assert.Equal(ImportResult.SourceMissing, await Add(window, new string('x', ImportBook.LongestSource + 1), "A text."));
        Assert.Equal(ImportResult.TextMissing, await Add(window, "Notes"));
        Assert.Equal(ImportResult.TextMissing, await Add(window, "Notes", "A text.", " "));
        Assert.Equal(ImportResult.TextMissing, await Add(window, "Notes", "A text.", new string('x', ImportBook.LongestText + 1)));
        Assert.Equal(ImportResult.Unreadable, await Add(window, "Notes", "A text.", "half \uD83D"));
        Assert.Equal(ImportResult.TooMany, await Add(window, "Notes", [.. Enumerable.Repeat("A text.", ImportBook.MostTexts + 1)]));
        Assert.Equal(ImportResult.NotThere, await Add(Guid.NewGuid(), "Notes", "A text."));
        await side.ExecuteAsync($"UPDATE record.window_state SET state = 'open' WHERE window_id = '{window}'");
        Assert.Equal(ImportResult.NotThere, await Add(window, "Notes", "A text."));
        Assert.Empty(await ListAsync(window));
        Assert.Single(await PageAsync(window, InputFilter.Everything));
    }

    /// <summary>A form that is sent twice, or twice at once, adds its texts once.</summary>
    [Fact]
    public async Task Add_TheSameTwiceAtOnce_AddsItOnce()
    {
        var (window, _) = await side.WindowAsync(new Voice(null, (1, "A comment.")));
        var id = Guid.NewGuid();
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => side.AskAsync<ImportBook, ImportResult>(imports =>
            imports.AddAsync(id, window, ImportChannel.Note, "Notes", Language.English, [new ImportedText(1, null, "A note.")], default))));
        Assert.Equal([ImportResult.Done, ImportResult.AlreadyThere, ImportResult.AlreadyThere, ImportResult.AlreadyThere], results.Order());
        Assert.Equal(1, Assert.Single(await ListAsync(window)).Texts.Number);
    }

    /// <summary>The database itself refuses what would be both sealed and imported, or neither, or an import with a contributor.</summary>
    [Theory]
    [InlineData("import_id = i.id, leaf = leaf")]
    [InlineData("leaf = NULL")]
    [InlineData("import_id = i.id, leaf = NULL")]
    [Invariant(22)]
    public async Task SealedRow_MadeAnImport_IsRefusedByTheDatabase(string change)
    {
        var (window, ids) = await side.WindowAsync(new Voice(null, (1, "A comment.")));
        await side.ImportAsync(window, (1, "A note."));
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => side.ExecuteAsync(
            $"UPDATE record.sealed_input SET {change} FROM record.import i WHERE sealed_input.id = '{ids[0]}' AND i.window_id = '{window}'"));
        Assert.Equal(PostgresErrorCodes.CheckViolation, refusal.SqlState);
    }

    [Fact]
    public async Task TakeBack_UntouchedImport_GoesAsAWholeAndLeavesTheRest()
    {
        var (window, ids) = await side.WindowAsync(new Voice("companies", (1, "A comment.")));
        var theme = await side.ThemeAsync(Guid.NewGuid(), "boards");
        var (import, _) = await side.ImportAsync(window, (1, "A note."), (2, "Another."));
        var (other, _) = await side.ImportAsync(window, (1, "A note that stays."));
        Assert.Equal([false, false], (await ListAsync(window)).Select(one => one.IsBuiltUpon));
        Assert.Equal(ImportResult.NotThere, await TakeBackAsync(Guid.NewGuid(), import));
        Assert.Equal(ImportResult.Done, await TakeBackAsync(window, import));
        Assert.Equal((other, 1), (await ListAsync(window)).Select(one => (one.Import.Id, one.Texts.Number)).Single());
        Assert.Equal(["A comment.", "A note that stays."], (await PageAsync(window, InputFilter.Everything)).Select(input => input.Text!.Read()).Order(StringComparer.Ordinal));
        Assert.Empty(await PageAsync(window, new InputFilter { Contains = "another" }));
        Assert.Single(await PageAsync(window, new InputFilter { Contains = "comment" }));
        Assert.Equal(0L, await side.ScalarAsync<long>($"SELECT count(*) FROM record.sealed_input WHERE text = 'Another.' AND window_id = '{window}'"));
        Assert.Equal(ImportResult.NotThere, await TakeBackAsync(window, import));
        Assert.NotEqual(Guid.Empty, theme);
        Assert.Equal(ids[0], (await side.AskAsync<InputList, ReadableInput?>(list => list.FindAsync(SealedSide.Coder, ids[0], default)))!.Id);
    }

    [Theory]
    [InlineData("code")]
    [InlineData("keep")]
    [InlineData("aside")]
    [InlineData("mask")]
    [InlineData("alike")]
    [InlineData("memo")]
    [InlineData("flag")]
    [InlineData("split")]
    public async Task TakeBack_BuiltUpon_Stays(string built)
    {
        var consultation = Guid.NewGuid();
        const string text = "A note of more than eight words that another text repeats to the letter.";
        var (window, _) = await side.WindowAsync(new Voice(null, (1, text)));
        var (import, ids) = await side.ImportAsync(window, (1, text), (1, "Another."));
        switch (built)
        {
            case "code": await side.CodeAsync(consultation, ids[0], await side.ThemeAsync(consultation, "boards")); break;
            case "keep": await side.AskAsync<Review, ReviewResult>(review => review.KeepAsync(ids[0], Coder, default)); break;
            case "aside": await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(ids[0], SetAsideReasons.Trial, Coder, default)); break;
            case "mask": await side.AskAsync<Review, ReviewResult>(review => review.MaskAsync(ids[0], 0, 2, "name", Coder, default)); break;
            case "memo": await side.AskAsync<InputMemos, MemoResult>(memos => memos.AddAsync(ids[0], "A memo.", Coder, default)); break;
            case "flag": await side.AskAsync<Flags, ReviewResult>(flags => flags.SetAsync(ids[0], null, Coder, default)); break;
            case "split": await side.AskAsync<Splitting, ReviewResult>(splitting => splitting.SplitAsync(ids[0], [(0, 2)], 3, default)); break;
            default:
                var proposal = Assert.Single((await side.AskAsync<AlikeTexts, AlikeOverview>(alike => alike.OfWindowAsync(window, default))).Proposed);
                await side.AskAsync<AlikeTexts, AlikeResult>(alike => alike.ConfirmAsync(window, proposal.Key, 2, [], Coder, default));
                break;
        }
        Assert.True(Assert.Single(await ListAsync(window)).IsBuiltUpon);
        Assert.Equal(ImportResult.BuiltUpon, await TakeBackAsync(window, import));
        Assert.Equal(2, Assert.Single(await ListAsync(window)).Texts.Number);
    }

    [Fact]
    public async Task TakeBack_WhileOthersHoldTheTexts_SaysSoAndChangesNothing()
    {
        var (window, _) = await side.WindowAsync(new Voice(null, (1, "A comment.")));
        var (import, _) = await side.ImportAsync(window, (1, "A note."));
        await using (await side.HoldAsync("record.sealed_input")) Assert.Equal(ImportResult.Busy, await TakeBackAsync(window, import));
        Assert.Single(await ListAsync(window));
        Assert.Equal(ImportResult.Done, await TakeBackAsync(window, import));
    }

    /// <summary>On the promised day what was set aside or hidden of an imported text goes like that of any other; the rest keeps its source.</summary>
    [Fact]
    public async Task Erase_ImportsSetAsideOrHidden_LoseTheirWords()
    {
        var (window, _) = await side.WindowAsync(new Voice(null, (1, "A comment.")));
        var (import, ids) = await side.ImportAsync(window, (1, "A note that is set aside by the team."), (1, "A note by Zoé Made-up."));
        await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(ids[0], SetAsideReasons.OffTopic, Coder, default));
        await side.AskAsync<Review, ReviewResult>(review => review.MaskAsync(ids[1], 10, 21, "a name", Coder, default));
        Assert.Empty(await PageAsync(window, new InputFilter { Contains = "aside" }));
        Assert.Empty(await PageAsync(window, new InputFilter { Contains = "Zoé" }));
        Assert.NotNull(await side.AskAsync<TextErasure, IReadOnlyCollection<string>?>(erasure => erasure.EraseAsync(window, default)));
        Assert.Equal(0L, await side.ScalarAsync<long>($"SELECT count(*) FROM record.sealed_input WHERE import_id = '{import}' AND (text LIKE '%set aside%' OR text LIKE '%Made-up%')"));
        Assert.Equal(new Lineage(import, ImportChannel.Note, "Notes of a meeting", "Discussion"), Assert.Single(await PageAsync(window, new InputFilter { Import = import })).Lineage);
    }

    private async Task<IReadOnlyList<ReadableInput>> PageAsync(Guid window, InputFilter filter) =>
        (await side.AskAsync<InputList, InputPage>(inputs => inputs.PageAsync(Coder, window, filter))).Items;

    private Task<IReadOnlyList<ListedImport>> ListAsync(Guid window) => side.AskAsync<ImportBook, IReadOnlyList<ListedImport>>(imports => imports.ListAsync(window, default));

    private Task<ImportResult> TakeBackAsync(Guid window, Guid import) => side.AskAsync<ImportBook, ImportResult>(imports => imports.TakeBackAsync(window, import, default));
}
