using BTech.Record.SecondCoding;
using CsCheck;

namespace BTech.Record.Tests.SecondCoding;

/// <summary>The draw: of each area its share and one at least, nothing twice, and everything as likely as anything else.</summary>
public sealed class SampleDrawTests
{
    [Fact]
    public void Draw_OfAnyInputs_HasTheShareOfEachAreaRoundedUp() => Gen.Select(Gen.Int[0, 3].List[0, 60], Gen.Int[0, 3].Select(at => Enum.GetValues<SampleShare>()[at])).Sample((areas, share) =>
    {
        var inputs = areas.Select(area => (Id: Guid.NewGuid(), Area: area == 0 ? (int?)null : area)).ToList();
        var drawn = SampleDraw.Of(inputs, share);
        Assert.Equal(drawn.Count, drawn.Distinct().Count());
        foreach (var area in inputs.GroupBy(input => input.Area))
            Assert.Equal((int)Math.Ceiling(area.Count() * (int)share / 100.0), drawn.Count(id => area.Any(input => input.Id == id)));
    });

    [Fact]
    public void Draw_Often_TakesEachInputAboutAsOften()
    {
        var inputs = Enumerable.Range(0, 10).Select(_ => (Id: Guid.NewGuid(), Area: (int?)1)).ToList();
        var drawn = Enumerable.Range(0, 4000).SelectMany(_ => SampleDraw.Of(inputs, SampleShare.Tenth)).CountBy(id => id).ToDictionary();
        // 400 each are expected; 19 is one standard deviation.
        Assert.All(inputs, input => Assert.InRange(drawn[input.Id], 290, 510));
    }
}
