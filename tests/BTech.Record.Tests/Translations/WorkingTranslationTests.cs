using BTech.Record.Coding;
using BTech.Record.Exports;
using BTech.Record.Inputs;
using BTech.Record.Retention;
using BTech.Record.Similarity;
using BTech.Record.Storage;
using BTech.Record.Translations;
using static BTech.Record.Tests.SealedSide;
using static BTech.Record.Tests.Translations.Translating;

namespace BTech.Record.Tests.Translations;

/// <summary>Working translations: what they may never do, and every way out that they must not take.</summary>
public sealed class WorkingTranslationTests(SealedSide side) : IClassFixture<SealedSide>
{
    private static readonly Guid Consultation = Guid.NewGuid();

    [Fact]
    public async Task Save_KeepsTheOriginal_AndTheWordingBefore_WhichComesBack()
    {
        var (_, input) = await WindowAsync("Les entreprises le savent.");
        Assert.Null((await side.FiledAsync(input)).Translation);
        await SaveAsync(input, "Companies know it.");
        await SaveAsync(input, "The companies know it.");
        var filed = (await side.FiledAsync(input)).Translation!;
        Assert.Equal(("The companies know it.", "Companies know it.", TranslationStatus.Draft), (filed.Text, filed.EarlierText, filed.Status));
        Assert.Equal(TranslationResult.Done, (await side.StepAsync(input, (one, stamp) => one.TakeBackAsync(input, stamp, default))).Result);
        Assert.Equal(("Companies know it.", "The companies know it."), ((await side.FiledAsync(input)).Translation!.Text, (await side.FiledAsync(input)).Translation!.EarlierText));
        Assert.Equal("Les entreprises le savent.", await side.ScalarAsync<string>($"SELECT text FROM record.sealed_input WHERE id = '{input}'"));
        Assert.Equal(("Les entreprises le savent.", "Companies know it."), ((await InputAsync(input)).Text!.Read(), (await InputAsync(input)).Translation!.Text.Read()));
    }

    [Fact]
    public async Task Check_IsForSomebodyElse_AndHoldsAsLongAsNotALetterChanges()
    {
        var (_, input) = await WindowAsync("Un texte.");
        await SaveAsync(input, "A text.", isMachine: true);
        Assert.Equal(TranslationStatus.Machine, (await side.FiledAsync(input)).Translation!.Status);
        Assert.Equal(TranslationResult.OwnWork, (await side.StepAsync(input, (one, stamp) => one.CheckAsync(input, stamp, Coder, default))).Result);
        Assert.Equal(TranslationResult.Done, (await side.StepAsync(input, (one, stamp) => one.CheckAsync(input, stamp, Other, default))).Result);
        await SaveAsync(input, "A text.", madeBy: "UNOG");
        Assert.Equal((TranslationStatus.Checked, "UNOG"), ((await side.FiledAsync(input)).Translation!.Status, (await side.FiledAsync(input)).Translation!.MadeBy));
        await SaveAsync(input, "One text.");
        Assert.Equal(TranslationStatus.Draft, (await side.FiledAsync(input)).Translation!.Status);
    }

    /// <summary>What comes back is whose it was: nobody checks their own words because somebody else brought them back.</summary>
    [Fact]
    public async Task TakeBack_GivesTheWordingBackToWhoWroteIt()
    {
        var (_, input) = await WindowAsync("Un texte de deux personnes.");
        await SaveAsync(input, "A text.", madeBy: "UNOG");
        await side.StepAsync(input, (one, stamp) => one.SaveAsync(input, Entry("A text of two."), stamp, Other, default));
        Assert.Equal(TranslationResult.Done, (await side.StepAsync(input, (one, stamp) => one.TakeBackAsync(input, stamp, default))).Result);
        var back = (await side.FiledAsync(input)).Translation!;
        Assert.Equal(("A text.", Coder, "UNOG"), (back.Text, back.WrittenBy, back.MadeBy));
        Assert.Equal(TranslationResult.OwnWork, (await side.StepAsync(input, (one, stamp) => one.CheckAsync(input, stamp, Coder, default))).Result);
        Assert.Equal(TranslationResult.Done, (await side.StepAsync(input, (one, stamp) => one.CheckAsync(input, stamp, Other, default))).Result);
        Assert.Equal(TranslationResult.Done, (await side.StepAsync(input, (one, stamp) => one.TakeBackAsync(input, stamp, default))).Result);
        var again = (await side.FiledAsync(input)).Translation!;
        Assert.Equal(("A text of two.", Other, "in-house", TranslationStatus.Draft), (again.Text, again.WrittenBy, again.MadeBy, again.Status));
    }

