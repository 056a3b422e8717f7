using BTech.Record.Coding;
using BTech.Record.Inputs;

namespace BTech.Record.Tests.Coding;

/// <summary>Merging themes and taking it back: every passage comes home.</summary>
public sealed class ThemeMergingTests(SealedSide side) : IClassFixture<SealedSide>
{
    private readonly Guid _consultation = Guid.NewGuid();

    [Fact]
    public async Task Merge_TwiceAndTakenBackTwice_GivesEveryPassageItsOwnTheme()
    {
        var (first, second, third) = (await ThemeAsync("first"), await ThemeAsync("second"), await ThemeAsync("third"));
        var (_, ids) = await side.WindowAsync(new SealedSide.Voice(null, (1, "One two three.")));
        foreach (var theme in new[] { first, second, third }) await side.CodeAsync(_consultation, ids[0], theme);
        var before = await CodingsAsync(ids[0]);
        Assert.Equal(CodingResult.Done, await MergeAsync(first, second));
        Assert.Equal(["second", "second", "third"], await NamesAsync(ids[0]));
        Assert.Equal(CodingResult.Done, await MergeAsync(second, third));
        Assert.Equal(["third", "third", "third"], await NamesAsync(ids[0]));
        Assert.Equal("third", Assert.Single(await side.AskAsync<ThemeMerging, IReadOnlyList<MergedTheme>>(merging => merging.SuccessorsAsync(_consultation, [first, third], default))).Into.Name);
        Assert.Equal(["third"], (await side.AskAsync<CodeBook, IReadOnlyList<ListedTheme>>(book => book.ListAsync(_consultation, default))).Select(listed => listed.Theme.Name));
        // The later one first.
        Assert.Equal(CodingResult.InUse, await TakeBackAsync(first));
        Assert.Equal(CodingResult.Done, await TakeBackAsync(second));
        Assert.Equal(["second", "second", "third"], await NamesAsync(ids[0]));
        Assert.Equal(CodingResult.Done, await TakeBackAsync(first));
        Assert.Equal(before.Select(coding => (coding.Id, coding.Theme.Id)).Order(), (await CodingsAsync(ids[0])).Select(coding => (coding.Id, coding.Theme.Id)).Order());
        Assert.Equal(CodingResult.NotThere, await TakeBackAsync(first));
    }

    [Fact]
    public async Task Merge_OfABroaderThemeOrIntoNothing_IsRefused()
    {
        var (broad, other) = (await ThemeAsync("broad"), await ThemeAsync("other"));
        await side.AskAsync<CodeBook, (CodingResult, Guid)>(book => book.AddAsync(_consultation, "narrow", null, false, broad, default));
        Assert.Equal(CodingResult.InUse, await MergeAsync(broad, other));
        Assert.Equal(CodingResult.NotThere, await MergeAsync(other, Guid.NewGuid()));
        Assert.Equal(CodingResult.NotThere, await MergeAsync(other, other));
    }

    [Fact]
    public async Task TakeBack_WhoseNameIsTakenMeanwhile_IsRefused()
    {
        var (mine, other) = (await ThemeAsync("mine"), await ThemeAsync("yours"));
        Assert.Equal(CodingResult.Done, await MergeAsync(mine, other));
        await ThemeAsync("Mine");
        Assert.Equal(CodingResult.NameTaken, await TakeBackAsync(mine));
    }

    private Task<Guid> ThemeAsync(string name) => side.ThemeAsync(_consultation, name);

    private Task<CodingResult> MergeAsync(Guid from, Guid into) => side.AskAsync<ThemeMerging, CodingResult>(merging => merging.MergeAsync(_consultation, from, into, default));

    private Task<CodingResult> TakeBackAsync(Guid theme) => side.AskAsync<ThemeMerging, CodingResult>(merging => merging.TakeBackAsync(_consultation, theme, default));

    private Task<IReadOnlyList<ReadableExcerpt>> CodingsAsync(Guid input) => side.AskAsync<ExcerptCoding, IReadOnlyList<ReadableExcerpt>>(coding => coding.OfInputAsync(SealedSide.Coder, input, default));

    private async Task<IEnumerable<string>> NamesAsync(Guid input) => (await CodingsAsync(input)).Select(coding => coding.Theme.Name).Order(StringComparer.Ordinal);
}
