using BTech.Record.Disclosure;
using BTech.Record.Matrix;
using BTech.Testing;
using CsCheck;

namespace BTech.Record.Tests.Matrix;

/// <summary>What of a theme may be told by group, over random lines of the matrix.</summary>
public sealed class GroupCellsTests
{
    private static readonly string[] _labels = ["companies", "academia", "states"];

    private static readonly Gen<(int[] Cells, int Largest, int Second, int K)> _anyLine = Gen.Select(Gen.Int[0, 14].Array[4], Gen.Int[1, 6], Gen.Int[1, 6], Gen.Int[5, 7])
        .Select(line => (line.Item1, Math.Max(line.Item2, line.Item3), Math.Min(line.Item2, line.Item3), line.Item4));

    [Fact]
    [Invariant(23)]
    public void AnyLine_TellsKOfAGroupAndMoreThanItsTwoLargestDelegations() => _anyLine.Sample(line =>
    {
        var told = Told(line);
        Assert.All(told.Take(_labels.Length), number => Assert.True(number is null || (number >= line.K && number >= line.Largest + 3 && number > line.Largest + line.Second)));
        Assert.True(told[^1] is null || told[^1] >= line.K);
    }, iter: 5_000);

    [Fact]
    [Invariant(23)]
    public void AnyLine_WhatIsKeptBackCannotBeWorkedOutFromTheTotal() => _anyLine.Sample(line =>
    {
        var hidden = Told(line).Select((number, cell) => (number, cell)).Where(one => one.number is null).Select(one => line.Cells[one.cell]).ToList();
        if (hidden.Count is 0 or 4) return;
        // The total of the line is known, and so is the sum of what is hidden: one cell alone would be that sum, and a small sum would say "none" or "one".
        Assert.True(hidden.Count >= 2);
        Assert.True(hidden.Sum() >= line.K);
    }, iter: 5_000);

    [Fact]
    public void LineWithRoom_TellsEveryCell()
    {
        var told = GroupCells.Of(_labels, new Dictionary<string, int> { ["companies"] = 9, ["academia"] = 8, ["states"] = 7 }, 6, [.. _labels.Select(label => new Delegations(label, 2, 2))], 5);
        Assert.Equal(new int?[] { 9, 8, 7, 6 }, told);
    }

    [Fact]
    public void OneSmallCell_TakesAnotherWithIt()
    {
        var told = GroupCells.Of(_labels, new Dictionary<string, int> { ["companies"] = 9, ["academia"] = 8, ["states"] = 1 }, 6, [.. _labels.Select(label => new Delegations(label, 2, 2))], 5);
        Assert.Equal(new int?[] { 9, 8, null, null }, told);
    }

    private static IReadOnlyList<int?> Told((int[] Cells, int Largest, int Second, int K) line) => GroupCells.Of(
        _labels, _labels.Select((label, at) => (label, at)).ToDictionary(one => one.label, one => line.Cells[one.at]), line.Cells[^1],
        [.. _labels.Select(label => new Delegations(label, line.Largest, line.Second))], line.K);
}