    /// <summary>A program's words stay a program's, through a change that is taken back and a check that is.</summary>
    [Fact]
    public async Task MachineText_TakenBackOrUnchecked_IsAMachineTextAgain()
    {
        var (_, input) = await WindowAsync("Un texte pour un programme.");
        await SaveAsync(input, "A text for a program.", isMachine: true);
        await SaveAsync(input, "Text for a program.");
        Assert.Equal(TranslationStatus.Draft, (await side.FiledAsync(input)).Translation!.Status);
        await side.StepAsync(input, (one, stamp) => one.TakeBackAsync(input, stamp, default));
        Assert.Equal(TranslationStatus.Machine, (await side.FiledAsync(input)).Translation!.Status);
        await side.StepAsync(input, (one, stamp) => one.CheckAsync(input, stamp, Other, default));
        Assert.Equal(TranslationStatus.Checked, (await side.FiledAsync(input)).Translation!.Status);
        Assert.Equal(TranslationResult.Done, (await side.StepAsync(input, (one, stamp) => one.UncheckAsync(input, stamp, default))).Result);
        Assert.Equal(TranslationStatus.Machine, (await side.FiledAsync(input)).Translation!.Status);
        await side.StepAsync(input, (one, stamp) => one.TakeBackAsync(input, stamp, default));
        Assert.Equal(("Text for a program.", TranslationStatus.Draft), ((await side.FiledAsync(input)).Translation!.Text, (await side.FiledAsync(input)).Translation!.Status));
    }

    [Fact]
    public async Task Save_MeasuresWhatIsKept_AndRefusesWhatCannotBe()
    {
        var (_, input) = await WindowAsync("Un texte long.");
        var longest = string.Concat(Enumerable.Repeat("a\r\n", WorkingTranslation.LongestText / 2 - 1)) + "ab";
        await SaveAsync(input, longest);
        Assert.Equal(longest.ReplaceLineEndings("\n"), (await side.FiledAsync(input)).Translation!.Text);
        foreach (var entry in new[] { Entry("A\0b"), Entry("A \ud800"), Entry(longest + "c"), Entry("A") with { MadeBy = "in\0house" }, Entry("A") with { MadeBy = "in\nhouse" } })
            await Assert.ThrowsAsync<ArgumentException>(() => TrySaveAsync(input, entry));
        // Nobody received it, so what stands there is no receiver.
        await SaveAsync(input, Entry("A text.") with { Receiver = new string('x', WorkingTranslation.LongestLine + 1) });
        Assert.Null((await side.FiledAsync(input)).Translation!.Receiver);
    }

    [Fact]
    public async Task Save_OfAFormThatIsOld_ChangesNothing()
    {
        var (_, input) = await WindowAsync("Un texte que deux personnes traduisent.");
        var stamp = (await side.FiledAsync(input)).Stamp;
        Assert.Equal(TranslationResult.Done, (await side.AskAsync<WorkingTranslations, TranslationOutcome>(one => one.SaveAsync(input, Entry("First."), stamp, Coder, default))).Result);
        Assert.Equal(TranslationResult.ChangedMeanwhile, (await side.AskAsync<WorkingTranslations, TranslationOutcome>(one => one.SaveAsync(input, Entry("Second."), stamp, Other, default))).Result);
        Assert.Equal("First.", (await side.FiledAsync(input)).Translation!.Text);
        // A mask that was set while somebody translated what was still to be read then.
        stamp = (await side.FiledAsync(input)).Stamp;
        await MaskAsync(input, 0, 8);
        Assert.Equal(TranslationResult.ChangedMeanwhile, (await side.AskAsync<WorkingTranslations, TranslationOutcome>(one => one.SaveAsync(input, Entry("A text."), stamp, Coder, default))).Result);
    }

