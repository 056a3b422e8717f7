using System.Net;
using System.Text;
using BTech.Record.Sealing;
using BTech.Testing;

namespace BTech.Adversary.Tests;

/// <summary>An attacker with the whole server, before the seal and after it (invariants 1 to 9, 26 and 27 of docs/anonymity.md).</summary>
[Collection(nameof(OneAtATime))]
public sealed class WholeServerTests(FiftyParticipants all) : IClassFixture<FiftyParticipants>
{
    [Fact]
    [Invariant(7)]
    [LeakChannel(9, 10)]
    public void Search_BeforeTheSeal_FindsNoTextAnywhere()
    {
        Assert.Empty(all.Written.Find(all.AllWords));
        Assert.Empty(all.Mixed.Find(all.AllWords));
    }

    [Fact]
    [Invariant(7)]
    public void Search_AfterTheSeal_FindsSentTextsInTheRecordAlone()
    {
        Assert.True(all.Outcome.IsSealed);
        Assert.Equal(FiftyParticipants.Senders, all.Sealed.Table("record.sealed_input").Rows.Count);
        var tables = all.Sealed.Find(Enumerable.Range(0, FiftyParticipants.Senders).Select(all.Sent)).Where(place => !place.StartsWith('/'));
        Assert.Equal(["record.sealed_input.text"], tables);
    }

    [Fact]
    [Invariant(26)]
    public void Search_AfterTheSeal_FindsNothingUnsent() =>
        Assert.Empty(all.Sealed.Find(Enumerable.Range(0, FiftyParticipants.Everybody).Select(all.Unsent)));

    [Fact]
    public async Task Search_PlantedLeak_IsFound()
    {
        // The search itself is tried: one draft in a side table, one in base 64, one in a file.
        await all.ExecuteAsync($"""
            CREATE TABLE agenda.planted AS SELECT 'x {all.Unsent(45)} y' AS plain, encode(convert_to('so {all.Unsent(46)} and so on', 'UTF8'), 'base64') AS coded
            """);
        var file = Path.Combine(all.Host.Folder, "planted.log");
        await File.WriteAllTextAsync(file, $"POST {all.Unsent(47)}", Encoding.Unicode);
        try
        {
            var artefacts = await all.CollectAsync();
            Assert.Contains("agenda.planted.plain", artefacts.Find([all.Unsent(45)]));
            Assert.Contains("agenda.planted.coded", artefacts.Find([all.Unsent(46)]));
            Assert.Contains(file, artefacts.Find([all.Unsent(47)]));
            Assert.Contains(artefacts.Find([all.Unsent(45)]), place => place.Contains("pg_wal", StringComparison.Ordinal) || place.Contains("/base/", StringComparison.Ordinal));
        }
        finally
        {
            await all.ExecuteAsync("DROP TABLE agenda.planted");
            File.Delete(file);
        }
    }

    [Fact]
    [Invariant(9)]
    [LeakChannel(11)]
    public void Boxes_AfterFiftyWrote_AreAsManyAndAsLongAsBefore()
    {
        foreach (var artefacts in new[] { all.Before, all.Written, all.Mixed })
        {
            var boxes = artefacts.Table("record.box");
            Assert.Equal(FiftyParticipants.Everybody, boxes.Rows.Count);
            Assert.Equal([32 * 1024], boxes.Column("box").Select(box => box!.Length).Distinct());
        }
        Assert.Equal(all.Before.Table("record.box").Texts("tag").Order(), all.Mixed.Table("record.box").Texts("tag").Order());
        Assert.Empty(all.Sealed.Table("record.box").Rows);
    }

    [Fact]
    [Invariant(28)]
    public void Boxes_TwoSnapshotsAfterMixes_DifferInEachRow()
    {
        var before = ByTag(all.Before);
        Assert.All(ByTag(all.Mixed), box => Assert.False(box.Value.AsSpan().SequenceEqual(before[box.Key])));
    }

    [Fact]
    [Invariant(6)]
    [LeakChannel(2, 3, 4)]
    public void Boxes_AfterAMix_ComeFromOneTransactionInAnOrderThatSaysNothing()
    {
        Assert.Single(all.Mixed.Table("record.box").Texts("xmin").Distinct());
        Assert.True(all.Written.Table("record.box").Texts("xmin").Distinct().Count() > 1);
        // Writing order comes out of the dump before the mix; after it only chance agrees.
        var written = all.Written.Table("record.box");
        var byTime = written.Texts("xmin").Zip(written.Column("tag")).OrderBy(row => uint.Parse(row.First, System.Globalization.CultureInfo.InvariantCulture))
            .Select(row => Convert.ToHexString(row.Second!)).ToList();
        var mixed = all.Mixed.Table("record.box").Column("tag").Select(tag => byTime.IndexOf(Convert.ToHexString(tag!))).ToList();
        Assert.True(Independence.Deviation(mixed) < Independence.OneInAMillion);
    }

