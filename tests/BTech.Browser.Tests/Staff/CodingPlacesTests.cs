using BTech.Languages;
using BTech.Testing;
using BTech.Web.Operations;
using Microsoft.Playwright;

namespace BTech.Browser.Tests.Staff;

/// <summary>Places in a text as a browser gives them and as the server counts them, in many scripts; and two browsers at one input.</summary>
public sealed class CodingPlacesTests(House house, CodingPlacesTests.OwnSite site) : IClassFixture<CodingPlacesTests.OwnSite>
{
    // Signs beyond the first plane, families that are one sign of many, marks on letters, both directions in one line, three kinds of line ends, blanks that are none.
    private static readonly string[] Texts =
    [
        "A family 👨‍👩‍👧‍👦 and a flag 🇹🇳 stand here. Then 𝕳𝖊𝖆𝖛𝖞 letters follow!\nA third line, with a “quotation” and 3.14 in it.",
        "Z̵a̶l̷g̸o and q̃, which has no letter of its own, and e\u0301 beside é. Next sentence… And one more?",
        "يجب أن يُحاسَب مَن يبيع الأنظمة 🛡️ لغيره. قال «UN B-Tech 2.0» إنّ العددَ ١٢٫٥ كافٍ؟ ثمّ \u200fانتهى.",
        "这里有一个𠮷字和𪚥。它们在第二平面！还有一个句子，里面有“引号”和emoji🙂。",
        "Это ё и й с ударе́нием. Здесь «кавычки» и 5 000 ₽. Конец 🎯.",
        "Première ligne\u00a0: l’œuvre coûte 3\u202f000 €.\n\nDeuxième paragraphe, après une ligne vide. Fin\u2026",
        "¿Qué pasa con ñ, ü y 🇪🇸🇨🇴? Todo bien. عبارة بالعربية dentro de la línea, y fin.",
    ];

