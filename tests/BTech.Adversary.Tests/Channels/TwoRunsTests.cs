using System.Text.RegularExpressions;
using BTech.Adversary.Tests.Scenarios;
using BTech.People.Invitations;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Jobs;

namespace BTech.Adversary.Tests.Channels;

/// <summary>
/// The same people, the same clock, the same staff, other authors: what staff see, what the audit holds and how many rows there are anywhere is
/// the same, before the seal and while one of those who wrote, or did not, is revoked.
/// </summary>
public sealed partial class TwoRunsTests
{
    private static readonly DateTimeOffset Start = new(2031, 3, 4, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    [Invariant(13, 14, 29)]
    [LeakChannel(16, 25, 30)]
    public async Task Everything_OtherPeopleWrite_LooksTheSame()
    {
        var some = await RunAsync([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], drafters: [11]);
        var others = await RunAsync([12, 13], drafters: [0, 4]);
        var nobody = await RunAsync([], drafters: []);
        foreach (var other in new[] { others, nobody })
        {
            Assert.Equal(some.Keys.Order(StringComparer.Ordinal), other.Keys.Order(StringComparer.Ordinal));
            Assert.All(some, seen => Assert.True(seen.Value == other[seen.Key], $"{seen.Key} differs:\n{seen.Value}\n---\n{other[seen.Key]}"));
        }
        Assert.True(some.Count(seen => seen.Key.StartsWith('/')) >= 12, string.Join('\n', some.Keys));
        Assert.Contains("staff added", some["audit"], StringComparison.Ordinal);
    }

    /// <summary>What can be seen, by place.</summary>
    private static async Task<Dictionary<string, string>> RunAsync(int[] senders, int[] drafters)
    {
        await using var host = await TestHost.StartAsync();
        host.Clock.SetUtcNow(Start);
        var people = await InvitedPeople.OpenAsync(host, 16, ["companies", "states"]);
        using var administrator = await StaffAsync(host, "administrator", StaffRole.Administrator);
        using var moderator = await StaffAsync(host, "moderator", StaffRole.Moderator);
        foreach (var person in senders) await people.SendAsync(person, $"ZQ{person}QZ");
        foreach (var person in drafters)
        {
            using var visitor = await people.EnterAsync(person);
            await InvitedPeople.TypeAsync(visitor, $"ZQ{person}QZ, not sent");
        }
        await host.RunAsync<MixJob>();
        await host.RunAsync<AnnouncementJob>();
        // One who wrote in the first run and not in the others.
        await host.WithAsync<InvitationList>(list => list.RevokeAsync(people.Invitations[3], default));

        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        await WalkAsync(administrator, "/admin", "administrator", seen);
        await WalkAsync(moderator, "/moderate", "moderator", seen);
        using (var anyone = host.NewVisitor()) await WalkAsync(anyone, "/", "anyone", seen);
        // Somebody who has only looked, and is told how many were invited.
        using (var newcomer = await people.EnterAsync(15)) seen["the set size"] = Plain((await newcomer.GetAsync("/participate")).Text);
        // To those who wrote in one of the runs and not in another, speaking on the record is the same.
        foreach (var person in new[] { 0, 12 })
        {
            using var speaker = await people.EnterAsync(person);
            seen[$"on the record, {person}, before"] = Plain((await speaker.GetAsync("/participate/on-record")).Text);
            var look = await speaker.SubmitAsync(await speaker.GetAsync("/participate/on-record"), [("Capacity", "Person"), ("Text", "I say this openly.")], button: "[value=look]");
            seen[$"on the record, {person}, look"] = Plain(look.Text);
            seen[$"on the record, {person}, after"] = Plain((await speaker.SubmitAsync(look, [("Agreed", "true")], button: "[value=agree]")).Text);
        }
        Assert.Contains("Handed in, not published yet", seen["on the record, 0, after"], StringComparison.Ordinal);
        seen["rehearsal"] = Plain((await administrator.SubmitAsync(await administrator.GetAsync("/admin/windows/b-tech/1/seal"), form: "#rehearse")).Text);
        seen["audit"] = string.Join('\n', await host.Database.ListAsync("SELECT action || ' ' || (subject IS NULL)::text FROM team.audit_entry ORDER BY number"));
        foreach (var table in await host.Database.ListAsync("SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables WHERE table_schema IN ('agenda', 'team', 'people', 'record') AND table_type = 'BASE TABLE'"))
            seen[$"rows of {table}"] = (await host.Database.ListAsync($"SELECT count(*) FROM {table}"))[0];
        return seen;
    }

    /// <summary>Every page that links lead to, below this one.</summary>
    private static async Task WalkAsync(FormClient visitor, string from, string who, Dictionary<string, string> seen)
    {
        var (known, open) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>([from]));
        while (open.TryDequeue(out var address))
        {
            if (!known.Add(Plain(address))) continue;
            var page = await visitor.GetAsync(address);
            seen[$"{Plain(address)} ({who})"] = $"{(int)page.Status} {Plain(page.Text)}";
            foreach (var link in page.Document.QuerySelectorAll("a[href]").Select(link => new Uri(page.Address, link.GetAttribute("href"))))
                if (link.Host == page.Address.Host && link.AbsolutePath.StartsWith(from, StringComparison.Ordinal) && !Elsewhere().IsMatch(link.AbsolutePath)) open.Enqueue(link.PathAndQuery);
        }
    }

    private static async Task<FormClient> StaffAsync(TestHost host, string name, StaffRole role)
    {
        await host.AddStaffAsync(name, null, role);
        var visitor = host.NewVisitor();
        await visitor.SubmitAsync(await visitor.GetAsync("/account/login"), [("Email", $"{name}@example.org"), ("Password", TestStaff.Password)]);
        return visitor;
    }

    /// <summary>Without what is random in every run.</summary>
    private static string Plain(string text) => Random().Replace(text, "#");

    [GeneratedRegex("[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|[0-9a-f]{32,}")]
    private static partial Regex Random();

    [GeneratedRegex("^/(ar|fr|es|ru|zh)(/|$)|/(css|js|img|fonts|participate|follow-up)/")]
    private static partial Regex Elsewhere();
}