    [Fact]
    [Invariant(6)]
    [LeakChannel(2, 3, 4)]
    public void Record_AfterTheSeal_ComesFromOneTransactionInAnOrderThatSaysNothing()
    {
        var record = all.Sealed.Table("record.sealed_input");
        Assert.Single(record.Texts("xmin").Concat(all.Sealed.Table("record.contributor").Texts("xmin")).Distinct());
        var order = record.Texts("text").Select(text => all.Order.ToList().FindIndex(person => text.StartsWith(all.Sent(person), StringComparison.Ordinal))).ToList();
        Assert.DoesNotContain(-1, order);
        var ranks = order.Select(place => order.Count(other => other < place)).ToList();
        Assert.True(Independence.Deviation(ranks) < Independence.OneInAMillion);
    }

    [Fact]
    [Invariant(5)]
    [LeakChannel(1, 19)]
    public void People_WhileFiftyWrote_DidNotMove()
    {
        foreach (var table in all.Before.Tables.Where(table => table.Name.StartsWith("people.", StringComparison.Ordinal)))
            Assert.Equal(table.Rows.Select(Line), all.Mixed.Table(table.Name).Rows.Select(Line));
    }

    [Fact]
    [Invariant(2)]
    public void Values_OfThePeopleSide_OccurNowhereOnTheRecordSide()
    {
        foreach (var artefacts in new[] { all.Mixed, all.Sealed })
        {
            var people = Values(artefacts, "people.");
            var shared = Values(artefacts, "agenda.");
            var both = Values(artefacts, "record.").Intersect(people).Except(shared).ToList();
            Assert.Empty(both);
        }
    }

    [Fact]
    [Invariant(27)]
    public void Values_OfTheBoxes_OccurNowhereInTheRecord()
    {
        var boxes = all.Mixed.Table("record.box");
        var runs = boxes.Column("box").Concat(boxes.Column("tag")).SelectMany(value => value!.Chunk(16).Where(run => run.Length == 16).Select(Convert.ToHexString)).ToHashSet();
        foreach (var name in new[] { "record.contributor", "record.sealed_input", "record.seal_page" })
            foreach (var row in all.Sealed.Table(name).Rows)
                foreach (var value in row.Where(value => value?.Length >= 16))
                    for (var at = 0; at + 16 <= value!.Length; at++)
                        Assert.DoesNotContain(Convert.ToHexString(value, at, 16), runs);
    }

    [Fact]
    [Invariant(1)]
    public async Task Schemas_OfTheTwoSides_ShareNoKeyViewTriggerOrGrant()
    {
        Assert.Equal(0L, await all.AskAsync<long>("""
            SELECT count(*) FROM pg_constraint c JOIN pg_class a ON a.oid = c.conrelid JOIN pg_class b ON b.oid = c.confrelid
            WHERE c.contype = 'f' AND a.relnamespace <> b.relnamespace
            """));
        Assert.Equal(0L, await all.AskAsync<long>("SELECT count(*) FROM pg_views WHERE schemaname IN ('agenda', 'team', 'people', 'record')"));
        Assert.Equal(0L, await all.AskAsync<long>("""
            SELECT count(*) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
            WHERE NOT t.tgisinternal AND c.relnamespace <> p.pronamespace
            """));
        foreach (var role in new[] { "agenda", "team", "people", "record" })
            foreach (var schema in new[] { "agenda", "team", "people", "record" })
                Assert.Equal(role == schema, await all.AskAsync<bool>($"SELECT has_schema_privilege('consult_{role}', '{schema}', 'USAGE')"));
        Assert.Equal(0L, await all.AskAsync<long>("""
            SELECT count(*) FROM pg_auth_members m JOIN pg_roles member ON member.oid = m.member JOIN pg_roles role ON role.oid = m.roleid
            WHERE member.rolname LIKE 'consult\_%' AND role.rolname LIKE 'consult\_%'
            """));
    }

    [Fact]
    [Invariant(3)]
    public void Columns_OfTheVoiceTables_AreTheListedOnes()
    {
        var found = all.Sealed.Tables.Where(table => table.Name.StartsWith("record.", StringComparison.Ordinal) && VoiceTables.Names.Contains(table.Name["record.".Length..]))
            .SelectMany(table => table.Types.Select((type, index) => $"{table.Name["record.".Length..]}.{table.Columns[index]} {type}"));
        Assert.Equal(VoiceTables.Columns.Order(), found.Order());
    }

    [Fact]
    [Invariant(3)]
    [LeakChannel(6, 8)]
    public async Task Columns_OfTheRecordSide_HoldNoTimeSequenceAddressOrShapelessThing()
    {
        foreach (var table in all.Sealed.Tables.Where(table => table.Name.StartsWith("record.", StringComparison.Ordinal) && !table.Name.Contains("Migrations", StringComparison.Ordinal)))
            for (var index = 0; index < table.Types.Count; index++)
                if ($"{table.Name}.{table.Columns[index]}" != "record.window_state.closes_at")
                    Assert.DoesNotMatch("timestamp|time|inet|json", table.Types[index]);
        Assert.Equal(0L, await all.AskAsync<long>("SELECT count(*) FROM pg_sequences WHERE schemaname = 'record'"));
        Assert.Equal(0L, await all.AskAsync<long>("SELECT count(*) FROM information_schema.columns WHERE table_schema = 'record' AND is_identity = 'YES'"));
    }

