using BTech.Record.Coding;

namespace BTech.Record.Tests.Coding;

/// <summary>The history of a code book: every change makes a version, and any two can be told apart.</summary>
public sealed class CodeBookHistoryTests(SealedSide side) : IClassFixture<SealedSide>
{
    private readonly Guid _consultation = Guid.NewGuid();

    [Fact]
    public async Task Versions_SayWhatWasDone()
    {
        var (broad, narrow) = (await side.ThemeAsync(_consultation, "Broad"), await side.ThemeAsync(_consultation, "Narrow"));
        await ChangeAsync(narrow, new ThemeWording("Narrower", "what", ParentId: broad));
        // Written once more as it is: nothing changes, and no version says so.
        Assert.Equal(CodingResult.Done, await ChangeAsync(narrow, new ThemeWording(" Narrower ", "what", ParentId: broad)));
        await ChangeAsync(narrow, new ThemeWording("Narrower", "what else"));
        await side.AskAsync<ThemeMerging, CodingResult>(merging => merging.MergeAsync(_consultation, narrow, broad, default));
        await side.AskAsync<ThemeMerging, CodingResult>(merging => merging.TakeBackAsync(_consultation, narrow, default));
        await side.AskAsync<CodeBook, CodingResult>(book => book.DeleteAsync(_consultation, narrow, default));
        var versions = await ListAsync(20);
        Assert.Equal([7, 6, 5, 4, 3, 2, 1], versions.Select(version => version.Number));
        var steps = versions.Select(version => Assert.Single(version.Steps)).Reverse().ToList();
        Assert.Equal([BookAct.Added, BookAct.Added, BookAct.Changed, BookAct.Changed, BookAct.Merged, BookAct.MergeTakenBack, BookAct.Deleted], steps.Select(step => step.Act!.Value));
        Assert.Equal((true, true, true, "Narrow", "Broad"), (steps[2].IsRenamed, steps[2].IsDefinedAnew, steps[2].IsMoved, steps[2].Before!.Name, steps[2].BroaderAfter));
        Assert.Equal((false, true, true, null), (steps[3].IsRenamed, steps[3].IsDefinedAnew, steps[3].IsMoved, steps[3].BroaderAfter));
        Assert.Equal(("Narrower", "Broad", null), (steps[4].Name, steps[4].Other, steps[4].After));
        Assert.Equal(("Narrower", null), (steps[6].Name, steps[6].After));
        Assert.Equal([4, 3], (await side.AskAsync<CodeBookHistory, IReadOnlyList<BookVersion>>(history => history.ListAsync(_consultation, 4, 2, default))).Select(version => version.Number));
    }

    [Fact]
    public async Task Compare_ForwardsBackwardsAndWithTheEmptyList()
    {
        var one = await side.ThemeAsync(_consultation, "One");
        await side.ThemeAsync(_consultation, "Two");
        await ChangeAsync(one, new ThemeWording("First", "what"));
        await side.AskAsync<CodeBook, CodingResult>(book => book.DeleteAsync(_consultation, one, default));
        Assert.Equal([("Two", true, false)], (await CompareAsync(1, 2)).Select(step => (step.Name, step.Before is null, step.After is null)));
        var step = Assert.Single(await CompareAsync(2, 3));
        Assert.Equal(("One", "First", true, true), (step.Before!.Name, step.After!.Name, step.IsRenamed, step.IsDefinedAnew));
        Assert.Equal(["First", "Two"], (await CompareAsync(0, 3)).Select(found => found.Name));
        Assert.Equal("One", Assert.Single(await CompareAsync(3, 1), found => found.ThemeId == one).After!.Name);
        Assert.Empty(await CompareAsync(4, 4));
        Assert.Null(Assert.Single(await CompareAsync(3, 4)).After);
    }

