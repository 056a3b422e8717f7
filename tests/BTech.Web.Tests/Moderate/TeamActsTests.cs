using System.Reflection;
using System.Text.RegularExpressions;
using BTech.Team.Audit;
using BTech.Testing;
using BTech.Web.Pages.Moderate;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace BTech.Web.Tests.Moderate;

/// <summary>What the project team does stands in the audit, and nothing by which a line could be laid beside a text.</summary>
public sealed class TeamActsTests(SampleSite site) : IClassFixture<SampleSite>
{
    [Fact]
    public void EveryForm_OfTheProjectTeam_SaysWhatTheAuditCallsIt()
    {
        var silent = typeof(ReadersDesk).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(PageModel)) && type.Namespace!.StartsWith(typeof(ReadersDesk).Namespace!, StringComparison.Ordinal))
            .SelectMany(page => page.GetMethods(BindingFlags.Instance | BindingFlags.Public))
            .Where(method => method.Name.StartsWith("OnPost", StringComparison.Ordinal) && method.GetCustomAttribute<AuditedAttribute>() is null)
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}").ToList();
        Assert.Empty(silent);
    }

    [Fact]
    public async Task TakingBack_AndKeeping_LeaveALineEachWithoutTheInput()
    {
        using var team = await site.SignInAsync("moderator");
        var input = await site.InputAsync("We receive several hundred thousand reports");
        var address = $"/moderate/inputs/{input.Id}";
        var before = await LinesAsync();
        await team.SubmitAsync(await team.GetAsync(address), [], form: "form[action*='handler=Undo']");
        await team.SubmitAsync(await team.GetAsync(address), [], form: "form[action*='handler=Keep']");
        var lines = (await LinesAsync()).Except(before).OrderBy(line => line.Number).ToList();
        Assert.Equal(["decision on an input taken back", "input kept"], lines.Select(line => line.Action));
        Assert.All(lines, line => Assert.Equal(("moderator@example.org", "b-tech/2"), (line.Who, line.Subject)));
        Assert.DoesNotContain(lines, line => Regex.IsMatch(line.Action + line.Subject, "[0-9a-f]{8}-[0-9a-f]{4}"));
    }

    [Fact]
    public async Task WhatWasRefused_LeavesNoLine()
    {
        using var team = await site.SignInAsync("moderator");
        var input = await site.InputAsync("We receive several hundred thousand reports");
        var before = await LinesAsync();
        var refused = await team.SubmitAsync(await team.GetAsync($"/moderate/inputs/{input.Id}"), [("SetAsideReason", "")], form: "form[action*='handler=SetAside']");
        Assert.Equal(400, (int)refused.Status);
        Assert.Equal(before, await LinesAsync());
    }

    [Fact]
    public async Task WhatFoundNothingToDo_LeavesNoLine()
    {
        using var team = await site.SignInAsync("moderator");
        var input = await site.InputAsync("A closed space for companies");
        var page = await team.GetAsync($"/moderate/inputs/{input.Id}");
        await site.Host.Database.ExecuteAsync($"INSERT INTO record.withdrawal (input_id) VALUES ('{input.Id}')");
        var before = await LinesAsync();
        await team.SubmitAsync(page, [("SetAsideReason", "trial")], form: "form[action*='handler=SetAside']");
        await team.SubmitAsync(page, [("Sentences", "1"), ("Reason", "who")], form: "form.coding");
        Assert.Equal(before, await LinesAsync());
    }

    private async Task<IReadOnlyList<AuditLine>> LinesAsync()
    {
        await using var scope = site.Host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AuditTrail>().PageAsync(1, 500, CancellationToken.None);
    }
}
