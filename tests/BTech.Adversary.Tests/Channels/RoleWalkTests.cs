using System.Buffers;
using System.Net;
using System.Text.RegularExpressions;
using BTech.Adversary.Tests.Scenarios;
using BTech.Testing;
using BTech.Web.Operations;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BTech.Adversary.Tests.Channels;

/// <summary>
/// Every staff page of a site with a sealed round, as every kind of staff and as nobody: by links, and by every address of the site filled in with
/// every id there is. No answer holds somebody who was invited and something that was said.
/// </summary>
public sealed partial class RoleWalkTests
{
    private const string Password = "seven brown bears 7";

    private static int MostOfAKind => ScenarioSize.IsFull ? 200 : 2;

    [Fact]
    [Invariant(21)]
    public async Task Answers_ToEveryRole_NeverHoldAPersonAndAnInput()
    {
        await using var host = await TestHost.StartAsync(settings: new Dictionary<string, string> { ["Demo__Password"] = Password });
        await host.WithAsync<SampleSeed, SampleResult>(seed => seed.RunAsync(again: false, default));
        // Members of the round that is sealed; those who agreed to stand in a published list are named there, and never beside what was said.
        var people = await host.Database.ListAsync("SELECT unnest(array[p.email, p.name, p.id::text, i.id::text]) FROM people.participant p JOIN people.invitation i ON i.participant_id = p.id");
        var inputs = await host.Database.ListAsync("SELECT unnest(array[id::text, left(text, 40)]) FROM record.sealed_input WHERE length(text) > 40");
        Assert.NotEmpty(people);
        Assert.NotEmpty(inputs);
        var (persons, words) = (SearchValues.Create([.. people], StringComparison.OrdinalIgnoreCase), SearchValues.Create([.. inputs], StringComparison.Ordinal));
        var addresses = await AddressesAsync(host);
        var (withPeople, withInputs, refused) = (0, 0, 0);
        foreach (var role in new[] { "administrator", "moderator", "clearance", "offers", null })
        {
            using var visitor = host.NewVisitor();
            if (role is not null)
                Assert.Equal("/account", (await visitor.SubmitAsync(await visitor.GetAsync("/account/login"), [("Email", $"{role}@example.org"), ("Password", Password)])).Address.AbsolutePath);
            // First what links lead to, then what nobody links to.
            var (seen, open) = (new HashSet<string>(StringComparer.Ordinal), new Queue<(string Address, bool IsLinked)>(new[] { "/admin", "/moderate", "/account", "/" }.Select(root => (root, true))));
            var kinds = new Dictionary<(string, bool), int>();
            var isWalked = false;
            while (open.TryDequeue(out var next) || !isWalked)
            {
                if (next.Address is null)
                {
                    isWalked = true;
                    foreach (var filled in addresses) open.Enqueue((filled, false));
                    continue;
                }
                var (address, isLinked) = next;
                // Of pages that differ by an id alone a few are enough in the quick form.
                var kind = (Variable().Replace(address, "#"), isLinked);
                if (!seen.Add(address) || (kinds[kind] = kinds.GetValueOrDefault(kind) + 1) > MostOfAKind) continue;
                var page = await visitor.GetAsync(address);
                if (page.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden) refused++;
                Assert.True((int)page.Status < 500, $"{page.Status} at {address} as {role}");
                var text = WebUtility.HtmlDecode(page.Body);
                var (person, input) = Held(text, persons, words);
                Assert.False(person is not null && input is not null, $"{address} as {role} holds {person} and {input}");
                if (person is not null && role is not null) withPeople++;
                if (input is not null) withInputs++;
                // Whoever is not signed in reads nothing; the way back to where they wanted to go is theirs.
                if (role is null) Assert.DoesNotContain(inputs, word => text.Contains(word, StringComparison.Ordinal) && !address.Contains(word, StringComparison.Ordinal));
                foreach (var link in page.Document.QuerySelectorAll("a[href]").Select(link => new Uri(page.Address, link.GetAttribute("href"))))
                    if (link.Host == page.Address.Host && Staff().IsMatch(link.AbsolutePath)) open.Enqueue((link.PathAndQuery, isLinked));
            }
        }
        // What is looked with finds both where both are: an author who signs.
        // Not one that is set aside, whose words the page does not show.
        var signedInput = (await host.Database.ListAsync("""
            UPDATE record.sealed_input i SET text = text || ' Yours, ' || (SELECT min(email) FROM people.participant)
            WHERE length(text) > 40 AND NOT EXISTS (SELECT FROM record.review_decision d WHERE d.input_id = i.id AND d.is_set_aside) RETURNING id
            """))[0];
        using var reader = host.NewVisitor();
        await reader.SubmitAsync(await reader.GetAsync("/account/login"), [("Email", "moderator@example.org"), ("Password", Password)]);
        var signed = Held(WebUtility.HtmlDecode((await reader.GetAsync($"/moderate/inputs/{signedInput}")).Body), persons, words);
        Assert.True(signed is { Person: not null, Input: not null });
        // A walk that met neither would have gone nowhere.
        Assert.True(withPeople > 3 && withInputs > 3 && refused > 20, $"{withPeople} with people, {withInputs} with inputs, {refused} refused");
    }

    private static (string? Person, string? Input) Held(string text, SearchValues<string> people, SearchValues<string> inputs)
    {
        return (Around(text.AsSpan().IndexOfAny(people)), Around(text.AsSpan().IndexOfAny(inputs)));

        string? Around(int at) => at < 0 ? null : text[at..Math.Min(text.Length, at + 40)];
    }

    /// <summary>Every address of the staff's areas, its parameters filled in with whatever ids the tables hold.</summary>
    private static async Task<IReadOnlyList<string>> AddressesAsync(TestHost host)
    {
        var ids = await host.Database.ListAsync($"""
            (SELECT id::text FROM record.sealed_input LIMIT {MostOfAKind}) UNION ALL (SELECT id::text FROM people.participant LIMIT {MostOfAKind})
            UNION ALL (SELECT id::text FROM people.invitation LIMIT {MostOfAKind}) UNION ALL (SELECT id::text FROM record.summary_report LIMIT {MostOfAKind})
            UNION ALL (SELECT id::text FROM record.theme LIMIT 1) UNION ALL (SELECT id::text FROM record.contributor LIMIT {MostOfAKind})
            """);
        var (slug, rounds) = ((await host.Database.ListAsync("SELECT slug FROM agenda.consultation"))[0], new[] { "1", "2", "3" });
        var routes = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(route => Staff().IsMatch(route)).Distinct().ToList();
        Assert.True(routes.Count > 25, string.Join('\n', routes));
        return [.. routes.SelectMany(route => Fill(route, slug, rounds, ids)).Distinct()];
    }

    private static IEnumerable<string> Fill(string route, string slug, string[] rounds, IReadOnlyList<string> ids)
    {
        if (Parameter().Match(route) is not { Success: true } parameter) return [route];
        var values = parameter.Value switch
        {
            "{slug}" => [slug],
            var kind when kind.Contains(":int", StringComparison.Ordinal) => rounds,
            _ => ids,
        };
        return values.SelectMany(value => Fill(route[..parameter.Index] + value + route[(parameter.Index + parameter.Length)..], slug, rounds, ids));
    }

    [GeneratedRegex("^/(admin|moderate|account)(/|$)")]
    private static partial Regex Staff();

    [GeneratedRegex(@"\{(?<name>\w+)[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|(?<==)[^&]+")]
    private static partial Regex Variable();
}
