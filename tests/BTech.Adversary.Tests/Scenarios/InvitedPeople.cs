using System.Globalization;
using System.Net;
using System.Text;
using BTech.Agenda;
using BTech.People.Invitations;
using BTech.Record.Sealing;
using BTech.Testing;
using BTech.Web.Crossings;
using BTech.Web.Jobs;

namespace BTech.Adversary.Tests.Scenarios;

/// <summary>An open window with people in it, by number, who come in over HTTP: what the smaller attacks are made on.</summary>
internal sealed class InvitedPeople(TestHost host, Guid window, IReadOnlyList<Guid> invitations, IReadOnlyList<string> codes)
{
    public TestHost Host => host;

    public Guid Window => window;

    /// <summary>The code in each person's link.</summary>
    public IReadOnlyList<string> Codes => codes;

    public IReadOnlyList<Guid> Invitations => invitations;

    /// <summary>Opens a window for so many, spread over the groups.</summary>
    public static async Task<InvitedPeople> OpenAsync(TestHost host, int count, string[] groups)
    {
        var window = Guid.NewGuid();
        await OpenWindow.AnnounceAsync(host, window, groups);
        var csv = new StringBuilder("name,role,organisation,group,email,language\n");
        for (var person = 0; person < count; person++)
            csv.Append(CultureInfo.InvariantCulture, $"{Name(person)},Officer {person:00},Example Organisation {person / 2:00},{groups[person % groups.Length]},{Email(person)},en\n");
        var report = await OpenWindow.InviteAsync(host, window, csv.ToString(), groups);
        var invitations = report.OrderBy(invited => invited.Email, StringComparer.Ordinal).Select(invited => invited.InvitationId).ToList();
        var codes = new List<string>();
        foreach (var invitation in invitations) codes.Add(await host.WithAsync<InvitationList, string>(list => list.MintLinkAsync(invitation, default)));
        return new InvitedPeople(host, window, invitations, codes);
    }

    public static string Name(int person) => string.Create(CultureInfo.InvariantCulture, $"Person Number{person:000}");

    public static string Email(int person) => string.Create(CultureInfo.InvariantCulture, $"person{person:000}@example.org");

    /// <summary>A browser of that person's, past the Rule.</summary>
    public async Task<FormClient> EnterAsync(int person)
    {
        var visitor = host.NewVisitor();
        var page = await visitor.SubmitAsync(await visitor.GetAsync($"/participate/{codes[person]}"));
        if (page.Address.AbsolutePath == "/participate/rule") await visitor.SubmitAsync(page, [("Accepted", "true")]);
        return visitor;
    }

    /// <summary>Types into the first focus area and saves.</summary>
    public static async Task TypeAsync(FormClient visitor, string text)
    {
        var page = await visitor.SubmitAsync(await visitor.GetAsync("/participate/focus-areas/1"), [("Text", text)], "form[data-autosave]");
        Assert.True(page.Status == HttpStatusCode.OK, $"{page.Status} at {page.Address}");
    }

    /// <summary>Comes in, writes, sends and keeps the follow-up code.</summary>
    public async Task<string> SendAsync(int person, string text)
    {
        using var visitor = await EnterAsync(person);
        await TypeAsync(visitor, text);
        return await SendAsync(visitor);
    }

    /// <summary>Sends what was typed and keeps the follow-up code.</summary>
    public static async Task<string> SendAsync(FormClient visitor)
    {
        var sent = await visitor.SubmitAsync(await visitor.GetAsync("/participate/check"), button: "button[value=send]");
        var code = sent.Document.QuerySelector("[data-follow-up-code]")!.TextContent;
        await visitor.SubmitAsync(sent, form: "form:has([value=keep])", button: "[value=keep]");
        return code;
    }

    /// <summary>Who is behind each author tag, by the tag in hexadecimal; only while the key is there, and only for the test.</summary>
    public async Task<IReadOnlyDictionary<string, int>> OwnersOfTagsAsync()
    {
        var key = await File.ReadAllBytesAsync(Path.Combine(host.KeysFolder, "windows", window.ToString("D"), "tag.key"));
        return invitations.Select((invitation, person) => (Tag: Convert.ToHexString(AuthorTag.Of(key, window, invitation)), person)).ToDictionary(owner => owner.Tag, owner => owner.person);
    }

    /// <summary>Closes the window by the clock and seals it.</summary>
    public async Task<SealOutcome> SealAsync()
    {
        // The consent of two persons, as the team's page stores it.
        await host.Database.ExecuteAsync($"INSERT INTO team.seal_authorisation (window_id, first_id, second_id, given_at) VALUES ('{window}', gen_random_uuid(), gen_random_uuid(), now())");
        host.Clock.SetUtcNow(host.Clock.GetUtcNow().AddDays(29));
        await host.RunAsync<SealJob>();
        return await host.WithAsync<WindowSealing, SealOutcome>(sealing => sealing.SealAsync(window, new StaffId(Guid.NewGuid()), new StaffId(Guid.NewGuid()), default));
    }
}
