using BTech.Record.Coding;
using BTech.Record.Disclosure;
using BTech.Record.Inputs;
using BTech.Record.Matrix;
using BTech.Record.Reports;

namespace BTech.Record.Tests.Inputs;

/// <summary>An input on two focus areas is found in both, its codings count where they belong, and its author stays one voice.</summary>
public sealed class SplittingTests(SealedSide side) : IClassFixture<SealedSide>
{
    private const string Text = "On business models. On remedy.";

    [Fact]
    public async Task Split_PassageOnAnotherArea_CountsThereAndTheAuthorOnce()
    {
        var consultation = Guid.NewGuid();
        var theme = await side.ThemeAsync(consultation, "a theme");
        var (window, ids) = await side.WindowAsync(new SealedSide.Voice(null, (1, Text)), new SealedSide.Voice(null, (3, "Remedy.")));
        await side.CodeAsync(consultation, ids[0], theme, start: 0, end: 19);
        await side.CodeAsync(consultation, ids[1], theme);
        var moved = await side.CodeAsync(consultation, ids[0], theme, start: 20, end: 30);
        Assert.Equal(2, (await OfAreaAsync(window, 1)).Count);
        Assert.Equal(ReviewResult.Done, await SplitAsync(ids[0], 3, (20, 30)));

        Assert.Contains(moved, (await OfAreaAsync(window, 3)).Select(one => one.Id));
        Assert.Equal([3, 3], (await OfAreaAsync(window, 3)).Select(one => one.FocusAreaNumber));
        Assert.Single(await OfAreaAsync(window, 1));
        Assert.Equal(2, (await PageAsync(window, 3)).Count);
        Assert.Contains(ids[0], (await PageAsync(window, 1)).Select(input => input.Id));
        var matrix = await side.AskAsync<CodingMatrices, CodingMatrix>(matrices => matrices.OfAsync(window, default));
        var line = Assert.Single(matrix.Themes);
        // The author of both passages is one voice in each area, and one altogether.
        Assert.Equal(["1", "2"], line.ByArea.Select(cell => cell.Team!.ToString()));
        Assert.Equal("2", line.Contributors.Team!.ToString());

        var passage = Assert.Single(await side.AskAsync<Splitting, IReadOnlyList<SplitPassage>>(splitting => splitting.OfAsync(ids[0], default)));
        Assert.Equal(ReviewResult.Done, await side.AskAsync<Splitting, ReviewResult>(splitting => splitting.TakeBackAsync(ids[0], passage.Id, default)));
        Assert.Equal(2, (await OfAreaAsync(window, 1)).Count);
    }

    /// <summary>What came by another channel is split like the rest: a point on it stands in the area under which its passage is read.</summary>
    [Fact]
    public async Task Split_ImportedText_IsNoEvidenceOutsideItsArea()
    {
        var consultation = Guid.NewGuid();
        var theme = await side.ThemeAsync(consultation, "a theme");
        var (window, _) = await side.WindowAsync(new SealedSide.Voice(null, (1, Text)));
        var (_, imported) = await side.ImportAsync(window, (1, Text));
        var excerpt = await side.CodeAsync(consultation, imported[0], theme, start: 20, end: 30);
        Assert.Equal(1, (await BackingAsync(window, excerpt)).OutsideArea);
        Assert.Equal(ReviewResult.Done, await SplitAsync(imported[0], 3, (20, 30)));
        Assert.Equal(0, (await BackingAsync(window, excerpt)).OutsideArea);
    }

    [Fact]
    public async Task Split_OutsideTheTextOverlappingOrIntoItsOwnArea_ChangesNothing()
    {
        var (_, ids) = await side.WindowAsync(new SealedSide.Voice(null, (1, Text)));
        Assert.Equal(ReviewResult.NoSuchPassage, await SplitAsync(ids[0], 3, (20, 31)));
        Assert.Equal(ReviewResult.NoSuchPassage, await SplitAsync(ids[0], 3));
        Assert.Equal(ReviewResult.Overlapping, await SplitAsync(ids[0], 1, (20, 30)));
        Assert.Equal(ReviewResult.Overlapping, await SplitAsync(ids[0], 3, (20, 30), (0, 21)));
        Assert.Equal(ReviewResult.Done, await SplitAsync(ids[0], 3, (20, 30)));
        Assert.Equal(ReviewResult.Overlapping, await SplitAsync(ids[0], 2, (0, 3), (25, 28)));
        Assert.Single(await side.AskAsync<Splitting, IReadOnlyList<SplitPassage>>(splitting => splitting.OfAsync(ids[0], default)));
        await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(ids[0], SetAsideReasons.Trial, SealedSide.Coder, default));
        Assert.Equal(ReviewResult.NotThere, await SplitAsync(ids[0], 2, (0, 3)));
    }

    private Task<PointBacking> BackingAsync(Guid window, Guid excerpt) => side.AskAsync<Backings, PointBacking>(backings =>
        backings.OfAsync(window, 3, [new Evidence { KeyPointId = Guid.NewGuid(), ExcerptId = excerpt, Weight = EvidenceWeight.Supporting }], default));

    private Task<ReviewResult> SplitAsync(Guid input, int area, params (int Start, int End)[] passages) =>
        side.AskAsync<Splitting, ReviewResult>(splitting => splitting.SplitAsync(input, passages, area, default));

    private Task<IReadOnlyList<ReadableExcerpt>> OfAreaAsync(Guid window, int area) =>
        side.AskAsync<ExcerptCoding, IReadOnlyList<ReadableExcerpt>>(coding => coding.OfWindowAsync(SealedSide.Coder, window, area, null, default));

    private async Task<IReadOnlyList<ReadableInput>> PageAsync(Guid window, int area) =>
        (await side.AskAsync<InputList, InputPage>(inputs => inputs.PageAsync(SealedSide.Coder, window, new() { FocusArea = area }))).Items;
}
