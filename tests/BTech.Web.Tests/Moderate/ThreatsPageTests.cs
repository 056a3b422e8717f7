using System.Net;
using BTech.Record.Inputs;
using BTech.Team.Audit;
using BTech.Testing;

namespace BTech.Web.Tests.Moderate;

/// <summary>A threat is out of sight for everybody, and its words are opened by the second person alone, who leaves a line.</summary>
public sealed class ThreatsPageTests(SampleSite site) : IClassFixture<SampleSite>
{
    private const string Page = "/moderate/windows/b-tech/2/threats";

    [Fact]
    [Invariant(29)]
    public async Task Words_OfATextSetAsideAsThreat_AreOpenedByTheSecondPersonAloneAndLeaveALine()
    {
        using var team = await site.SignInAsync("moderator");
        using var second = await site.SignInAsync("clearance");
        Assert.Contains("Nothing in this round", (await team.GetAsync(Page)).Text, StringComparison.Ordinal);
        var input = await site.InputAsync("several hundred thousand reports");
        var open = await team.GetAsync($"/moderate/inputs/{input.Id}");
        await team.PostAsync($"/moderate/inputs/{input.Id}?handler=SetAside", [new("SetAsideReason", SetAsideReasons.Threat), open.Token]);

        var listed = await team.GetAsync(Page);
        Assert.DoesNotContain("hundred thousand reports", listed.Text, StringComparison.Ordinal);
        Assert.Contains("The second person of this round opens the words", listed.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await team.PostAsync(Page + "?handler=Open", [new("Threat", input.Id.ToString()), open.Token])).Status);

        var there = await second.GetAsync(Page);
        Assert.DoesNotContain("hundred thousand reports", there.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await LinesAsync(), line => line.Action == "words of a threat opened");
        var opened = await second.PostAsync(Page + "?handler=Open", [new("Threat", input.Id.ToString()), there.Token]);
        Assert.Contains("hundred thousand reports", opened.Document.QuerySelector("#words")!.TextContent, StringComparison.Ordinal);
        var line = Assert.Single(await LinesAsync(), line => line.Action == "words of a threat opened");
        Assert.Equal("b-tech/2", line.Subject);

        var refused = await second.PostAsync(Page + "?handler=HandOver", [new("Threat", input.Id.ToString()), new("Note", " "), there.Token]);
        Assert.Equal((HttpStatusCode.BadRequest, "Note"), (refused.Status, refused.InvalidFields[0]));
        var passed = await second.PostAsync(Page + "?handler=HandOver", [new("Threat", input.Id.ToString()), new("Note", "The security desk"), there.Token]);
        Assert.Contains("The security desk", passed.Text, StringComparison.Ordinal);
        var back = await second.PostAsync(Page + "?handler=TakeBack", [new("Threat", input.Id.ToString()), there.Token]);
        Assert.DoesNotContain("The security desk", back.Text, StringComparison.Ordinal);
        var gone = await team.GetAsync($"/moderate/inputs/{input.Id}");
        await team.PostAsync($"/moderate/inputs/{input.Id}?handler=Undo", [gone.Token]);
    }

    [Theory]
    [InlineData("administrator")]
    [InlineData("offers")]
    public async Task Threats_ForOthers_AreNotThere(string name)
    {
        using var other = await site.SignInAsync(name);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(Page)).Status);
        using var team = await site.SignInAsync("moderator");
        Assert.Equal(HttpStatusCode.NotFound, (await team.GetAsync("/moderate/windows/b-tech/3/threats")).Status);
    }

    private Task<IReadOnlyList<AuditLine>> LinesAsync() => site.Host.WithAsync<AuditTrail, IReadOnlyList<AuditLine>>(audit => audit.PageAsync(1, 50, default));
}