    [Fact]
    public async Task Restore_BringsWordingBackAndLeavesThePlace()
    {
        var (broad, theme) = (await side.ThemeAsync(_consultation, "Broad"), await side.ThemeAsync(_consultation, "Old name"));
        await ChangeAsync(theme, new ThemeWording("New name", "new", "when", "not", "example", true, broad));
        var wordings = await side.AskAsync<CodeBookHistory, IReadOnlyList<ThemeChange>>(history => history.OfThemeAsync(_consultation, theme, default));
        Assert.Equal([(3, "New name"), (2, "Old name")], wordings.Select(wording => (wording.Version, wording.Name)));
        Assert.Equal(CodingResult.NotThere, await RestoreAsync(theme, 1));
        var taken = await side.ThemeAsync(_consultation, "OLD name");
        Assert.Equal(CodingResult.NameTaken, await RestoreAsync(theme, 2));
        await side.AskAsync<CodeBook, CodingResult>(book => book.DeleteAsync(_consultation, taken, default));
        Assert.Equal(CodingResult.Done, await RestoreAsync(theme, 2));
        var now = (await side.AskAsync<CodeBook, IReadOnlyList<Theme>>(book => book.NamesAsync(_consultation, default))).Single(found => found.Id == theme);
        Assert.Equal(("Old name", "", "", false, broad), (now.Name, now.Definition, now.Example, now.IsCrossCutting, now.ParentId));
        Assert.Equal(BookAct.Restored, Assert.Single((await ListAsync(1))[0].Steps).Act);
    }

    [Fact]
    public async Task File_TakenOver_MakesOneVersionOfWhatItChanges()
    {
        await side.ThemeAsync(_consultation, "Remedy");
        static ThemeDraft Draft(string name, string? broader = null, string definition = "") => new(name, broader, definition, "", "", "", false);
        Task<CodingResult> TakeOver(params ThemeDraft[] drafts) => side.AskAsync<CodeBook, CodingResult>(book => book.TakeOverAsync(_consultation, drafts, default));
        Assert.Equal(CodingResult.Circle, await TakeOver(Draft("One", "One")));
        Assert.Equal(CodingResult.Done, await TakeOver(Draft("Remedy"), Draft("Courts", "Remedy"), Draft("Fees", "Courts")));
        Assert.Equal(CodingResult.Done, await TakeOver(Draft("Remedy"), Draft("Courts", "Remedy"), Draft("Fees", "Courts")));
        var versions = await ListAsync(20);
        Assert.Equal([2, 1], versions.Select(version => version.Number));
        Assert.Equal([("Courts", BookAct.Added, "Remedy"), ("Fees", BookAct.Added, "Courts")], versions[0].Steps.Select(step => (step.Name, step.Act!.Value, step.BroaderAfter!)));
    }

    [Fact]
    public async Task TwoChangesAtOnce_MakeTwoVersions()
    {
        var added = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => side.ThemeAsync(_consultation, $"Theme {number}")));
        Assert.Equal(6, added.Distinct().Count());
        Assert.Equal([6, 5, 4, 3, 2, 1], (await ListAsync(20)).Select(version => version.Number));
    }

    /// <summary>A line says what was done and nothing of who did it or when.</summary>
    [Fact]
    public async Task Columns_HoldNeitherTimeNorPerson()
    {
        var columns = await side.ScalarAsync<string>("SELECT string_agg(column_name, ' ' ORDER BY column_name) FROM information_schema.columns WHERE table_schema = 'record' AND table_name = 'theme_change'");
        Assert.Equal("act consultation_id definition example id is_cross_cutting name other_id parent_id theme_id version when_not when_to_use", columns);
        var sampled = await side.ScalarAsync<string>("SELECT string_agg(column_name, ' ' ORDER BY column_name) FROM information_schema.columns WHERE table_schema = 'record' AND table_name IN ('second_reading', 'sampled_input')");
        Assert.Equal("coded_by id input_id is_done reading_id window_id", sampled);
    }

    private Task<CodingResult> ChangeAsync(Guid theme, ThemeWording wording) => side.AskAsync<CodeBook, CodingResult>(book => book.ChangeAsync(_consultation, theme, wording, default));

    private Task<CodingResult> RestoreAsync(Guid theme, int version) => side.AskAsync<CodeBook, CodingResult>(book => book.RestoreAsync(_consultation, theme, version, default));

    private Task<IReadOnlyList<ThemeStep>> CompareAsync(int from, int to) => side.AskAsync<CodeBookHistory, IReadOnlyList<ThemeStep>>(history => history.CompareAsync(_consultation, from, to, default));

    private async Task<IReadOnlyList<BookVersion>> ListAsync(int count) =>
        await side.AskAsync<CodeBookHistory, IReadOnlyList<BookVersion>>(async history => await history.ListAsync(_consultation, await history.VersionAsync(_consultation, default), count, default));
}
