using System.Net;
using AngleSharp.Dom;
using BTech.Testing;

namespace BTech.Web.Tests.Moderate;

/// <summary>The twenty points on the sample's reports, and the passages that its draft does not tell of.</summary>
public sealed class GatesPageTests(SampleSite site) : IClassFixture<SampleSite>
{
    /// <summary>The first report is what the twenty points were read off: it passes those that ask for the form, and a meeting is asked for no numbers.</summary>
    [Fact]
    public async Task Gates_TheReportOnTheMeeting_NoneIsClosed()
    {
        using var team = await site.SignInAsync("moderator");
        var page = await team.GetAsync("/moderate/reports/1/gates");
        var states = StatesOf(page.Document);
        Assert.Equal(23, states.Count);
        Assert.Equal("Passed", states[1]);
        Assert.Equal("Passed", states[3]);
        Assert.Equal("Passed", states[9]);
        Assert.Equal("Passed", states[11]);
        Assert.Equal("Passed", states[14]);
        Assert.Equal("Passed", states[16]);
        foreach (var number in new[] { 4, 7, 10, 21 }) Assert.Equal("Passed", states[number]);
        foreach (var number in new[] { 5, 6, 8, 12, 17, 18, 22, 23 }) Assert.Equal("Does not apply here", states[number]);
        foreach (var number in new[] { 2, 15, 19, 20 }) Assert.Equal("The product sees to it", states[number]);
    }

    [Fact]
    public async Task Gates_TheDraft_LinksEachFindingToWhereItIsMended()
    {
        using var team = await site.SignInAsync("moderator");
        var report = await team.GetAsync("/moderate/reports/2");
        var page = await team.GetAsync(Assert.Single(report.Document.QuerySelectorAll("#check a[href$='/gates']")).GetAttribute("href")!);
        Assert.Equal("Advice", StatesOf(page.Document)[17]);
        var links = page.Document.QuerySelectorAll("#gate-17 li a, #gate-18 li a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Contains(links, link => link.Contains("/sections/", StringComparison.Ordinal) && link.Contains("#s-", StringComparison.Ordinal));
        Assert.Contains("/moderate/reports/2/passages", links);
        foreach (var link in links.Distinct().Take(4)) Assert.Equal(HttpStatusCode.OK, (await team.GetAsync(link)).Status);
    }

    /// <summary>Whoever clears a report sees the gate, and no way to what only moderators may open.</summary>
    [Fact]
    public async Task Gates_WhoClears_FindsNoWayToThePassages()
    {
        using var clearance = await site.SignInAsync("clearance");
        var page = await clearance.GetAsync("/moderate/reports/2/gates");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotNull(page.Document.QuerySelector("#gate-18 li"));
        Assert.Null(page.Document.QuerySelector("a[href$='/passages']"));
    }

    /// <summary>A promise is held against the rounds that are planned: of another year, it is found.</summary>
    [Fact]
    public async Task Gates_TheNextRoundIsPlanned_IsComparedWithWhatIsPromised()
    {
        using var team = await site.SignInAsync("moderator");
        var consultation = await site.Host.WithAsync<Agenda.Windows.CommentWindows, IReadOnlyList<Agenda.Windows.CommentWindow>>(windows => windows.AllAsync(default));
        var last = consultation.Where(window => window.Consultation.Slug == "b-tech").MaxBy(window => window.Number)!;
        Assert.NotEmpty((await site.Host.WithAsync<Agenda.Windows.CommentWindows, Agenda.Windows.CommentWindow?>(windows => windows.FindWithRoundsAsync(last.Id, default)))!.Consultation.Windows);
        Assert.Equal("Passed", StatesOf((await team.GetAsync("/moderate/reports/1/gates")).Document)[13]);
    }

    [Fact]
    public async Task Gates_SomebodyOutsideTheTeam_FindsNothing()
    {
        using var anyone = site.Host.NewVisitor();
        Assert.DoesNotContain("passages", (await anyone.GetAsync("/moderate/reports/2/passages")).Address.AbsolutePath, StringComparison.Ordinal);
        using var administrator = await site.SignInAsync("administrator");
        foreach (var address in new[] { "/moderate/reports/2/gates", "/moderate/reports/2/passages" }) Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync(address)).Status);
    }

    [Fact]
    public async Task Passages_AreSetAsideWithAReasonAndTakenBack()
    {
        using var team = await site.SignInAsync("moderator");
        var all = await team.GetAsync("/moderate/reports/2/passages");
        // The last line is the sum of those above it, and everybody's sentence stands under it.
        var rows = all.Document.QuerySelectorAll("table.numbers tbody tr").Select(Numbers).ToList();
        Assert.Equal([.. Enumerable.Range(0, 3).Select(column => rows.Sum(row => row[column]))], Numbers(Assert.Single(all.Document.QuerySelectorAll("table.numbers tfoot tr"))));
        Assert.Contains("of the points coded in the comments", all.Document.QuerySelector("blockquote")!.TextContent, StringComparison.Ordinal);
        var page = await team.GetAsync(all.Document.QuerySelector("tbody a")!.GetAttribute("href")!.Split('#')[0]);
        var before = page.Document.QuerySelectorAll("input[type=checkbox][name=e]").Length;
        Assert.True(before > 0);

        // Nothing chosen, and no reason that nobody gave.
        var refused = await team.SubmitAsync(page, [("Reason", "RaisedOnce"), ("Why", "kept")], form: "#open form");
        Assert.Equal((HttpStatusCode.BadRequest, "kept"), (refused.Status, refused.Value("Why")));
        var passage = page.Document.QuerySelector("input[name=e]")!.GetAttribute("value")!;
        refused = await team.SubmitAsync(page, [("e", passage), ("Reason", ""), ("Why", "")], form: "#open form");
        Assert.Equal((HttpStatusCode.BadRequest, "Reason"), (refused.Status, Assert.Single(refused.InvalidFields)));
        refused = await team.SubmitAsync(page, [("e", passage), ("Reason", "Other"), ("Why", "")], form: "#open form");
        Assert.Equal((HttpStatusCode.BadRequest, "Reason"), (refused.Status, Assert.Single(refused.InvalidFields)));
        Assert.True(refused.Document.QuerySelector($"#e-{passage}")!.HasAttribute("checked"));

        var done = await team.SubmitAsync(page, [("e", passage), ("Reason", "Other"), ("Why", "It speaks of another paper.")], form: "#open form");
        Assert.Equal(before - 1, done.Document.QuerySelectorAll("input[type=checkbox][name=e]").Length);
        Assert.Contains("It speaks of another paper.", done.Text, StringComparison.Ordinal);
        var back = await team.SubmitAsync(done, [], form: "form[action*='handler=TakeBack']");
        Assert.Equal(before, back.Document.QuerySelectorAll("input[type=checkbox][name=e]").Length);
    }

    private static int[] Numbers(IElement row) => [.. row.QuerySelectorAll("td").Select(cell => int.Parse(cell.TextContent, System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture))];

    private static Dictionary<int, string> StatesOf(IDocument page) => page.QuerySelectorAll(".gates > li")
        .ToDictionary(gate => int.Parse(gate.Id!["gate-".Length..], System.Globalization.CultureInfo.InvariantCulture), gate => gate.QuerySelector(":scope > .tag")!.TextContent.Trim());
}
