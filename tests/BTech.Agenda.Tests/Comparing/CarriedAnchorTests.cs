using BTech.Agenda.Comparing;
using BTech.Agenda.Papers;
using BTech.Languages;
using CsCheck;
using Xunit;
using static BTech.Agenda.Tests.Comparing.AlignmentTests;

namespace BTech.Agenda.Tests.Comparing;

/// <summary>Comments on paragraphs follow their paragraph into the next versions; none is lost, whatever is done to the text.</summary>
public sealed class CarriedAnchorTests
{
    [Fact]
    public void Of_RandomEditsOverTwoVersionsAndRandomDecisions_LosesNoAnchor() =>
        Gen.Select(Sentence.Array[0, 10], Gen.Int.Array[0, 12], Gen.Int.Array[0, 12], Gen.Int[0, int.MaxValue].Array[0, 4]).Sample((texts, first, second, decided) =>
        {
            List<string> edited = [.. texts];
            foreach (var edit in first) Edit(edited, Math.Abs((long)edit));
            var (one, two) = (Paper(texts), Paper([.. edited]));
            foreach (var edit in second) Edit(edited, Math.Abs((long)edit));
            var three = Paper([.. edited]);
            var decisions = decided.Where(_ => one.Paragraphs.Count > 0 && two.Paragraphs.Count > 0).Select(number => new Decision(
                one.Paragraphs[number % one.Paragraphs.Count].Id, false, [.. two.Paragraphs.Where(paragraph => (paragraph.Order + number) % 3 == 0).Select(paragraph => paragraph.Id)], LocalizedText.Empty)).ToList();
            var step = Decision.Apply(Alignment.Propose(one.Paragraphs, two.Paragraphs), decisions);
            AssertNoneLost(one, two, CarriedAnchor.Of(PaperComparison.Of(one, two, step)));
            AssertNoneLost(one, three, CarriedAnchor.Of(PaperComparison.Of(one, three, PaperComparison.Through(step, Alignment.Propose(two.Paragraphs, three.Paragraphs)))));
        }, iter: 300, threads: 1);

    [Fact]
    public void Of_EachKindOfChange_SaysWhereTheCommentsStandNow()
    {
        const string States = "States must protect people against abuse by companies within their territory, by laws and by courts that all can reach.";
        const string Models = "Business models that rest on collecting data about everybody can harm rights even where nobody intends it to happen.";
        const string Remedy = "Whoever was harmed needs access to remedy, in court or outside of it, and needs to know that it is there at all.";
        const string Gone = "In the first year the project will hold four meetings, one in each region, and write down what is said there.";
        var anchors = Carried(Paper(States, Gone, Models, Remedy), Paper(Remedy, "# Heading", States, Models[..60], Models[60..]));
        Assert.Equal([2], anchors[0].Now);
        Assert.True(anchors[1].IsDeleted && anchors[1].Before == 2 && !anchors[1].IsDoubtful);
        Assert.Equal([3, 4], anchors[2].Now);
        Assert.Equal(ChangeKind.Split, anchors[2].Fate.Kind);
        Assert.Equal([1], anchors[3].Now);
        Assert.Equal(100, anchors[3].Confidence);
        Assert.Null(Carried(Paper(Gone, States), Paper(States))[0].Before);
    }

    [Fact]
    public void Of_ParagraphThatAPersonTiedToAHeading_IsListedAsDeleted()
    {
        var (old, @new) = (Paper("Rights of all", "Other text"), Paper("# Rights of all", "Other text"));
        var decided = Decision.Apply(Alignment.Propose(old.Paragraphs, @new.Paragraphs), [new Decision(old.Paragraphs[0].Id, false, [@new.Paragraphs[0].Id], LocalizedText.Empty)]);
        Assert.True(CarriedAnchor.Of(PaperComparison.Of(old, @new, decided))[0].IsDeleted);
    }

    private static IReadOnlyList<CarriedAnchor> Carried(PaperVersion old, PaperVersion @new) => CarriedAnchor.Of(PaperComparison.Of(old, @new, Alignment.Propose(old.Paragraphs, @new.Paragraphs)));

    private static void AssertNoneLost(PaperVersion old, PaperVersion @new, IReadOnlyList<CarriedAnchor> anchors)
    {
        Assert.Equal(old.Paragraphs.Select(paragraph => paragraph.Number).OfType<int>(), anchors.Select(anchor => anchor.Number));
        var numbers = @new.Paragraphs.Select(paragraph => paragraph.Number).OfType<int>().ToHashSet();
        Assert.All(anchors, anchor =>
        {
            Assert.Subset(numbers, anchor.Now.ToHashSet());
            Assert.True(anchor.Before is not { } before || numbers.Contains(before));
            Assert.InRange(anchor.Confidence, 0, 100);
            // What says nothing of where it is now says so: deleted, or in doubt.
            Assert.Equal(anchor.Now.Count == 0, anchor.IsDeleted);
        });
    }
}