    [Fact]
    public async Task Mask_HoldsTheTranslationBack_FromEveryExit_UntilSomebodyLooked()
    {
        var (window, input) = await WindowAsync("Madame Zoltan nous l’a dit. Cela aide.");
        await SaveAsync(input, "Mrs Zoltan told us. That helps.");
        var theme = await side.ThemeAsync(Consultation, "held back");
        var excerpt = await side.GiveAsync(Coder, input, inTranslation: true, Consultation, theme, 0, 18);
        Assert.Equal("Mrs Zoltan told us", (await CodingsAsync(input)).Single().Text);
        Assert.True(await IsFoundAsync(window, "Zoltan told"));
        Assert.Equal("0 1 0", await CountsAsync(window));

        await MaskAsync(input, 0, 13);
        Assert.Null((await InputAsync(input)).Translation);
        Assert.True((await side.FiledAsync(input)).IsHeldBack);
        Assert.True((await InputAsync(input)).HoldsTranslationBack);
        Assert.Equal("0 0 1", await CountsAsync(window));
        Assert.Equal(MaskedText.Mark, (await CodingsAsync(input)).Single().Text);
        foreach (var words in new[] { "Zoltan", "told", "helps" }) Assert.False(await IsFoundAsync(window, words));
        Assert.DoesNotContain("Zoltan", await ExportAsync(window), StringComparison.Ordinal);
        Assert.DoesNotContain("Zoltan", string.Join(' ', (await SuggestedAsync(window, theme)).Support.Select(quote => quote.Words)), StringComparison.Ordinal);
        Assert.Equal(CodingResult.TranslationChanged, (await side.AskAsync<ExcerptCoding, CodedPassages>(coding =>
            coding.CodeAsync(input, [(20, 30)], new ThemeChoice(Consultation, theme, Stance.Support), Coder, "anything", default))).Result);
        Assert.Equal(TranslationResult.HeldBack, (await side.StepAsync(input, (one, stamp) => one.CheckAsync(input, stamp, Other, default))).Result);

        // The passage that says it carries a theme: it is told, and may lose its words.
        var refused = await TrySaveAsync(input, Entry("[…] told us. That helps."));
        Assert.Equal((TranslationResult.PassagesLost, "Mrs Zoltan told us"), (refused.Result, refused.Lost.Single()));
        Assert.Equal(TranslationResult.Done, (await TrySaveAsync(input, Entry("[…] told us. That helps.") with { LetPassagesGo = true })).Result);
        Assert.Equal("[…] told us. That helps.", (await InputAsync(input)).Translation!.Text.Read());
        Assert.Null((await side.FiledAsync(input)).Translation!.EarlierText);
        Assert.Equal((excerpt, MaskedText.Mark), ((await CodingsAsync(input)).Single().Id, (await CodingsAsync(input)).Single().Text));
        Assert.True(await IsFoundAsync(window, "helps"));
        Assert.Equal(0L, await side.ScalarAsync<long>($"SELECT count(*) FROM record.working_translation WHERE input_id = '{input}' AND (text LIKE '%Zoltan%' OR earlier_text LIKE '%Zoltan%')"));
    }

