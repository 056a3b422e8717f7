using BTech.Agenda.Comparing;
using CsCheck;
using Xunit;

namespace BTech.Agenda.Tests.Comparing;

public sealed class WordChangesTests
{
    [Theory]
    [InlineData("The duty of States.", "The clear duty of companies.", "The |+clear |duty of |-States|+companies|.")]
    [InlineData("企业应尊重人权。", "企业必须尊重人权。", "企业|-应|+必须|尊重人权。")]
    [InlineData("تحترم الشركات حقوق الإنسان.", "تحمي الشركات حقوق الإنسان.", "-تحترم|+تحمي| الشركات حقوق الإنسان.")]
    [InlineData("one two three", "four five six", "-one two three|+four five six")]
    [InlineData("", "new", "+new")]
    [InlineData("same", "same", "same")]
    [InlineData("one two three in four five six", "seven eight nine ten in eleven twelve ten two", "-one two three in four five six|+seven eight nine ten in eleven twelve ten two")]
    [InlineData("one in four", "seven in eleven", "-one|+seven| in |-four|+eleven")]
    [InlineData("Don't", "Do not", "-Don't|+Do not")]
    public void Between_Words_AreDeletedAndInsertedWhole(string old, string @new, string expected) =>
        Assert.Equal(expected, string.Join('|', WordChanges.Between(old, @new).Select(run => run.Change switch { WordChange.Deleted => "-", WordChange.Inserted => "+", _ => "" } + run.Text)));

    [Fact]
    public void Between_AnyTexts_GiveBothBackWholeAndKeepWhatIsCommon()
    {
        var text = Gen.Int[0, 9].Array[0, 40].Select(pieces => string.Concat(pieces.Select(piece => (string[])["a", "b", " ", ".", "人", "権", "\n", "é", "\uD83D\uDE00", "\uD800"] is var all ? all[piece] : "")));
        Gen.Select(text, text).Sample((old, @new) =>
        {
            var runs = WordChanges.Between(old, @new);
            Assert.Equal(old, string.Concat(runs.Where(run => run.Change != WordChange.Inserted).Select(run => run.Text)));
            Assert.Equal(@new, string.Concat(runs.Where(run => run.Change != WordChange.Deleted).Select(run => run.Text)));
            Assert.Equal(old == @new, runs.All(run => run.Change == WordChange.Kept));
        }, iter: 500, threads: 1);
    }

    [Fact]
    public void CommonOrder_AgainstTheTextbook_FindsTheMost() =>
        Gen.Select(Gen.Int[0, 3].Array[0, 20], Gen.Int[0, 3].Array[0, 20]).Sample((left, right) =>
        {
            var pairs = CommonOrder.Of(left, right, 2000);
            Assert.All(pairs, pair => Assert.Equal(left[pair.Old], right[pair.New]));
            Assert.All(pairs.Zip(pairs.Skip(1)), two => Assert.True(two.First.Old < two.Second.Old && two.First.New < two.Second.New));
            var most = new int[left.Length + 1, right.Length + 1];
            for (var i = 1; i <= left.Length; i++)
                for (var j = 1; j <= right.Length; j++)
                    most[i, j] = left[i - 1] == right[j - 1] ? most[i - 1, j - 1] + 1 : Math.Max(most[i - 1, j], most[i, j - 1]);
            Assert.Equal(most[left.Length, right.Length], pairs.Count);
        }, iter: 500, threads: 1);

    // Two texts of the longest paragraph that share nothing are told apart without counting every difference.
    [Fact]
    public void Between_LongestParagraphs_TakesNoLongerThanItIsWorth()
    {
        var started = System.Diagnostics.Stopwatch.StartNew();
        var runs = WordChanges.Between(string.Concat(Enumerable.Repeat("甲乙丙丁", 5_000)), string.Concat(Enumerable.Repeat("丁丙戊己", 5_000)));
        Assert.True(started.Elapsed < TimeSpan.FromSeconds(5), $"{started.Elapsed}");
        Assert.Equal(20_000, runs.Where(run => run.Change != WordChange.Inserted).Sum(run => run.Text.Length));
    }
}
