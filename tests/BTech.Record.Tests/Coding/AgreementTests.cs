using BTech.Record.Coding;
using CsCheck;

namespace BTech.Record.Tests.Coding;

/// <summary>Worked examples of Krippendorff's (two coders, binary and nominal; four coders with gaps; three coders with gaps) and what holds of any coding.</summary>
public sealed class AgreementTests
{
    private static readonly Gen<List<int>[]> _units = Gen.Int[0, 3].List[0, 4].Array[1, 12];

    // A row for each coder, a column for each unit, a point where somebody did not code.
    [Theory]
    [InlineData(0.095, "0100000010", "1110010000")]
    [InlineData(0.692, "aabbdcccedda", "babbbccceddd")]
    [InlineData(0.743, "123321412...", "1233224125.3", ".3332342251.", "12332441251.")]
    [InlineData(0.691, ".....34121133.3", "1.213343.......", "..21344.21133.4")]
    public void Alpha_WorkedExamples_AreAsPublished(double published, params string[] coders)
    {
        var alpha = Agreement.Alpha(Enumerable.Range(0, coders[0].Length).Select(unit => coders.Select(coder => coder[unit]).Where(value => value != '.').ToList()));
        Assert.Equal(published, alpha!.Value, 0.0006);
    }

    [Fact]
    public void Alpha_NothingToPairOrNothingThatVaries_IsNotTold()
    {
        Assert.Null(Agreement.Alpha<int>([]));
        Assert.Null(Agreement.Alpha<int>([[1], [2]]));
        Assert.Null(Agreement.Alpha<int>([[1, 1], [1, 1]]));
    }

    [Fact]
    public void Alpha_OfAnyCoding_IsOneExactlyWhenAllAgreeAndDependsOnNoOrder() => _units.Sample(units =>
    {
        var alpha = Agreement.Alpha(units);
        if (alpha is null) return;
        Assert.InRange(alpha.Value, -1, 1);
        Assert.Equal(units.All(unit => unit.Distinct().Count() < 2), alpha.Value > 1 - 1e-9);
        Assert.Equal(alpha.Value, Agreement.Alpha(units.Reverse().Select(unit => unit.AsEnumerable().Reverse().ToList()))!.Value, 9);
        // Names of values say nothing, and units that one person alone has coded say nothing either.
        Assert.Equal(alpha.Value, Agreement.Alpha(units.Append([7]).Select(unit => unit.ConvertAll(value => $"v{value}")))!.Value, 9);
    });
}
