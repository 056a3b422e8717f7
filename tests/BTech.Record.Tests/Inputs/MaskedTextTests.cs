using BTech.Agenda;
using BTech.Languages;
using BTech.Record.Inputs;
using CsCheck;

namespace BTech.Record.Tests.Inputs;

public sealed class MaskedTextTests
{
    private static readonly string[] _pieces = ["a", "b ", "👍", "é", "؟", "漢"];

    [Fact]
    public void Read_PassageMasked_ShowsTheMarkAndNotTheWords() =>
        Assert.Equal("We at […] do this.", Of("We at Example Ltd do this.", (6, 17)).Read());

    [Fact]
    public void Read_MasksOverlapAndTouch_OneMark() =>
        Assert.Equal("a[…]z", Of("abcdefz", (1, 3), (2, 4), (4, 6)).Read());

    [Theory]
    [InlineData(0, 2, 0, 2)]
    [InlineData(11, 13, 9, 11)]
    [InlineData(2, 8, 2, 6)]
    [InlineData(6, 12, 3, 10)]
    [InlineData(4, 7, 3, 6)]
    public void PlaceWhenRead_BesideAndInsideAMask_HoldsTheWordsAsRead(int start, int end, int readStart, int readEnd)
    {
        var text = Of("👍b hidden cde", (3, 8));
        Assert.Equal((readStart, readEnd), text.PlaceWhenRead(start, end));
        Assert.Equal(text.Read(start, end), CodePoints.Slice(text.Read(), readStart, readEnd));
    }

    [Fact]
    public void Read_PositionsCountCodePoints() =>
        Assert.Equal("👍🏽 […] مرحبا", Of("👍🏽 abc مرحبا", (3, 6)).Read());

    [Fact]
    public void Read_MaskBeyondTheText_HidesWhatIsThere() =>
        Assert.Equal("ab[…]", Of("abc", (2, 99)).Read());

    [Fact]
    public void Sentences_AMaskAdded_KeepTheirNumbersAndPlaces()
    {
        const string text = "First one. Second, by Mr. X. Third?";
        var before = Of(text).Sentences;
        var after = Of(text, (3, 14)).Sentences;
        Assert.Equal(before.Select(sentence => (sentence.Number, sentence.Start, sentence.End)), after.Select(sentence => (sentence.Number, sentence.Start, sentence.End)));
    }

    [Fact]
    public void IsHidden_OnlyBlanksBeside_IsHidden()
    {
        var text = Of("ab cd", (0, 2));
        Assert.True(text.IsHidden(0, 3));
        Assert.False(text.IsHidden(0, 4));
    }

    /// <summary>Whatever is masked, the reader sees exactly the code points outside the masks.</summary>
    [Fact]
    public void Read_AnyMasks_ShowsExactlyTheRest() =>
        Gen.Select(Gen.Int[0, 5].Select(which => _pieces[which]).Array[0, 40].Select(string.Concat), Gen.Select(Gen.Int[0, 45], Gen.Int[0, 45]).Array[0, 6])
            .Sample((text, places) =>
            {
                var masked = Of(text, places);
                var runes = Enumerable.Range(0, CodePoints.Count(text)).Select(at => CodePoints.Slice(text, at, at + 1)).ToList();
                var expected = string.Concat(runes.Where((_, at) => !places.Any(place => at >= place.Item1 && at < place.Item2)));
                Assert.Equal(expected, string.Concat(masked.Stretches.Select(stretch => stretch.Words)));
                Assert.Equal(masked.Length, masked.Stretches.Sum(stretch => stretch.End - stretch.Start));
            });

    private static MaskedText Of(string text, params (int Start, int End)[] places) => new(text, places.Select(place => new Mask
    {
        Id = Guid.NewGuid(),
        InputId = Guid.Empty,
        Start = place.Start,
        End = place.End,
        Reason = "a name",
        MaskedBy = new StaffId(Guid.Empty),
    }));
}