    [Fact]
    public async Task Confirm_ForgetsTheWordingBefore_AtWhichNobodyLooked()
    {
        var (_, input) = await WindowAsync("Madame Zoltan nous l’a dit.");
        await SaveAsync(input, "Mrs Zoltan told us.");
        await SaveAsync(input, "Somebody told us.");
        Assert.Equal(TranslationResult.NotThere, (await side.StepAsync(input, (one, stamp) => one.ConfirmAsync(input, stamp, default))).Result);
        await MaskAsync(input, 0, 13);
        Assert.Equal(TranslationResult.HeldBack, (await side.StepAsync(input, (one, stamp) => one.TakeBackAsync(input, stamp, default))).Result);
        await SaveAsync(input, "Somebody told us.", madeBy: "UNOG");
        Assert.True((await side.FiledAsync(input)).IsHeldBack);
        Assert.Equal(TranslationResult.Done, (await side.StepAsync(input, (one, stamp) => one.ConfirmAsync(input, stamp, default))).Result);
        Assert.Equal("Somebody told us.", (await InputAsync(input)).Translation!.Text.Read());
        Assert.Null((await side.FiledAsync(input)).Translation!.EarlierText);
    }

    [Fact]
    public async Task Change_MovesCodedPassagesWithTheirWords_OrIsRefused()
    {
        var (_, input) = await WindowAsync("Un texte.");
        await SaveAsync(input, "One. Two. Three.");
        var theme = await side.ThemeAsync(Consultation, "moved");
        await side.GiveAsync(Coder, input, inTranslation: true, Consultation, theme, 5, 9);
        // The same places in the original are another passage.
        await side.CodeAsync(Consultation, input, theme, start: 5, end: 9);
        Assert.Equal(["xte.", "Two."], (await CodingsAsync(input)).Select(coding => coding.Text));

        await SaveAsync(input, "Nought. One. Two. Three.");
        Assert.Equal(["xte.", "Two."], (await CodingsAsync(input)).Select(coding => coding.Text));
        var refused = await TrySaveAsync(input, Entry("Nought. One. Three.") with { LetPassagesGo = true });
        Assert.Equal((TranslationResult.PassagesLost, "Two."), (refused.Result, refused.Lost.Single()));
        Assert.Equal("Nought. One. Two. Three.", (await InputAsync(input)).Translation!.Text.Read());
        Assert.Equal(TranslationResult.InUse, (await side.StepAsync(input, (one, stamp) => one.DeleteAsync(input, stamp, default))).Result);
        await side.AskAsync<ExcerptCoding, CodingResult>(async coding => await coding.RemoveAsync(input, (await CodingsAsync(input)).Single(one => one.InTranslation).Id, SealedSide.Coder, default));
        Assert.Equal(TranslationResult.Done, (await side.StepAsync(input, (one, stamp) => one.DeleteAsync(input, stamp, default))).Result);
        Assert.Null((await InputAsync(input)).Translation);
        Assert.Equal("xte.", (await CodingsAsync(input)).Single().Text);
    }

    [Fact]
    public async Task Coding_OnWordsThatHaveChanged_IsRefused()
    {
        var (_, input) = await WindowAsync("Un texte.");
        await SaveAsync(input, "One. Two.");
        var theme = await side.ThemeAsync(Consultation, "stale");
        var wording = (await InputAsync(input)).Translation!.Wording;
        await SaveAsync(input, "Zero. One. Two.");
        Assert.Equal(CodingResult.TranslationChanged, (await side.AskAsync<ExcerptCoding, CodedPassages>(coding =>
            coding.CodeAsync(input, [(5, 9)], new ThemeChoice(Consultation, theme, Stance.Support), Coder, wording, default))).Result);
        Assert.Empty(await CodingsAsync(input));
    }

    [Fact]
    public async Task SetAside_TakesItFromEveryExit_AndErasureErasesIt()
    {
        var (window, input) = await WindowAsync("Ceci sera mis de côté.");
        await SaveAsync(input, "This will be set aside for good reason.");
        await side.GiveAsync(Coder, input, inTranslation: true, Consultation, await side.ThemeAsync(Consultation, "aside"), 0, 4);
        await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(input, SetAsideReasons.Hostile, Coder, default));
        Assert.Null((await InputAsync(input)).Translation);
        Assert.Null(await side.AskAsync<WorkingTranslations, FiledTranslation?>(one => one.FindAsync(input, default)));
        Assert.False(await IsFoundAsync(window, "good reason"));
        Assert.DoesNotContain("good reason", await ExportAsync(window), StringComparison.Ordinal);

