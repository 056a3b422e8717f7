using System.Globalization;
using System.Net;
using System.Resources;
using BTech.Languages;
using BTech.Record.Disclosure.Lifting;
using BTech.Record.Reports;
using BTech.Testing;

namespace BTech.Web.Tests.Moderate;

/// <summary>What the pages of a report say when a sentence gives somebody away, on the sample's draft on round 2.</summary>
[Invariant(24)]
public sealed class ReportLintPageTests(SampleSite site) : IClassFixture<SampleSite>
{
    private const string Report = "/moderate/reports/2";

    [Fact]
    public async Task Report_NamesOfThoseInvited_AreShownWithTheSentenceAndBlock()
    {
        using var team = await site.SignInAsync("moderator");
        var before = await team.GetAsync(Report);
        Assert.DoesNotContain("that may have taken part is named", before.Text, StringComparison.Ordinal);
        // One invited to this round, an organisation of it, and one listed as a participant of the first round.
        var page = await team.SubmitAsync(before, [("HeadTitle", "Summary Report for VALENTINA  OCAMPO"), ("EventLine", "Written comments, with Example Rights Watch Group and Päivikki Saarnivaara")], form: "form[action$='handler=Title']");
        var named = page.Document.QuerySelectorAll("#check li").Where(item => item.TextContent.Contains("is named", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, named.Count);
        Assert.All(named, item => Assert.EndsWith("#head", item.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Contains(named, item => item.TextContent.Contains("“VALENTINA  OCAMPO”", StringComparison.Ordinal) || item.TextContent.Contains("“VALENTINA OCAMPO”", StringComparison.Ordinal));
        Assert.Contains(named, item => item.TextContent.Contains("Leave the name out", StringComparison.Ordinal) && item.QuerySelector(".quoted[lang=en][dir=ltr]") is not null);
        Assert.NotNull(page.Document.GetElementById("head"));
        // The page holds no name that the text does not.
        foreach (var other in new[] { "Esteban", "Larrañaga", "Thorburn", "Holmqvist" }) Assert.DoesNotContain(other, page.Body, StringComparison.OrdinalIgnoreCase);

        var refused = await team.SubmitAsync(page, form: "form[action$='handler=Submit']");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("must be mended first", refused.Text, StringComparison.Ordinal);
        page = await team.SubmitAsync(refused, [("HeadTitle", "Summary Report"), ("EventLine", "Written comments")], form: "form[action$='handler=Title']");
        Assert.DoesNotContain("is named", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Section_SentenceBeforeAListAndAFact_LeadToTheirPlaces()
    {
        using var team = await site.SignInAsync("moderator");
        var address = (await team.GetAsync(Report)).Document.QuerySelectorAll("main a").First(link => link.TextContent.StartsWith("Focus Area 2", StringComparison.Ordinal)).GetAttribute("href")!;
        var section = await team.GetAsync(address);
        var list = section.Document.QuerySelector("form[action$='handler=Introduction'] input[name=block]")!.GetAttribute("value")!;
        section = await team.SubmitAsync(section, [("introduction", "Most company participants asked that:")], form: "form[action$='handler=Introduction']");
        var found = section.Document.QuerySelectorAll(".panel.warning li").Where(item => item.QuerySelector("a")!.GetAttribute("href")!.EndsWith($"#b-{list}", StringComparison.Ordinal)).Select(item => item.TextContent).ToList();
        Assert.Contains(found, text => text.Contains("that the wording scale does not have", StringComparison.Ordinal));
        Assert.Contains(found, text => text.Contains("A group speaks here", StringComparison.Ordinal));
        Assert.NotNull(section.Document.GetElementById($"b-{list}"));
        // One of those invited has this title; nobody else does.
        section = await team.SubmitAsync(section, [("introduction", "A director of research asked that:")], form: "form[action$='handler=Introduction']");
        Assert.Contains(section.Document.QuerySelectorAll(".panel.warning li"), item => item.TextContent.Contains("“director of research”", StringComparison.Ordinal));
        await team.SubmitAsync(section, [("introduction", "A few participants described what makes end-use hard to deal with and what could be expected, including that:")], form: "form[action$='handler=Introduction']");
    }

    /// <summary>The sample's report on the meeting in Tunis names forums and whom to ask, and nobody who was there.</summary>
    [Fact]
    public async Task Report_OnTheMeeting_GivesNobodyAway()
    {
        using var team = await site.SignInAsync("moderator");
        var page = await team.GetAsync("/moderate/reports/1");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotNull(page.Document.GetElementById("check"));
        Assert.Empty(page.Document.QuerySelectorAll("#check .quoted"));
    }

    /// <summary>The draft on round 2 stands as it is: of what its sentences give away nothing blocks.</summary>
    [Fact]
    public async Task Report_SamplesDraft_IsNotStoppedForItsSentences()
    {
        using var team = await site.SignInAsync("moderator");
        var page = await team.GetAsync(Report);
        // Two points rest on background alone, so there is something to mend first, and nothing of it is a sentence.
        var blocking = page.Document.QuerySelectorAll("#check h3").Single(heading => heading.TextContent == "To be mended first").NextElementSibling!;
        Assert.Empty(blocking.QuerySelectorAll(".quoted").Select(quoted => quoted.ParentElement!.TextContent));
    }

    [Fact]
    public void Findings_EveryKind_HasItsWordsInSixLanguages()
    {
        var words = new ResourceManager("BTech.Web.Words.Moderate", typeof(Program).Assembly);
        foreach (var language in Language.All)
        {
            var culture = CultureInfo.GetCultureInfo(language.Code);
            foreach (var kind in Enum.GetValues<FindingKind>())
            {
                Assert.False(string.IsNullOrEmpty(words.GetString("Finding." + kind, culture)), $"{language.Code} {kind}");
                if (LiftRule.MayBeLifted(kind) || kind is >= FindingKind.PersonNamed and <= FindingKind.OfferBesideView) Assert.False(string.IsNullOrEmpty(words.GetString($"Finding.{kind}.Why", culture)), $"{language.Code} {kind}");
            }
        }
    }
}
