using BTech.Record.Coding;
using BTech.Record.Inputs;
using BTech.Record.Lists;
using BTech.Record.SecondCoding;
using BTech.Record.Similarity;
using BTech.Record.Tests.Translations;
using BTech.Record.Translations;
using static BTech.Record.Tests.Translations.Translating;

namespace BTech.Record.Tests.SecondCoding;

/// <summary>Second readings on working translations, and everything that might tell a second coder what others noted.</summary>
public sealed class BlindOnTranslationsTests(SealedSide side) : IClassFixture<SealedSide>
{
    private const string Translation = "First of all. Then remedy. At last this.";

    /// <summary>A passage that counts for nobody yet moves along like any other, and nothing is deleted under the work of a second coder.</summary>
    [Fact]
    public async Task Translation_ChangedOrDeletedUnderABlindReading_KeepsItsPassages()
    {
        var (round, input, theme) = await TranslatedAsync();
        Assert.Equal(OpenedReading.Done, await round.OpenAsync(TwoReadings.Second));
        await side.GiveAsync(TwoReadings.Second, input, inTranslation: true, round.Consultation, theme, 14, 26);
        Assert.Equal(TranslationResult.Done, (await side.StepAsync(input, (one, stamp) => one.SaveAsync(input, Entry("Very first of all. Then remedy. At last this."), stamp, TwoReadings.First, default))).Result);
        Assert.Equal("Then remedy.", Assert.Single(await round.SeenByAsync(TwoReadings.Second, input)).Text);
        // Nothing else is coded on it that would keep it.
        Assert.Equal(TranslationResult.InUse, (await side.StepAsync(input, (one, stamp) => one.DeleteAsync(input, stamp, default))).Result);
    }

    /// <summary>Places in the original and in the translation say nothing of each other: both readings count, and neither differs from the other.</summary>
    [Fact]
    public async Task Readings_OnOneTextEach_CountBoth()
    {
        var (round, input, theme) = await TranslatedAsync();
        await side.GiveAsync(TwoReadings.First, input, inTranslation: false, round.Consultation, theme, 0, 9);
        await round.OpenAsync(TwoReadings.Second);
        await side.GiveAsync(TwoReadings.Second, input, inTranslation: true, round.Consultation, theme, 0, 13);
        await round.FinishAsync(input);
        Assert.Equal(2, await round.CountedAsync(theme));
        Assert.Equal(2, (await round.DisputesAsync()).Count(dispute => dispute.Theme.Id == theme));
    }

    /// <summary>What somebody has coded blind is work on the text as it stands.</summary>
    [Fact]
    public async Task Mask_UnderABlindReading_IsNotTakenBack()
    {
        var (round, input, theme) = await TranslatedAsync();
        await side.AskAsync<Review, ReviewResult>(review => review.MaskAsync(input, 0, 3, "a word", TwoReadings.First, default));
        await round.OpenAsync(TwoReadings.Second);
        await round.CodeAsync(TwoReadings.Second, input, theme, 2);
        var mask = Assert.Single(await side.AskAsync<Review, IReadOnlyList<Mask>>(review => review.MasksAsync(input, default)));
        Assert.Equal(ReviewResult.BuiltUpon, await side.AskAsync<Review, ReviewResult>(review => review.UnmaskAsync(input, mask.Id, TwoReadings.First, default)));
    }

    [Fact]
    public async Task NotesOfOthers_OnAnInputToBeCodedBlind_AreOutOfSight()
    {
        var (round, input, _) = await TranslatedAsync();
        await side.AskAsync<InputMemos, MemoResult>(memos => memos.AddAsync(input, "This is remedy.", TwoReadings.First, default));
        await side.AskAsync<Flags, ReviewResult>(flags => flags.SetAsync(input, "Remedy, is it not?", TwoReadings.First, default));
        await round.OpenAsync(TwoReadings.Second);
        await side.AskAsync<InputMemos, MemoResult>(memos => memos.AddAsync(input, "My own note.", TwoReadings.Second, default));
        Assert.Equal(["My own note."], await MemosAsync(TwoReadings.Second));
        Assert.Equal(["My own note."], (await side.AskAsync<Memos, IReadOnlyList<FoundMemo>>(memos => memos.FindAsync(TwoReadings.Second, round.Window, null, default))).Select(memo => memo.Memo));
        Assert.Null((await side.AskAsync<Flags, Flag?>(flags => flags.OfAsync(TwoReadings.Second, input, default)))!.Note);
        Assert.Equal(2, (await MemosAsync(TwoReadings.First)).Count);
        Assert.NotNull((await side.AskAsync<Flags, Flag?>(flags => flags.OfAsync(TwoReadings.First, input, default)))!.Note);
        await round.FinishAsync(input);
        Assert.Equal(2, (await MemosAsync(TwoReadings.Second)).Count);

        async Task<IReadOnlyList<string>> MemosAsync(Agenda.StaffId reader) =>
            [.. (await side.AskAsync<InputMemos, IReadOnlyList<InputMemo>>(memos => memos.OfInputAsync(reader, input, default))).Select(memo => memo.Text)];
    }

    /// <summary>A decision against a suggestion was one on these words: it does not stand on others when they change.</summary>
    [Fact]
    public async Task Dismissed_OnATranslationThatChanges_IsForgotten()
    {
        var (round, input, theme) = await TranslatedAsync();
        await side.AskAsync<ThemeSuggestions, Guid?>(suggestions => suggestions.DismissAsync(round.Window, new SuggestedPlace(input, theme, true, 0, 13), TwoReadings.First, default));
        await side.AskAsync<ThemeSuggestions, Guid?>(suggestions => suggestions.DismissAsync(round.Window, new SuggestedPlace(input, theme, false, 0, 9), TwoReadings.First, default));
        await side.StepAsync(input, (one, stamp) => one.SaveAsync(input, Entry("Something else."), stamp, TwoReadings.First, default));
        Assert.Equal(1L, await side.ScalarAsync<long>($"SELECT count(*) FROM record.dismissed_suggestion WHERE input_id = '{input}'"));
    }

    // An input that one person has coded, with a working translation.
    private async Task<(TwoReadings Round, Guid Input, Guid Theme)> TranslatedAsync()
    {
        var round = await TwoReadings.OfAsync(side, 1);
        var (input, theme) = (round.Inputs[0], await round.ThemeAsync("Remedy"));
        await round.CodeAsync(TwoReadings.First, input, await round.ThemeAsync("Something"), 5);
        Assert.Equal(TranslationResult.Done, (await side.StepAsync(input, (one, stamp) => one.SaveAsync(input, Entry(Translation), stamp, TwoReadings.First, default))).Result);
        return (round, input, theme);
    }
}
