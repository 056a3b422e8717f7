using BTech.Record.Coding;
using BTech.Record.Inputs;
using BTech.Record.SecondCoding;
using BTech.Record.Tests.SecondCoding;

namespace BTech.Record.Tests.Coding;

/// <summary>Splitting themes and taking it back: the chosen passages go, all others stay, and every one comes home.</summary>
public sealed class ThemeSplittingTests(SealedSide side) : IClassFixture<SealedSide>
{
    [Fact]
    public async Task Split_MovesTheChosenPassagesAndBack()
    {
        var round = await TwoReadings.OfAsync(side, 3);
        var theme = await round.ThemeAsync("Remedy");
        foreach (var input in round.Inputs) await round.CodeAsync(TwoReadings.First, input, theme, 1, 2);
        var before = await PassagesAsync(round, theme);
        var chosen = before.Take(2).ToArray();
        var (result, split) = await SplitAsync(round, theme, "Courts", chosen);
        Assert.Equal(CodingResult.Done, result);
        Assert.Equal(chosen.Order(), await PassagesAsync(round, split));
        Assert.Equal(before.Except(chosen).Order(), await PassagesAsync(round, theme));
        var listed = Assert.Single(await side.AskAsync<ThemeSplitting, IReadOnlyList<SplitTheme>>(splitting => splitting.ListAsync(round.Consultation, default)));
        Assert.Equal(("Courts", "Remedy"), (listed.Theme.Name, listed.From.Name));
        // What is coded with it since comes along when it is taken back.
        await round.CodeAsync(TwoReadings.First, round.Inputs[0], split, 5);
        Assert.Equal(CodingResult.Done, await TakeBackAsync(round, split));
        Assert.Equal(7, (await PassagesAsync(round, theme)).Count);
        Assert.Empty(before.Except(await PassagesAsync(round, theme)));
        Assert.Equal(CodingResult.NotThere, await TakeBackAsync(round, split));
    }

