using BTech.Record.Coding;
using BTech.Record.Inputs;

namespace BTech.Record.Tests.Coding;

public sealed class CodingTests(SealedSide side) : IClassFixture<SealedSide>
{
    private readonly Guid _consultation = Guid.NewGuid();

    [Fact]
    public async Task CodeSentences_NeighboursAndOthers_BecomeOneExcerptEachRun()
    {
        var theme = await side.ThemeAsync(_consultation, "boards");
        var (_, ids) = await side.WindowAsync(new SealedSide.Voice(null, (1, "One. Two. Three. Four.")));
        Assert.Equal(CodingResult.Done, await CodeSentencesAsync(ids[0], theme, 1, 2, 4, 99));
        Assert.Equal(["One. Two.", "Four."], (await OfAsync(ids[0])).Select(excerpt => excerpt.Text.Trim()));
        Assert.Equal(CodingResult.AlreadyCoded, await CodeSentencesAsync(ids[0], theme, 4));
        Assert.Equal(CodingResult.NoSuchPassage, await CodeSentencesAsync(ids[0], theme, 7));
        Assert.Equal(CodingResult.NoSuchPassage, await CodeSentencesAsync(ids[0], theme));
    }

    [Fact]
    public async Task Code_SpansOverlapAndCarrySeveralThemes_PositionsAreCodePoints()
    {
        var first = await side.ThemeAsync(_consultation, "first");
        var second = await side.ThemeAsync(_consultation, "second");
        var (_, ids) = await side.WindowAsync(new SealedSide.Voice(null, (1, "👍 نص 漢字 end")));
        Assert.Equal(CodingResult.Done, await CodeAsync(ids[0], first, 2, 7));
        Assert.Equal(CodingResult.Done, await CodeAsync(ids[0], second, 5, 11));
        Assert.Equal(["نص 漢字", "漢字 end"], (await OfAsync(ids[0])).Select(excerpt => excerpt.Text));
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(3, 3)]
    [InlineData(0, 6)]
    public async Task Code_BeyondTheText_ChangesNothing(int start, int end)
    {
        var theme = await side.ThemeAsync(_consultation, "theme");
        var (_, ids) = await side.WindowAsync(new SealedSide.Voice(null, (1, "words")));
        Assert.Equal(CodingResult.NoSuchPassage, await CodeAsync(ids[0], theme, start, end));
        Assert.Empty(await OfAsync(ids[0]));
    }

    [Fact]
    public async Task Code_WhollyMaskedPassage_IsRefusedAndAPartlyMaskedOneShowsTheMark()
    {
        var theme = await side.ThemeAsync(_consultation, "theme");
        var (_, ids) = await side.WindowAsync(new SealedSide.Voice(null, (1, "We at Example agree")));
        await side.AskAsync<Review, ReviewResult>(review => review.MaskAsync(ids[0], 6, 13, "name", SealedSide.Coder, default));
        Assert.Equal(CodingResult.NoSuchPassage, await CodeAsync(ids[0], theme, 6, 13));
        Assert.Equal(CodingResult.Done, await CodeAsync(ids[0], theme, 0, 19));
        Assert.Equal("We at […] agree", Assert.Single(await OfAsync(ids[0])).Text);
    }

    [Fact]
    public async Task Code_ThemeOfAnotherConsultation_IsNotThere()
    {
        var theirs = await side.ThemeAsync(Guid.NewGuid(), "theirs");
        var (_, ids) = await side.WindowAsync(new SealedSide.Voice(null, (1, "words")));
        Assert.Equal(CodingResult.NotThere, await CodeAsync(ids[0], theirs, 0, 5));
    }

