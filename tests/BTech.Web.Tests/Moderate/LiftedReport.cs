using BTech.Testing;

namespace BTech.Web.Tests.Moderate;

/// <summary>What the check of a report stops at, asked of the second person and agreed to, as people do it on the pages.</summary>
internal static class LiftedReport
{
    public const string Why = "Many on the list could have said this.";

    /// <summary>Asks for everything that can be asked for; comes back with the report's page.</summary>
    public static async Task<VisitedPage> AskAsync(FormClient team, string report)
    {
        var page = await team.GetAsync(report);
        while (page.Document.QuerySelector("#check a[href*='/lift/']")?.GetAttribute("href") is { } address)
            page = await team.SubmitAsync(await team.GetAsync(address), [("Category", "NobodyRecognised"), ("Reason", Why)], form: "main form");
        return page;
    }

    /// <summary>Agrees to everything that was asked for; comes back with the clearance page.</summary>
    public static async Task<VisitedPage> AgreeAsync(FormClient clearance, string report)
    {
        var page = await clearance.GetAsync($"{report}/clearance");
        while (page.Document.QuerySelector("#requests form[action$='handler=Agree']") is not null) page = await DecideAsync(clearance, page, "Agree");
        return page;
    }

    /// <summary>Somebody who clears decides that the participants are not asked about the cleared draft.</summary>
    public static async Task LeaveOutCheckAsync(FormClient clearance, string report) =>
        await clearance.SubmitAsync(await clearance.GetAsync($"{report}/check"), [("Reason", "They are asked at a meeting.")], form: "form[action$='handler=LeaveOut']");

    /// <summary>Presses the first button of its kind on the clearance page.</summary>
    public static async Task<VisitedPage> DecideAsync(FormClient clearance, VisitedPage page, string handler)
    {
        var form = page.Document.QuerySelector($"#requests form[action$='handler={handler}']")!;
        await clearance.PostAsync(form.GetAttribute("action")!, [page.Token, new("key", form.QuerySelector("input[name=key]")!.GetAttribute("value")!)]);
        return await clearance.GetAsync(page.Address.AbsolutePath);
    }
}
