using BTech.Agenda.Comparing;
using BTech.Agenda.Papers;
using BTech.Languages;
using Xunit;

namespace BTech.Agenda.Tests.Comparing;

/// <summary>Where the paragraphs of every version stand in the newest, by way of all between.</summary>
public sealed class PaperSinceTests
{
    private const string States = "States must protect people against abuse by companies within their territory, by laws and by courts that all can reach.";
    private const string Models = "Business models that rest on collecting data about everybody can harm rights even where nobody intends it to happen. Whoever sells what such models find out is part of them, wherever the buyers are.";
    private const string Remedy = "Whoever was harmed needs access to remedy, in court or outside of it, and needs to know that it is there at all.";
    private const string Gone = "In the first year the project will hold four meetings, one in each region, and write down what is said there.";

    // Split in the second version; in the third something new comes first, and one paragraph is deleted.
    private static readonly PaperVersion First = Paper(1, States, Models, Remedy, Gone);
    private static readonly PaperVersion Second = Paper(2, States, Models[..Models.IndexOf(" Whoever", StringComparison.Ordinal)], Models[(Models.IndexOf(" Whoever", StringComparison.Ordinal) + 1)..], Remedy, Gone);
    private static readonly PaperVersion Third = Paper(3, "Nobody has read this sentence before: it is about workers.", States, Models[..Models.IndexOf(" Whoever", StringComparison.Ordinal)], Models[(Models.IndexOf(" Whoever", StringComparison.Ordinal) + 1)..], Remedy + " It must be quick.");

    [Fact]
    public void Now_FollowsAParagraphThroughAllVersions()
    {
        var paper = Since(First, Second, Third);
        Assert.Equal([2], paper.Now(1, 1));
        Assert.Equal([3, 4], paper.Now(1, 2));
        Assert.Equal([4], paper.Now(2, 3));
        Assert.Equal([5], paper.Now(1, 3));
        Assert.Empty(paper.Now(2, 5));
        Assert.Equal([1], paper.Now(3, 1));
        Assert.Empty(paper.Now(3, 9));
        Assert.Empty(paper.Now(7, 1));
        Assert.Equal((1, 3), (paper.Comparison!.Old.Number, paper.Comparison.New.Number));
    }

    [Fact]
    public void IsOvertaken_OnlyWhereALaterVersionHasOtherWords()
    {
        var paper = Since(First, Second, Third);
        Assert.False(paper.IsOvertaken(2, 1));
        Assert.False(paper.IsOvertaken(2, 2));
        Assert.True(paper.IsOvertaken(2, 4));
        Assert.True(paper.IsOvertaken(2, 5));
        Assert.False(paper.IsOvertaken(3, 5));
        Assert.False(Since(First, Second).IsOvertaken(2, 4));
    }

    [Fact]
    public void Has_OnlyWhatCameAfterTheCommentedVersion()
    {
        var paper = Since(First, Second, Third);
        Assert.True(paper.Has(2, 5));
        Assert.False(paper.Has(2, 6));
        Assert.False(paper.Has(1, 1));
        Assert.False(paper.Has(null, 1));
        Assert.Equal(3, paper.Newest!.Number);
        Assert.Null(Since(First).Newest);
        Assert.Null(Since(First).Comparison);
        Assert.Null(PaperSince.Nothing.Commented);
    }

    private static PaperSince Since(PaperVersion commented, params PaperVersion[] newer) =>
        new(commented, newer, [.. newer.Prepend(commented).Zip(newer, (before, after) => Alignment.Propose(before.Paragraphs, after.Paragraphs))]);

    private static PaperVersion Paper(int number, params string[] texts)
    {
        var paper = new PaperVersion { Id = Guid.NewGuid(), ConsultationId = Guid.NewGuid(), Number = number, Title = LocalizedText.InEnglish("Paper") };
        foreach (var text in texts)
            paper.Paragraphs.Add(new Paragraph { Id = Guid.NewGuid(), PaperVersionId = paper.Id, Order = paper.Paragraphs.Count + 1, Number = paper.Paragraphs.Count + 1, Text = LocalizedText.InEnglish(text) });
        return paper;
    }
}