    [Fact]
    public async Task Themes_NamesAndUse_AreHeldToTheirRules()
    {
        var theme = await side.ThemeAsync(_consultation, "Remedy");
        Task<(CodingResult, Guid)> Add(string? name) => side.AskAsync<CodeBook, (CodingResult, Guid)>(book => book.AddAsync(_consultation, name, "what", false, null, default));
        Assert.Equal(CodingResult.NameTaken, (await Add(" REMEDY ")).Item1);
        Assert.Equal(CodingResult.NameMissing, (await Add("  ")).Item1);
        Assert.Equal(CodingResult.NameMissing, (await Add(new string('x', CodeBook.LongestName + 1))).Item1);
        var (_, ids) = await side.WindowAsync(new SealedSide.Voice(null, (1, "words")));
        var excerpt = await side.CodeAsync(_consultation, ids[0], theme);
        Assert.Equal(CodingResult.InUse, await side.AskAsync<CodeBook, CodingResult>(book => book.DeleteAsync(_consultation, theme, default)));
        Assert.Equal(CodingResult.Done, await side.AskAsync<ExcerptCoding, CodingResult>(coding => coding.RemoveAsync(ids[0], excerpt, SealedSide.Coder, default)));
        Assert.Equal(CodingResult.Done, await side.AskAsync<CodeBook, CodingResult>(book => book.DeleteAsync(_consultation, theme, default)));
        Assert.Equal(CodingResult.NotThere, await side.AskAsync<CodeBook, CodingResult>(book => book.ChangeAsync(_consultation, theme, new ThemeWording("Name"), default)));
    }

    [Fact]
    public async Task Themes_OfAFile_AreTakenOverWholeOrNotAtAllAndNeverInACircle()
    {
        var remedy = await side.ThemeAsync(_consultation, "Remedy");
        Task<CodingResult> TakeOver(params ThemeDraft[] drafts) => side.AskAsync<CodeBook, CodingResult>(book => book.TakeOverAsync(_consultation, drafts, default));
        Task<IReadOnlyList<ThemeDraft>> Book() => side.AskAsync<CodeBook, IReadOnlyList<ThemeDraft>>(book => book.WrittenAsync(_consultation, default));
        static ThemeDraft Draft(string name, string? broader = null, string definition = "") => new(name, broader, definition, "", "", "", false);

        Assert.Equal(CodingResult.NotThere, await TakeOver(Draft("New"), Draft("Other", "Nowhere")));
        Assert.Equal(CodingResult.Circle, await TakeOver(Draft("One", "Two"), Draft("Two", "REMEDY"), Draft("remedy", "One")));
        Assert.Equal(CodingResult.Circle, await TakeOver(Draft("Own", "Own")));
        Assert.Equal(CodingResult.TooMany, await TakeOver([.. Enumerable.Range(0, CodeBook.MostThemes).Select(number => Draft($"{number}"))]));
        Assert.Equal(["Remedy"], (await Book()).Select(theme => theme.Name));

        Assert.Equal(CodingResult.Done, await TakeOver(Draft("Courts", "remedy", "State ones"), Draft("Remedy", null, "what")));
        Assert.Equal([Draft("Remedy", null, "what"), Draft("Courts", "Remedy", "State ones")], await Book());
        var courts = (await side.AskAsync<CodeBook, IReadOnlyList<ListedTheme>>(book => book.ListAsync(_consultation, default))).Single(theme => theme.Theme.Name == "Courts").Theme;
        Assert.Equal(remedy, courts.ParentId);
        Assert.Equal(CodingResult.Circle, await side.AskAsync<CodeBook, CodingResult>(book => book.ChangeAsync(_consultation, remedy, new ThemeWording("Remedy", ParentId: courts.Id), default)));
    }

    private Task<CodingResult> CodeSentencesAsync(Guid input, Guid theme, params int[] numbers) =>
        side.AskAsync<ExcerptCoding, CodingResult>(coding => coding.CodeSentencesAsync(input, numbers, Choice(theme), SealedSide.Coder, default));

    private Task<CodingResult> CodeAsync(Guid input, Guid theme, int start, int end) =>
        side.AskAsync<ExcerptCoding, CodingResult>(coding => coding.CodeAsync(input, start, end, Choice(theme), SealedSide.Coder, default));

    private Task<IReadOnlyList<ReadableExcerpt>> OfAsync(Guid input) =>
        side.AskAsync<ExcerptCoding, IReadOnlyList<ReadableExcerpt>>(coding => coding.OfInputAsync(SealedSide.Coder, input, default));

    private ThemeChoice Choice(Guid theme) => new(_consultation, theme, Stance.Nuance);
}
