using System.Net;
using BTech.Agenda.Papers;
using BTech.Languages;
using BTech.Testing;

namespace BTech.Web.Tests.Moderate;

/// <summary>Comments of a sealed round in the next version of the paper, on the sample's second round with a third version.</summary>
public sealed class AnchorPageTests(LoadedSample loaded) : IAsyncLifetime
{
    private const string Page = "/moderate/windows/b-tech/2/paper";

    private readonly SampleSite _site = new(loaded);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Anchors_WithoutANewerVersion_StandWhereTheyWere()
    {
        using var team = await _site.SignInAsync("moderator");
        var inputs = await team.GetAsync("/moderate/windows/b-tech/2/inputs");
        var page = await team.GetAsync(inputs.Document.QuerySelector("main a[href$='/2/paper']")!.GetAttribute("href")!);
        Assert.Equal((HttpStatusCode.OK, "Comments in the newest version of the paper"), (page.Status, page.Heading));
        Assert.Contains("The round was about the newest version", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Invariant(29)]
    public async Task Anchors_ForOthersAndBeforeTheSeal_AreNotThere()
    {
        using var team = await _site.SignInAsync("moderator");
        // The third round is open: its boxes keep their anchors for themselves.
        Assert.Equal(HttpStatusCode.NotFound, (await team.GetAsync("/moderate/windows/b-tech/3/paper")).Status);
        foreach (var name in new[] { "administrator", "clearance", "offers" })
        {
            using var other = await _site.SignInAsync(name);
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(Page)).Status);
        }
    }

    [Fact]
    public async Task Anchors_InTheNextVersion_AreAllListedAndDoubtfulOnesDecidedByAModerator()
    {
        await AddVersionAsync();
        using var team = await _site.SignInAsync("moderator");
        var page = await team.GetAsync(Page);

        // Each commented paragraph is there once, whatever became of it.
        var headings = page.Document.QuerySelectorAll("main h3").Select(heading => heading.TextContent).ToList();
        Assert.Equal(new[] { 12, 16, 17, 18, 19, 20, 23, 24, 25, 29, 31, 32 }.Select(number => $"Version 2: § {number}").Order(StringComparer.Ordinal), headings.Order(StringComparer.Ordinal));
        Assert.Equal("Text deleted", Section(page, 12));
        Assert.Equal("To be checked", Section(page, 16));
        Assert.Equal("Carried over", Section(page, 31));
        Assert.Contains("2 comments", Below(page, 31), StringComparison.Ordinal);

        // From there to the comments themselves.
        var comments = await team.GetAsync(page.Document.QuerySelector("a[href$='inputs?paragraph=31']")!.GetAttribute("href")!);
        Assert.Equal(2, comments.Document.QuerySelectorAll("main ol.cards > li").Length);
        Assert.All(comments.Document.QuerySelectorAll("main ol.cards h2"), name => Assert.Contains("paragraph 31", name.TextContent, StringComparison.Ordinal));

        var at = Enumerable.Range(0, 20).First(line => page.Value($"Lines[{line}].Number") == "16");
        var wrong = await team.SubmitAsync(page, [($"Lines[{at}].Now", "900")], form: "#decide");
        Assert.Equal((HttpStatusCode.BadRequest, "900"), (wrong.Status, wrong.Value($"Lines[{at}].Now")));
        Assert.Contains($"Lines[{at}].Now", wrong.InvalidFields);
        var decided = await team.SubmitAsync(wrong, [($"Lines[{at}].Now", "1, 2")], form: "#decide");
        Assert.Equal(HttpStatusCode.OK, decided.Status);
        Assert.DoesNotContain("To be checked", decided.Text, StringComparison.Ordinal);
        Assert.Equal("Carried over", Section(decided, 16));
        Assert.Contains("Confidence: 100", Below(decided, 16), StringComparison.Ordinal);
        // What two persons decide at once: the second is told, and nothing is lost.
        var late = await team.SubmitAsync(page, [($"Lines[{at}].Now", "3")], form: "#decide");
        Assert.Contains("Somebody else saved", late.Text, StringComparison.Ordinal);
        Assert.Equal("3", late.Value($"Lines[{at}].Now"));
    }

    private async Task AddVersionAsync()
    {
        var window = await _site.WindowAsync(2);
        var old = (await _site.Host.WithAsync<ScopingPapers, PaperVersion?>(papers => papers.FindAsync(window.PaperVersionId!.Value, Cancel)))!;
        await _site.Host.WithAsync<ScopingPapers, int>(papers => papers.AddNextAsync(old.ConsultationId, old.Title, version =>
        {
            var (paragraphs, number) = (new List<Paragraph>(), 0);
            foreach (var paragraph in old.Paragraphs)
            {
                if (paragraph.Number == 12) continue;
                var text = paragraph.Text;
                // Hardly a third of the words stays: the proposal cannot be sure.
                if (paragraph.Number == 16)
                {
                    var words = text.ToString().Split(' ');
                    text = LocalizedText.InEnglish(string.Join(' ', words.Select((word, at) => at % 12 < 5 ? word : $"other{at}")));
                }
                paragraphs.Add(new Paragraph
                {
                    Id = Guid.NewGuid(), PaperVersionId = version, Order = paragraphs.Count + 1, Number = paragraph.IsHeading ? null : ++number, FocusAreaNumber = paragraph.FocusAreaNumber, Text = text,
                });
            }
            return paragraphs;
        }, Cancel));
    }

    private static AngleSharp.Dom.IElement Heading(VisitedPage page, int number) => page.Document.QuerySelectorAll("main h3").Single(heading => heading.TextContent == $"Version 2: § {number}");

    private static string Section(VisitedPage page, int number) => Heading(page, number).Closest("section")!.QuerySelector("h2")!.TextContent;

    private static string Below(VisitedPage page, int number)
    {
        var text = "";
        for (var next = Heading(page, number).NextElementSibling; next is not null and not { LocalName: "h3" }; next = next.NextElementSibling) text += next.TextContent + " ";
        return text;
    }
}