        Assert.False(await side.AskAsync<TextErasure, bool>(erasure => erasure.IsDoneAsync(window, default)));
        Assert.Contains("This will be set aside for good reason.", (await side.AskAsync<TextErasure, IReadOnlyCollection<string>?>(erasure => erasure.EraseAsync(window, default)))!);
        Assert.True(await side.AskAsync<TextErasure, bool>(erasure => erasure.IsDoneAsync(window, default)));
        Assert.Equal(0L, await side.ScalarAsync<long>($"SELECT count(*) FROM record.working_translation WHERE input_id = '{input}'"));
    }

    [Fact]
    public async Task Withdrawal_TakesItFromEveryExit_AndSaysWhomToTell()
    {
        var (window, input) = await WindowAsync("Ceci sera retiré.", "Ceci reste là.");
        var stays = (await side.AskAsync<InputList, InputPage>(inputs => inputs.PageAsync(Coder, window, InputFilter.Everything))).Items.Single(one => one.Id != input).Id;
        await SaveAsync(input, "This will be withdrawn.", TextJourney.ContractedService, "Example Translations");
        await SaveAsync(stays, "This stays here.", TextJourney.Translator, "UNOG");
        Assert.Equal([("Example Translations", false), ("UNOG", false)], await ReceiversAsync(window));
        await side.WithdrawAsync(input);
        Assert.Null(await side.AskAsync<InputList, ReadableInput?>(inputs => inputs.FindAsync(SealedSide.Coder, input, default)));
        Assert.False(await IsFoundAsync(window, "withdrawn"));
        Assert.DoesNotContain("withdrawn", await ExportAsync(window), StringComparison.Ordinal);
        Assert.Equal([("Example Translations", true), ("UNOG", false)], await ReceiversAsync(window));
        await side.AskAsync<TextErasure, IReadOnlyCollection<string>?>(erasure => erasure.EraseAsync(window, default));
        Assert.Equal(0L, await side.ScalarAsync<long>($"SELECT count(*) FROM record.working_translation WHERE input_id = '{input}'"));
        // What is left of it is a random number, and the receiver still has to be told.
        Assert.Equal([("Example Translations", true), ("UNOG", false)], await ReceiversAsync(window));
        var stamp = await StampAsync(window, "Example Translations");
        Assert.Equal(TranslationResult.Done, await DeletedAsync(window, "Example Translations", stamp));
        Assert.Equal(TranslationResult.NotThere, await DeletedAsync(window, "Example Translations", stamp));
        // That a text went out stays noted whatever becomes of the translation; a passage hidden since is lost there too.
        await side.StepAsync(stays, (one, seen) => one.DeleteAsync(stays, seen, default));
        await MaskAsync(stays, 0, 4);
        Assert.Equal([("UNOG", true)], await ReceiversAsync(window));
    }

    /// <summary>Whoever has deleted what they held does not hold it again because a comma was put right.</summary>
    [Fact]
    public async Task Receiver_ThatHasDeleted_ComesBackByAnotherJourneyAlone()
    {
        var (window, input) = await WindowAsync("Ceci part et revient.");
        await SaveAsync(input, "This leaves and comes back.", TextJourney.ContractedService, "Example Translations");
        Assert.Equal(TranslationResult.Done, await DeletedAsync(window, "Example Translations", await StampAsync(window, "Example Translations")));
        await SaveAsync(input, "This leaves, and comes back.", TextJourney.ContractedService, "Example Translations");
        Assert.Empty(await ReceiversAsync(window));
        await SaveAsync(input, "This leaves, and comes back.", TextJourney.Translator, "UNOG");
        await SaveAsync(input, "This leaves, and comes back.", TextJourney.ContractedService, "Example Translations");
        Assert.Equal([("Example Translations", false), ("UNOG", false)], await ReceiversAsync(window));
    }

    /// <summary>What went there after the page was shown, nobody has asked them to delete.</summary>
    [Fact]
    public async Task Deleted_OfAPageThatIsOld_ForgetsNothing()
    {
        var (window, input) = await WindowAsync("Un premier texte.", "Un second texte.");
        var second = (await side.AskAsync<InputList, InputPage>(inputs => inputs.PageAsync(Coder, window, InputFilter.Everything))).Items.Single(one => one.Id != input).Id;
        await SaveAsync(input, "A first text.", TextJourney.ContractedService, "Example Translations");
        var seen = await StampAsync(window, "Example Translations");
        await SaveAsync(second, "A second text.", TextJourney.ContractedService, "Example Translations");
        Assert.Equal(TranslationResult.ChangedMeanwhile, await DeletedAsync(window, "Example Translations", seen));
        Assert.Equal(TranslationResult.ChangedMeanwhile, await DeletedAsync(window, "Example Translations", null));
        Assert.Equal(2L, await side.ScalarAsync<long>($"SELECT count(*) FROM record.sent_text WHERE window_id = '{window}'"));
        Assert.Equal(TranslationResult.Done, await DeletedAsync(window, "Example Translations", await StampAsync(window, "Example Translations")));
        Assert.Empty(await ReceiversAsync(window));
    }

    /// <summary>Passages are read after the text: those that have moved to another wording since are not places in this one.</summary>
    [Fact]
    public async Task Export_WhileAPassageMovesToAnotherWording_LeavesItOut()
    {
        var (window, input) = await WindowAsync("Un texte compté.");
        await SaveAsync(input, "One. Two. Three.");
        await side.GiveAsync(Coder, input, inTranslation: true, Consultation, await side.ThemeAsync(Consultation, "moved while exported"), 5, 9);
        Assert.Equal("Two.", (await ExportedAsync(window)).Single().Passages.Single().Words);
        var exported = (await side.ChangedUnderwayAsync(
            () => ExportedAsync(window),
            $"""
            LOCK TABLE record.coded_excerpt IN ACCESS EXCLUSIVE MODE;
            UPDATE record.working_translation SET text = '1. ' || text WHERE input_id = '{input}';
            UPDATE record.coded_excerpt SET start = start + 3, "end" = "end" + 3 WHERE input_id = '{input}'
            """)).Single();
        Assert.Equal("One. Two. Three.", exported.Translation!.Text);
        Assert.Empty(exported.Passages);
        Assert.Equal("Two.", (await ExportedAsync(window)).Single().Passages.Single().Words);
    }

    /// <summary>The number of the version of the code book stands in the file beside the themes of that version.</summary>
    [Fact]
    public async Task Export_WhileTheCodeBookChanges_HasTheThemesOfItsVersion()
    {
        var (window, _) = await WindowAsync("Un texte.");
        var book = Guid.NewGuid();
        var theme = await side.ThemeAsync(book, "before");
        var begun = await side.ChangedUnderwayAsync(
            () => BeginAsync(window, book),
            $"""
            SELECT pg_advisory_xact_lock(hashtextextended('code book {book}', 0));
            UPDATE record.theme SET name = 'after' WHERE id = '{theme}';
            UPDATE record.theme_change SET version = 7 WHERE theme_id = '{theme}'
            """);
        Assert.Equal(("after", 7), (begun.Themes.Single().Name, begun.BookVersion));
    }

    [Fact]
    public async Task Erasure_KeepsWhatFits_WithItsPassages_AndErasesWhatIsHeldBack()
    {
        var (window, input) = await WindowAsync("Zoltan Caché le dit. Cela aide.", "Zoltan Caché encore. Cela aide.");
        var held = (await side.AskAsync<InputList, InputPage>(inputs => inputs.PageAsync(Coder, window, InputFilter.Everything))).Items.Single(one => one.Id != input).Id;
        await MaskAsync(input, 0, 12);
        await SaveAsync(input, "[…] says it. That helps.", isMachine: true);
        await SaveAsync(input, "[…] says so. That helps.");
        var theme = await side.ThemeAsync(Consultation, "erased");
        await side.GiveAsync(Coder, input, inTranslation: true, Consultation, theme, 13, 24);
        await SaveAsync(held, "Zoltan Hidden again. That helps.");
        await side.GiveAsync(Coder, held, inTranslation: true, Consultation, theme, 0, 13);
        await MaskAsync(held, 0, 12);

        Assert.NotNull(await side.AskAsync<TextErasure, IReadOnlyCollection<string>?>(erasure => erasure.EraseAsync(window, default)));
        Assert.True(await side.AskAsync<TextErasure, bool>(erasure => erasure.IsDoneAsync(window, default)));
        Assert.Equal("[…] says so. That helps.", (await InputAsync(input)).Translation!.Text.Read());
        var kept = (await side.FiledAsync(input)).Translation!;
        Assert.Equal(("[…] says it. That helps.", Coder, true, "in-house"), (kept.EarlierText, kept.EarlierWrittenBy!.Value, kept.EarlierIsMachine!.Value, kept.EarlierMadeBy));
        Assert.Equal("That helps.", (await CodingsAsync(input)).Single().Text);
        Assert.Null((await side.FiledAsync(held)).Translation);
        Assert.Equal(MaskedText.Mark, (await CodingsAsync(held)).Single().Text);
        Assert.Equal(0L, await side.ScalarAsync<long>("SELECT count(*) FROM record.working_translation WHERE text LIKE '%Zoltan%' OR earlier_text LIKE '%Zoltan%'"));
        Assert.True(await IsFoundAsync(window, "That helps"));
    }

    [Fact]
    public async Task RareLanguage_IsShownInTranslationFirst_ACommonOneIsNot()
    {
        var common = Enumerable.Range(0, 12).Select(number => new Voice("companies", (1, $"Common words number {number} of many."))).ToList();
        var (window, ids) = await side.WindowAsync([.. common, new Voice("companies", (1, "Mots rares d’une seule personne.")) { Language = "fr" }]);
        await side.AskAsync<RecordContext, int>(record =>
        {
            record.Add(new GroupCensusRow { WindowId = window, Label = "companies", Position = 1, Family = "companies", Invited = 40, Organisations = 20, LargestDelegation = 1, SecondDelegation = 1, FamilyOrganisations = 20, FamilyLargestDelegation = 1, FamilySecondDelegation = 1 });
            return record.SaveChangesAsync();
        });
        await SaveAsync(ids[12], "Rare words of one person.");
        await SaveAsync(ids[0], "Mots communs.", language: "fr");
        Assert.True((await InputAsync(ids[12])).Translation!.GoesFirst);
        // With one rare language alone, the commonest joins it under "another language"; both are then not named.
        Assert.Equal(await side.AskAsync<Record.Disclosure.SpokenLanguages, bool>(spoken => spoken.MayBeNamedAsync(window, "en", default)), !(await InputAsync(ids[0])).Translation!.GoesFirst);
    }

    [Fact]
    public async Task Export_HoldsTranslationAndItsPassages_EachOnItsOwnText()
    {
        var (window, input) = await WindowAsync("Premier mot. Second mot.");
        await SaveAsync(input, "First word. Second word.");
        var theme = await side.ThemeAsync(Consultation, "exported");
        await side.GiveAsync(Coder, input, inTranslation: true, Consultation, theme, 12, 24);
        await side.CodeAsync(Consultation, input, theme, start: 0, end: 12);
        var exported = (await ExportedAsync(window)).Single();
        Assert.Equal(("en", "First word. Second word."), (exported.Translation!.Language, exported.Translation.Text));
        Assert.Equal([(false, "Premier mot."), (true, "Second word.")], exported.Passages.Select(passage => (passage.InTranslation, passage.Words)));
    }

    private async Task<(Guid Window, Guid Input)> WindowAsync(params string[] texts)
    {
        var (window, ids) = await side.WindowAsync(texts.Select(text => new Voice(null, (1, text)) { Language = "fr" }));
        return (window, ids[0]);
    }

    private Task SaveAsync(Guid input, string text, TextJourney wentTo = TextJourney.Stayed, string? receiver = null, bool isMachine = false, string madeBy = "in-house", string language = "en") =>
        SaveAsync(input, new TranslationEntry(language, text, isMachine, madeBy, wentTo, receiver));

    private async Task SaveAsync(Guid input, TranslationEntry entry) => Assert.Equal(TranslationResult.Done, (await TrySaveAsync(input, entry)).Result);

    private Task<TranslationOutcome> TrySaveAsync(Guid input, TranslationEntry entry) => side.StepAsync(input, (one, stamp) => one.SaveAsync(input, entry, stamp, Coder, default));

    private async Task<ReadableInput> InputAsync(Guid input) => (await side.AskAsync<InputList, ReadableInput?>(inputs => inputs.FindAsync(SealedSide.Coder, input, default)))!;

    private Task<IReadOnlyList<ReadableExcerpt>> CodingsAsync(Guid input) => side.AskAsync<ExcerptCoding, IReadOnlyList<ReadableExcerpt>>(coding => coding.OfInputAsync(SealedSide.Coder, input, default));

    private async Task MaskAsync(Guid input, int start, int end) =>
        Assert.Equal(ReviewResult.Done, await side.AskAsync<Review, ReviewResult>(review => review.MaskAsync(input, start, end, "names somebody", Coder, default)));

    private async Task<bool> IsFoundAsync(Guid window, string words) =>
        (await side.AskAsync<InputList, InputPage>(inputs => inputs.PageAsync(Coder, window, new InputFilter { Contains = words }))).Items.Count > 0;

    /// <summary>How many have no translation, one that is read, one that is held back.</summary>
    private async Task<string> CountsAsync(Guid window)
    {
        var counts = new List<int>();
        foreach (var state in Enum.GetValues<TranslationState>())
            counts.Add((await side.AskAsync<InputList, InputPage>(inputs => inputs.PageAsync(Coder, window, new InputFilter { Translation = state }))).Items.Count);
        return string.Join(" ", counts);
    }

    private Task<SuggestedThemes> SuggestedAsync(Guid window, Guid theme) => side.AskAsync<ThemeSuggestions, SuggestedThemes>(suggestions => suggestions.OfWindowAsync(SealedSide.Coder, window, theme, null, default));

    private async Task<IReadOnlyList<(string, bool)>> ReceiversAsync(Guid window) =>
        [.. (await side.AskAsync<SentTexts, IReadOnlyList<TextReceiver>>(sent => sent.ListAsync(window, default))).OrderBy(one => one.Receiver, StringComparer.Ordinal).Select(one => (one.Receiver, one.HoldsLostTexts))];

    private async Task<string> StampAsync(Guid window, string receiver) =>
        (await side.AskAsync<SentTexts, IReadOnlyList<TextReceiver>>(sent => sent.ListAsync(window, default))).Single(one => one.Receiver == receiver).Stamp;

    private Task<TranslationResult> DeletedAsync(Guid window, string receiver, string? seen) =>
        side.AskAsync<SentTexts, TranslationResult>(sent => sent.DeletedAsync(window, TextJourney.ContractedService, receiver, seen, default));

    private async Task<string> ExportAsync(Guid window) =>
        string.Join('\n', (await ExportedAsync(window)).Select(input => $"{input.Text}\n{input.Translation?.Text}\n{string.Join('\n', input.Passages.Select(passage => passage.Words))}"));

    private Task<BegunExport> BeginAsync(Guid window, Guid consultation) => side.AskAsync<ExportRegister, BegunExport>(register => register.BeginAsync(
        new ExportOrder(window, consultation, "json", "a test", DateOnly.FromDateTime(DateTime.UtcNow).AddDays(2), false, false), Coder, Other, default));

    private async Task<List<ExportedInput>> ExportedAsync(Guid window)
    {
        var begun = await BeginAsync(window, Consultation);
        return await side.AskAsync<ExportReading, List<ExportedInput>>(async reading =>
        {
            var inputs = new List<ExportedInput>();
            await foreach (var input in reading.ReadAsync(begun, default)) inputs.Add(input);
            return inputs;
        });
    }
}