    [Fact]
    [Invariant(4)]
    [LeakChannel(7)]
    public void Ids_OfTheRecord_AreRandom()
    {
        foreach (var name in new[] { "record.contributor", "record.sealed_input" })
            Assert.All(all.Sealed.Table(name).Texts("id"), id => Assert.Equal('4', id[14]));
    }

    [Fact]
    [Invariant(8, 25)]
    public void Keys_AfterTheSeal_AreGone() =>
        Assert.False(Directory.Exists(Path.Combine(all.Host.KeysFolder, "windows", all.Window.ToString("D"))));

    [Fact]
    [Invariant(19, 25)]
    public async Task FollowUp_WithTheCode_SaysWhetherTheWordsAreInTheRecord()
    {
        using var author = all.Host.NewVisitor();
        var page = await author.GetAsync("/follow-up");
        Assert.False(page.Headers.Contains("Set-Cookie"));
        var text = $"{all.Sent(12)} {new string('w', 12 * 40)}";
        var right = await author.SubmitAsync(page, [("Code", all.Codes[12].ToLowerInvariant()), ("Text", text)]);
        Assert.Contains("unaltered", right.Text, StringComparison.Ordinal);
        var altered = await author.SubmitAsync(page, [("Code", all.Codes[12]), ("Text", text + "!")]);
        var unknown = await author.SubmitAsync(page, [("Code", Record.Boxes.FollowUpCode.New().ToString()), ("Text", text)]);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (altered.Status, unknown.Status));
        Assert.Equal(Answer(altered), Answer(unknown));
        Assert.DoesNotContain("unaltered", unknown.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await author.SubmitAsync(page, [("Code", "not a code"), ("Text", "kept")])).Status);
    }

    [Fact]
    [Invariant(19)]
    [LeakChannel(26)]
    public async Task FollowUp_ManyWrongTries_AreSlowedDown()
    {
        using var guesser = all.Host.NewVisitor();
        var page = await guesser.GetAsync("/follow-up");
        var last = HttpStatusCode.OK;
        for (var tries = 0; tries < 25 && last == HttpStatusCode.OK; tries++)
            last = (await guesser.SubmitAsync(page, [("Code", Record.Boxes.FollowUpCode.New().ToString()), ("Text", "a guess")])).Status;
        Assert.Equal(HttpStatusCode.TooManyRequests, last);
        all.Host.Clock.Advance(TimeSpan.FromMinutes(11));
        page = await guesser.GetAsync("/follow-up");
        Assert.Equal(HttpStatusCode.OK, (await guesser.SubmitAsync(page, [("Code", Record.Boxes.FollowUpCode.New().ToString()), ("Text", "a guess")])).Status);
    }

    [Fact]
    [Invariant(25)]
    public async Task SealPage_ForAnyone_ShowsBandsAndARootThatRecomputes()
    {
        using var anyone = all.Host.NewVisitor();
        var page = await anyone.GetAsync("/seals/b-tech/1");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.False(page.Headers.Contains("Set-Cookie"));
        Assert.Contains("10 or more", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Seal.", page.Text, StringComparison.Ordinal);
        // The root is 64 random hex digits, which may well hold a "40" of their own.
        var root = page.Document.QuerySelector("[data-merkle-root]")!.TextContent;
        Assert.DoesNotContain("40", page.Text.Replace(root, "", StringComparison.Ordinal), StringComparison.Ordinal);
        var file = await anyone.GetAsync("/seals/b-tech/1/leaves.txt");
        Assert.Equal((HttpStatusCode.OK, "text/plain"), (file.Status, file.ContentHeaders.ContentType?.MediaType));
        var leaves = file.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries).SelectMany(Convert.FromHexString).ToArray();
        Assert.Equal(64 * 32, leaves.Length);
        Assert.Equal(root, Convert.ToHexStringLower(Commitments.Root(leaves)));
        Assert.Equal("public, max-age=1", page.Headers.CacheControl?.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync("/seals/b-tech/7")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync("/seals/b-tech/1/other.txt")).Status);
    }

    private static Dictionary<string, byte[]> ByTag(Artefacts artefacts)
    {
        var boxes = artefacts.Table("record.box");
        return boxes.Column("tag").Zip(boxes.Column("box")).ToDictionary(row => Convert.ToHexString(row.First!), row => row.Second!);
    }

    private static string Answer(VisitedPage page) => page.Document.QuerySelector("[role=status]")!.TextContent;

    private static string Line(byte[]?[] row) => string.Join('|', row.Select(value => value is null ? "" : Convert.ToHexString(value)));

    private static HashSet<string> Values(Artefacts artefacts, string schema) =>
        [.. artefacts.Tables.Where(table => table.Name.StartsWith(schema, StringComparison.Ordinal) && !table.Name.Contains("Migrations", StringComparison.Ordinal))
            .SelectMany(table => table.Rows.SelectMany(row => row.Take(table.Types.Count)))
            .Where(value => value?.Length >= 6).Select(value => Convert.ToHexString(value!))];
}
