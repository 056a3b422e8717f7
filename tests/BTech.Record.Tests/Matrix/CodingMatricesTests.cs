using BTech.Record.Coding;
using BTech.Record.Disclosure;
using BTech.Record.Inputs;
using BTech.Record.Matrix;
using BTech.Record.Sealing;

namespace BTech.Record.Tests.Matrix;

/// <summary>The matrix against what can be counted by hand.</summary>
public sealed class CodingMatricesTests(SealedSide side) : IClassFixture<SealedSide>
{
    private readonly Guid _consultation = Guid.NewGuid();

    [Fact]
    public async Task Matrix_CountsContributorsNotCodings()
    {
        var (boards, growth) = (await side.ThemeAsync(_consultation, "boards"), await side.ThemeAsync(_consultation, "growth"));
        // One writes twice on the first area and once on the second; another on the first only; a third says it overall.
        var (window, ids) = await side.WindowAsync(
            new SealedSide.Voice(null, (1, "One."), (1, "Two."), (2, "Three.")), new SealedSide.Voice(null, (1, "Four.")), new SealedSide.Voice(null, (null, "Five.")), new SealedSide.Voice(null, (2, "Six.")));
        foreach (var id in ids.Take(3)) await side.CodeAsync(_consultation, id, boards);
        await side.CodeAsync(_consultation, ids[0], boards, Stance.Concern, 0, 2);
        await side.CodeAsync(_consultation, ids[3], boards, Stance.Concern);
        await side.CodeAsync(_consultation, ids[3], growth, Stance.Nuance);
        await side.CodeAsync(_consultation, ids[4], boards);
        var matrix = await MatrixAsync(window);
        Assert.Equal([1, 2, null], matrix.Areas);
        Assert.Equal([(3, 3), (2, 1), (1, 1)], matrix.Progress.Select(line => (line.Inputs.Number, line.Inputs.Number - line.Uncoded.Number)));
        Assert.Equal(["boards", "growth"], matrix.Themes.Select(line => line.Theme.Name));
        var line = matrix.Themes[0];
        Assert.Equal((3, 5), (line.Contributors.Team!.Number, line.Inputs.Number));
        Assert.Equal([2, 1, 1], line.ByArea.Select(cell => cell.Team!.Number));
        Assert.Equal((2, 2, 0), (line.Support.Team!.Number, line.Concern.Team!.Number, line.Nuance.Team!.Number));
        Assert.Equal(["AFew", "None", "None"], line.ByArea.Select(cell => cell.Public!.ToString()));
        Assert.Empty(matrix.Groups);
    }

    [Fact]
    public async Task SetAsideWithdrawnAndImportedTexts_AreCountedNowhere()
    {
        var theme = await side.ThemeAsync(_consultation, "boards");
        var (window, ids) = await side.WindowAsync(Enumerable.Range(0, 4).Select(number => new SealedSide.Voice(null, (1, $"Text {number}."))));
        foreach (var id in ids) await side.CodeAsync(_consultation, id, theme);
        await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(ids[0], SetAsideReasons.OffTopic, SealedSide.Coder, default));
        await side.WithdrawAsync(ids[1]);
        var matrix = await MatrixAsync(window);
        Assert.Equal(2, Assert.Single(matrix.Themes).Contributors.Team!.Number);
        Assert.Equal(2, Assert.Single(matrix.Progress).Inputs.Number);
    }

    [Fact]
    public async Task Groups_StandOnlyWhereEnoughOfThemMayBeNamedAndNobodyIsLeftAlone()
    {
        var (wide, narrow) = (await side.ThemeAsync(_consultation, "wide"), await side.ThemeAsync(_consultation, "narrow"));
        var (window, ids) = await side.WindowAsync(Voices("companies", 8).Concat(Voices("academia", 7)).Concat(Voices("states", 6)));
        await side.CensusAsync(window, [Group("companies", 0), Group("academia", 1), Group("states", 2)]);
        foreach (var id in ids) await side.CodeAsync(_consultation, id, wide);
        // Six companies and two of academia: the two cannot be told, nor can anything from which they follow.
        foreach (var id in ids.Take(6).Concat(ids.Skip(8).Take(2))) await side.CodeAsync(_consultation, id, narrow);
        var matrix = await MatrixAsync(window);
        Assert.Equal(["academia", "companies"], matrix.Groups);
        Assert.Equal([null, null, null], Line("narrow"));
        // The others are one cell of nobody: with one group's number told, the rest must hide behind another.
        Assert.Equal([7, 8, null], Line("wide"));
        int?[] Line(string theme) => [.. matrix.Themes.Single(line => line.Theme.Name == theme).ByGroup.Select(cell => cell.Team?.Number)];
    }

    private static IEnumerable<SealedSide.Voice> Voices(string label, int count) => Enumerable.Range(0, count).Select(number => new SealedSide.Voice(label, (1, $"Words of {label} {number}.")));

    private static GroupSize Group(string label, int position) => new(label, position, label, 12, new Reach(12, 1, 1), new Reach(12, 1, 1));

    private Task<CodingMatrix> MatrixAsync(Guid window) => side.AskAsync<CodingMatrices, CodingMatrix>(matrices => matrices.OfAsync(window, default));
}