    [Fact]
    public async Task SelectedWords_AnywhereInAnyScript_HaveTheServersPlaces()
    {
        var ids = await PrepareAsync();
        var page = await house.Browser.NewPersonAsync(site.Host.Address, true, 1280);
        await page.SignInAsync("moderator");
        var random = new Random(20261130);
        foreach (var (id, written) in ids.Zip(Texts))
        {
            var text = written.Normalize();
            await page.GotoAsync($"/moderate/inputs/{id}/coding");
            await page.LoadedAsync();
            for (var turn = 0; turn < 12; turn++)
            {
                var (first, last, isOne, start, end) = await SelectAsync(page, random);
                var slice = CodePoints.Slice(text, start, end);
                if (isOne) Assert.Equal(first, slice);
                Assert.StartsWith(first, slice, StringComparison.Ordinal);
                Assert.EndsWith(last, slice, StringComparison.Ordinal);
            }
            // And what is sent is what was selected.
            var (_, _, _, from, to) = await SelectAsync(page, random);
            await page.Locator("[name=ThemeIds]").First.CheckAsync();
            await page.Locator("form.coding button.button").FollowAsync();
            var stored = await site.Host.Database.ListAsync($"SELECT start || '-' || \"end\" FROM record.coded_excerpt WHERE input_id = '{id}'");
            Assert.Equal([FormattableString.Invariant($"{from}-{to}")], stored);
        }
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task TwoBrowsers_AtOneInput_LoseNothing()
    {
        var id = (await PrepareAsync())[0];
        var (one, two) = (await house.Browser.NewPersonAsync(site.Host.Address, true, 1280), await house.Browser.NewPersonAsync(site.Host.Address, true, 1280));
        foreach (var page in new[] { one, two })
        {
            await page.SignInAsync("moderator");
            await page.GotoAsync($"/moderate/inputs/{id}/coding");
            await page.LoadedAsync();
        }
        await GiveAsync(one, "#s1", 0, "from the first");
        await GiveAsync(two, "#s2", 1, "from the second");
        await Assertions.Expect(two.Locator("[role=status]").First).ToContainTextAsync("Somebody else gave themes to this input");
        await Assertions.Expect(two.Locator("#given .cards > li")).ToHaveCountAsync(2);

        // Both change one coding: the later one is told, and has the words still in the box.
        foreach (var page in new[] { one, two })
        {
            await page.GotoAsync($"/moderate/inputs/{id}/coding");
            await page.Locator("#given li").Filter(new() { HasText = "from the first" }).GetByRole(AriaRole.Link).First.FollowAsync();
        }
        await ChangeAsync(one, "changed by the first", isRefused: false);
        await ChangeAsync(two, "changed by the second", isRefused: true);
        await Assertions.Expect(two.Locator("#NewMemo")).ToHaveValueAsync("changed by the second");
        await Assertions.Expect(two.Locator("#given")).ToContainTextAsync("changed by the first");
        await two.Locator("#change button").FollowAsync();
        var memos = await site.Host.Database.ListAsync($"SELECT memo FROM record.coded_excerpt WHERE input_id = '{id}' ORDER BY memo");
        Assert.Equal(["changed by the second", "from the second"], memos);

        // Removed by one while the other still has it open: the other wanted the same, and sees that it is gone.
        await one.GotoAsync($"/moderate/inputs/{id}/coding");
        await two.GotoAsync($"/moderate/inputs/{id}/coding");
        foreach (var page in new[] { one, two }) await page.Locator("#given li").Filter(new() { HasText = "from the second" }).Locator("form[action*=Remove] button").FollowAsync();
        await Assertions.Expect(two.Locator("#given .cards > li")).ToHaveCountAsync(1);
        Assert.Equal(["changed by the second"], await site.Host.Database.ListAsync($"SELECT memo FROM record.coded_excerpt WHERE input_id = '{id}'"));
        await one.Context.CloseAsync();
        await two.Context.CloseAsync();
    }

    // A stretch of the text chosen as a mouse would, from one piece to the same or a later one, never inside a sign.
    private static async Task<(string First, string Last, bool IsOne, int Start, int End)> SelectAsync(IPage page, Random random)
    {
        var chosen = await page.EvaluateAsync<string[]>("""
            async (draws) => {
              const nodes = [...document.querySelectorAll('.sentences [data-start]')].map((piece) => piece.firstChild);
              const at = Math.floor(draws[0] * nodes.length);
              const to = at + Math.floor(draws[1] * (nodes.length - at));
              const cut = (node, draw, least) => {
                const signs = Array.from(node.data);
                const count = least + Math.floor(draw * (signs.length - least));
                return signs.slice(0, count).join('').length;
              };
              const from = cut(nodes[at], draws[2] * 0.6, 0);
              let until = cut(nodes[to], draws[3], 1);
              if (at === to && until <= from) until = nodes[to].data.length;
              const range = document.createRange();
              range.setStart(nodes[at], from);
              range.setEnd(nodes[to], until);
              const selection = document.getSelection();
              const told = new Promise((done) => document.addEventListener('selectionchange', done, { once: true }));
              selection.removeAllRanges();
              selection.addRange(range);
              await told;
              const form = document.querySelector('[data-coding]');
              const first = at === to ? nodes[at].data.slice(from, until) : nodes[at].data.slice(from);
              return [first, at === to ? first : nodes[to].data.slice(0, until), String(at === to), form.elements.Start.value, form.elements.End.value];
            }
            """, new[] { random.NextDouble(), random.NextDouble(), random.NextDouble(), random.NextDouble() });
        return (chosen[0], chosen[1], chosen[2] == "true", int.Parse(chosen[3], System.Globalization.CultureInfo.InvariantCulture), int.Parse(chosen[4], System.Globalization.CultureInfo.InvariantCulture));
    }

    private static async Task GiveAsync(IPage page, string sentence, int theme, string memo)
    {
        await page.CheckAsync(sentence);
        await page.Locator("[name=ThemeIds]").Nth(theme).CheckAsync();
        await page.FillAsync("#Memo", memo);
        await page.Locator("form.coding button.button").FollowAsync();
    }

    private static async Task ChangeAsync(IPage page, string memo, bool isRefused)
    {
        await page.FillAsync("#NewMemo", memo);
        await page.Locator("#change button").FollowAsync(isRefused);
    }

    // Uncoded inputs of the sample's sealed round with texts that are hard on whoever counts.
    private async Task<IReadOnlyList<string>> PrepareAsync()
    {
        var ids = await site.Host.Database.ListAsync($"""
            SELECT i.id::text FROM record.sealed_input i WHERE NOT EXISTS (SELECT FROM record.coded_excerpt e WHERE e.input_id = i.id)
              AND NOT EXISTS (SELECT FROM record.review_decision d WHERE d.input_id = i.id AND d.is_set_aside) ORDER BY i.id LIMIT {Texts.Length}
            """);
        Assert.Equal(Texts.Length, ids.Count);
        foreach (var (id, text) in ids.Zip(Texts))
            await site.Host.Database.ExecuteAsync($"UPDATE record.sealed_input SET text = '{text.Normalize().Replace("'", "''", StringComparison.Ordinal)}' WHERE id = '{id}'");
        return ids;
    }

    /// <summary>A site of its own: changed texts are no longer those that were sealed, which every check of the record sees.</summary>
    public sealed class OwnSite : IAsyncLifetime
    {
        public TestHost Host { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Host = await House.StartSiteAsync();
            await Host.WithAsync<SampleSeed, SampleResult>(seed => seed.RunAsync(again: false, default));
        }

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
