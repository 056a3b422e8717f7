using System.Text.RegularExpressions;
using BTech.Testing;

namespace BTech.Web.Tests.Moderate;

/// <summary>
/// What was set aside, withdrawn or masked is met nowhere: every page that the team and everybody else can reach by links is walked, with the three
/// texts coded, used as evidence, translated, noted and listed before. Copies of the inputs are looked through in <see cref="ExportPagesTests"/>.
/// </summary>
public sealed partial class ExitTests(SampleSite site) : IClassFixture<SampleSite>
{
    private const string Aside = "ZQasideQZ";
    private const string Withdrawn = "ZQwithdrawnQZ";
    private const string Masked = "ZQmaskedQZ";
    private const int MostOfAKind = 2;

    [Fact]
    [Invariant(21)]
    public async Task HiddenWords_OfTextsThatWereUsedEverywhere_AreMetOnNoPage()
    {
        var ids = await site.Host.Database.ListAsync("""
            SELECT DISTINCT i.id::text FROM record.evidence v JOIN record.coded_excerpt e ON e.id = v.excerpt_id JOIN record.sealed_input i ON i.id = e.input_id
            WHERE NOT EXISTS (SELECT FROM record.review_decision d WHERE d.input_id = i.id AND d.is_set_aside) ORDER BY 1 LIMIT 3
            """);
        var words = new[] { Aside, Withdrawn, Masked };
        foreach (var (id, word) in ids.Zip(words)) await UseEverywhereAsync(id, word);
        using var team = await site.SignInAsync("moderator");
        // Before anything is hidden, all three are met: the walk looks where they would be.
        Assert.Equal(words.Order(StringComparer.Ordinal), (await WalkAsync(team, ids)).Met.Keys.Order(StringComparer.Ordinal));

        await HideAsync(ids);
        foreach (var role in new[] { "moderator", "clearance", null })
        {
            using var reader = role is null ? site.Host.NewVisitor() : await site.SignInAsync(role);
            var (met, pages) = await WalkAsync(reader, ids);
            // A translation made before the mask is held back, and shown on its own page alone, where somebody takes the words out.
            Assert.All(met, word => Assert.Equal((Masked, $"/moderate/inputs/{ids[2]}/translation"), (word.Key, word.Value)));
            if (role is "moderator") Assert.True(pages > 60, $"{pages} pages");
        }
        foreach (var word in words)
            Assert.Empty((await team.GetAsync($"/moderate/windows/b-tech/2/inputs?words={word}&copies=each")).Document.QuerySelectorAll("main ol.cards > li"));
    }

    private async Task UseEverywhereAsync(string id, string word)
    {
        var theme = (await site.Host.Database.ListAsync($"SELECT theme_id::text FROM record.coded_excerpt WHERE input_id = '{id}'"))[0];
        await site.Host.Database.ExecuteAsync($"""
            UPDATE record.sealed_input SET text = '{word} ' || text WHERE id = '{id}';
            UPDATE record.coded_excerpt SET start = 0 WHERE input_id = '{id}';
            UPDATE record.coded_excerpt SET memo = '{word}' WHERE input_id = '{id}' AND '{word}' <> '{Masked}';
            INSERT INTO record.harmless_passage (id, input_id, start, "end", decided_by) VALUES (gen_random_uuid(), '{id}', 0, 12, gen_random_uuid());
            INSERT INTO record.split_passage (id, input_id, start, "end", focus_area_number) VALUES (gen_random_uuid(), '{id}', 0, 12, 1);
            INSERT INTO record.dismissed_suggestion (id, input_id, in_translation, start, "end", theme_id, dismissed_by) VALUES (gen_random_uuid(), '{id}', false, 0, 12, '{theme}', gen_random_uuid());
            INSERT INTO record.working_translation (input_id, language, text, is_machine, is_checked, made_by, went_to, receiver, known_masks, written_by)
              VALUES ('{id}', 'fr', '{word} en français', false, false, 'in-house', 1, 'UNOG', ARRAY[]::uuid[], gen_random_uuid());
            DELETE FROM record.search_text; DELETE FROM record.search_ready
            """);
        // A memo and a flag are the team's own words: of a masked text they stay, since nobody knows what they repeat.
        if (word == Masked) return;
        await site.Host.Database.ExecuteAsync($"""
            INSERT INTO record.flag (input_id, note, flagged_by) VALUES ('{id}', '{word}', gen_random_uuid());
            INSERT INTO record.input_memo (id, input_id, text, written_by) VALUES (gen_random_uuid(), '{id}', '{word}', gen_random_uuid())
            """);
    }

    private Task HideAsync(IReadOnlyList<string> ids) => site.Host.Database.ExecuteAsync($"""
        INSERT INTO record.review_decision (input_id, is_set_aside, reason, decided_by) VALUES ('{ids[0]}', true, 'threat', gen_random_uuid())
          ON CONFLICT (input_id) DO UPDATE SET is_set_aside = true, reason = 'threat';
        INSERT INTO record.withdrawal (input_id) VALUES ('{ids[1]}');
        INSERT INTO record.mask (id, input_id, start, "end", reason, is_threat, masked_by) VALUES (gen_random_uuid(), '{ids[2]}', 0, {Masked.Length}, 'a test', true, gen_random_uuid());
        DELETE FROM record.search_text; DELETE FROM record.search_ready
        """);

    // Each word with the first page that holds it: every page that links lead to, of those that differ by an id alone a few, and all pages of the three inputs.
    private static async Task<(IReadOnlyDictionary<string, string> Met, int Pages)> WalkAsync(FormClient reader, IReadOnlyList<string> ids)
    {
        var places = Enumerable.Range(1, 9).Select(section => FormattableString.Invariant($"/moderate/reports/2/sections/{section}")).Concat(["/moderate/reports/2", "/moderate/reports/2/preview", "/moderate/reports/2/clearance"])
            .Concat(new[] { "copies=each", "flagged=true", "state=SetAside", "masked=true" }.Select(filter => $"/moderate/windows/b-tech/2/inputs?{filter}"));
        var roots = new[] { "/", "/moderate", "/reports" }.Concat(places).Concat(ids.SelectMany(id => new[] { "", "/coding", "/translation" }.Select(page => $"/moderate/inputs/{id}{page}"))).ToHashSet(StringComparer.Ordinal);
        var (seen, open, kinds, met, pages) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>(roots), new Dictionary<string, int>(), new Dictionary<string, string>(StringComparer.Ordinal), 0);
        while (open.TryDequeue(out var address))
        {
            var kind = Variable().Replace(address.Split('?')[0], "#");
            if (!seen.Add(address) || (!roots.Contains(address) && (kinds[kind] = kinds.GetValueOrDefault(kind) + 1) > MostOfAKind)) continue;
            var page = await reader.GetAsync(address);
            pages++;
            foreach (var word in new[] { Aside, Withdrawn, Masked }.Where(word => page.Body.Contains(word, StringComparison.Ordinal))) met[word] = met.GetValueOrDefault(word, address);
            foreach (var link in page.Document.QuerySelectorAll("a[href]").Select(link => new Uri(page.Address, link.GetAttribute("href"))))
                if (link.Host == page.Address.Host && Walked().IsMatch(link.AbsolutePath)) open.Enqueue(link.PathAndQuery);
        }
        return (met, pages);
    }

    [GeneratedRegex("^/(moderate|reports|seals|consultations)(/|$)")]
    private static partial Regex Walked();

    [GeneratedRegex(@"[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|(?<=/)[0-9]+")]
    private static partial Regex Variable();
}