    [Fact]
    public async Task Split_WhatIsNotThereOrBadlyNamed_IsRefusedWhole()
    {
        var round = await TwoReadings.OfAsync(side, 2);
        var (theme, other) = (await round.ThemeAsync("Remedy"), await round.ThemeAsync("Other"));
        await round.CodeAsync(TwoReadings.First, round.Inputs[0], theme, 1);
        await round.CodeAsync(TwoReadings.First, round.Inputs[1], theme, 1);
        await round.CodeAsync(TwoReadings.First, round.Inputs[1], other, 2);
        var mine = await PassagesAsync(round, theme);
        Assert.Equal(CodingResult.NoSuchPassage, (await SplitAsync(round, theme, "Courts")).Result);
        Assert.Equal(CodingResult.NameTaken, (await SplitAsync(round, theme, "oTHER", [.. mine])).Result);
        Assert.Equal(CodingResult.NameMissing, (await SplitAsync(round, theme, " ", [.. mine])).Result);
        Assert.Equal(CodingResult.NotThere, (await SplitAsync(round, Guid.NewGuid(), "Courts", [.. mine])).Result);
        Assert.Equal(CodingResult.ChangedMeanwhile, (await SplitAsync(round, theme, "Courts", [.. mine, .. await PassagesAsync(round, other)])).Result);
        await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(round.Inputs[0], SetAsideReasons.OffTopic, TwoReadings.First, default));
        Assert.Equal(CodingResult.ChangedMeanwhile, (await SplitAsync(round, theme, "Courts", [.. mine])).Result);
        Assert.Equal(["Other", "Remedy"], (await side.AskAsync<CodeBook, IReadOnlyList<Theme>>(book => book.NamesAsync(round.Consultation, default))).Select(one => one.Name));
        Assert.Equal(2, await side.AskAsync<CodeBookHistory, int>(history => history.VersionAsync(round.Consultation, default)));
    }

    [Fact]
    public async Task TakeBack_WhileSomethingRestsOnIt_IsRefused()
    {
        var round = await TwoReadings.OfAsync(side, 1);
        var theme = await round.ThemeAsync("Remedy");
        await round.CodeAsync(TwoReadings.First, round.Inputs[0], theme, 1);
        var (_, split) = await SplitAsync(round, theme, "Courts", [.. await PassagesAsync(round, theme)]);
        var (_, narrower) = await side.AskAsync<CodeBook, (CodingResult, Guid)>(book => book.AddAsync(round.Consultation, "State courts", null, false, split, default));
        Assert.Equal(CodingResult.InUse, await TakeBackAsync(round, split));
        await side.AskAsync<CodeBook, CodingResult>(book => book.DeleteAsync(round.Consultation, narrower, default));
        var target = await round.ThemeAsync("Wider");
        Assert.Equal(CodingResult.Done, await MergeAsync(round, theme, target));
        Assert.Equal(CodingResult.InUse, await TakeBackAsync(round, split));
        Assert.Empty(await side.AskAsync<ThemeSplitting, IReadOnlyList<SplitTheme>>(splitting => splitting.ListAsync(round.Consultation, default)));
        await side.AskAsync<ThemeMerging, CodingResult>(merging => merging.TakeBackAsync(round.Consultation, theme, default));
        Assert.Equal(CodingResult.Done, await TakeBackAsync(round, split));
    }

    [Fact]
    public async Task Split_OfAThemeThatTookOthersIn_LetsTheirPassagesComeHomeAfterItIsTakenBack()
    {
        var round = await TwoReadings.OfAsync(side, 1);
        var (into, merged) = (await round.ThemeAsync("Into"), await round.ThemeAsync("Merged"));
        await round.CodeAsync(TwoReadings.First, round.Inputs[0], merged, 1);
        var home = await PassagesAsync(round, merged);
        await MergeAsync(round, merged, into);
        var (_, split) = await SplitAsync(round, into, "Split", [.. home]);
        Assert.Equal(CodingResult.Done, await TakeBackAsync(round, split));
        Assert.Equal(CodingResult.Done, await side.AskAsync<ThemeMerging, CodingResult>(merging => merging.TakeBackAsync(round.Consultation, merged, default)));
        Assert.Equal(home, await PassagesAsync(round, merged));
    }

    [Fact]
    public async Task Split_OfComparedPassages_TakesBothReadingsAlong()
    {
        var round = await TwoReadings.OfAsync(side, 1);
        var theme = await round.ThemeAsync("Remedy");
        await round.CodeAsync(TwoReadings.First, round.Inputs[0], theme, 1, 3);
        await round.OpenAsync(TwoReadings.Second);
        // What the second coder has still to code blind cannot be chosen by that person.
        Assert.Equal(CodingResult.ChangedMeanwhile, (await SplitAsync(round, theme, "Courts", [.. await PassagesAsync(round, theme)], TwoReadings.Second)).Result);
        await round.CodeAsync(TwoReadings.Second, round.Inputs[0], theme, 1, 3);
        await round.FinishAsync(round.Inputs[0]);
        Assert.Empty(await round.DisputesAsync());
        var first = (await round.SeenByAsync(TwoReadings.First, round.Inputs[0]))[0].Id;
        var (result, split) = await SplitAsync(round, theme, "Courts", first);
        Assert.Equal(CodingResult.Done, result);
        Assert.Empty(await round.DisputesAsync());
        Assert.Equal((1, 1), (await round.CountedAsync(theme), await round.CountedAsync(split)));
        var agreement = await round.AgreementAsync();
        Assert.Equal([1, 1], agreement.Themes.Select(line => line.Both.Number));
        Assert.Equal(CodingResult.Done, await TakeBackAsync(round, split));
        Assert.Equal(2, await round.CountedAsync(theme));
        Assert.Equal(2, Assert.Single((await round.AgreementAsync()).Themes).Both.Number);
    }

    private Task<(CodingResult Result, Guid Id)> SplitAsync(TwoReadings round, Guid theme, string name, params Guid[] passages) => SplitAsync(round, theme, name, passages, TwoReadings.First);

    private Task<(CodingResult Result, Guid Id)> SplitAsync(TwoReadings round, Guid theme, string name, Guid[] passages, Agenda.StaffId by) =>
        side.AskAsync<ThemeSplitting, (CodingResult, Guid)>(splitting => splitting.SplitAsync(round.Consultation, round.Window, theme, passages, new ThemeWording(name, "what"), by, default));

    private Task<CodingResult> TakeBackAsync(TwoReadings round, Guid theme) => side.AskAsync<ThemeSplitting, CodingResult>(splitting => splitting.TakeBackAsync(round.Consultation, theme, default));

    private Task<CodingResult> MergeAsync(TwoReadings round, Guid from, Guid into) => side.AskAsync<ThemeMerging, CodingResult>(merging => merging.MergeAsync(round.Consultation, from, into, default));

    private async Task<IReadOnlyList<Guid>> PassagesAsync(TwoReadings round, Guid theme) =>
        [.. (await side.AskAsync<ExcerptCoding, IReadOnlyList<ReadableExcerpt>>(coding => coding.OfWindowAsync(TwoReadings.First, round.Window, null, theme, default))).Select(excerpt => excerpt.Id).Order()];
}
