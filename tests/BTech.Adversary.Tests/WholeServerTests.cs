using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using BTech.Adversary.Tests.Loot;
using BTech.Adversary.Tests.Scenarios;
using BTech.Record.Sealing;
using BTech.Testing;
using Npgsql;

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
        // The search itself is tried: one draft in a side table, one in base 64, one in a file, one compressed in another.
        await all.Host.Database.ExecuteAsync($"""
            CREATE TABLE agenda.planted AS SELECT 'x {all.Unsent(45)} y' AS plain, encode(convert_to('so {all.Unsent(46)} and so on', 'UTF8'), 'base64') AS coded
            """);
        var file = Path.Combine(all.Host.Folder, "planted.log");
        await File.WriteAllTextAsync(file, $"POST {all.Unsent(47)}", Encoding.Unicode);
        var compressed = Path.Combine(all.Host.Folder, "planted.gz");
        await using (var gzip = new GZipStream(File.Create(compressed), CompressionLevel.Optimal)) await gzip.WriteAsync(Encoding.UTF8.GetBytes($"Text={all.Unsent(48)}&Text={all.Unsent(48)}"));
        try
        {
            var artefacts = await all.CollectAsync();
            Assert.Contains(compressed, artefacts.Find([all.Unsent(48)]));
            Assert.Contains("agenda.planted.plain", artefacts.Find([all.Unsent(45)]));
            Assert.Contains("agenda.planted.coded", artefacts.Find([all.Unsent(46)]));
            Assert.Contains(file, artefacts.Find([all.Unsent(47)]));
            Assert.Contains(artefacts.Find([all.Unsent(45)]), place => place.Contains("pg_wal", StringComparison.Ordinal) || place.Contains("/base/", StringComparison.Ordinal));
        }
        finally
        {
            await all.Host.Database.ExecuteAsync("DROP TABLE agenda.planted");
            File.Delete(file);
            File.Delete(compressed);
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
    [LeakChannel(2, 3, 4, 5, 17)]
    public void Boxes_AfterAMix_ComeFromOneTransactionInAnOrderThatSaysNothing()
    {
        Assert.Single(all.Mixed.Table("record.box").Texts("xmin").Distinct());
        Assert.True(all.Written.Table("record.box").Texts("xmin").Distinct().Count() > 1);
        var known = new Dictionary<string, IReadOnlyList<int>>
        {
            ["inviting"] = [.. Enumerable.Range(0, FiftyParticipants.Everybody)], ["writing"] = all.Order,
            // Without a shuffle a mix would put each box where it lay before, whatever that order was.
            ["places before the mix"] = BoxesBy(all.Written, "ctid"), ["chunks before the mix"] = BoxesBy(all.Written, "chunks of box"),
            ["places at the opening"] = BoxesBy(all.Before, "ctid"),
        };
        SayNothing(known, new() { ["places"] = BoxesBy(all.Mixed, "ctid"), ["chunks"] = BoxesBy(all.Mixed, "chunks of box") });
        SayNothing(known, BoxesInFiles(all.Mixed));
        SayNothing(new() { ["inviting"] = known["inviting"] }, new() { ["places"] = BoxesBy(all.Before, "ctid"), ["chunks"] = BoxesBy(all.Before, "chunks of box") });
        SayNothing(new() { ["inviting"] = known["inviting"] }, BoxesInFiles(all.Before));
        // What is measured with finds the order of writing where it is: in the transactions of the boxes before the mix.
        Assert.True(Independence.Deviation(Places(all.Order, BoxesBy(all.Written, "xmin"))) > Independence.OneInAMillion);
    }

    [Fact]
    [Invariant(6)]
    [LeakChannel(2, 3, 4, 5, 17)]
    public void Record_AfterTheSeal_ComesFromOneTransactionInAnOrderThatSaysNothing()
    {
        var record = all.Sealed.Table("record.sealed_input");
        Assert.Single(record.Texts("xmin").Concat(all.Sealed.Table("record.contributor").Texts("xmin")).Distinct());
        var authors = record.Texts("text").Select(text => all.Order.Single(person => text.StartsWith(all.Sent(person), StringComparison.Ordinal))).ToList();
        var contributors = record.Texts("contributor_id").Zip(authors).ToDictionary(row => row.First, row => row.Second);
        var senders = Enumerable.Range(0, FiftyParticipants.Senders).ToHashSet();
        var known = new Dictionary<string, IReadOnlyList<int>>
        {
            ["inviting"] = [.. senders], ["writing"] = [.. all.Order.Where(senders.Contains)],
            ["places of the boxes"] = [.. BoxesBy(all.Mixed, "ctid").Where(senders.Contains)],
        };
        var lookups = all.Sealed.Table("record.input_lookup");
        var inputs = record.Texts("id").Zip(authors).ToDictionary(row => row.First, row => row.Second);
        SayNothing(known, new()
        {
            ["places of inputs"] = authors,
            ["places of contributors"] = [.. all.Sealed.Table("record.contributor").Texts("id").Select(id => contributors[id])],
            ["places of lookups"] = [.. lookups.Texts("input_id").Select(id => inputs[id])],
        });
        // Rows, and the entries of indexes, as they lie in the files: an index keeps in its bytes the order in which it was filled.
        var names = new ByteFinder(inputs.Concat(contributors).SelectMany(one => Invitee.Spellings(Guid.Parse(one.Key)).Select(spelling => (spelling, one.Value))));
        SayNothing(known, InFiles(all.Sealed, names, FiftyParticipants.Senders));
    }

    [Fact]
    [Invariant(5)]
    [LeakChannel(1, 19)]
    public void People_WhileFiftyWrote_DidNotMove()
    {
        foreach (var table in all.Before.Tables.Where(table => table.Name.StartsWith("people.", StringComparison.Ordinal) && !table.Name.EndsWith(DumpedTable.Dead, StringComparison.Ordinal)))
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
        Assert.Equal(0L, await all.Host.Database.AskAsync<long>("""
            SELECT count(*) FROM pg_constraint c JOIN pg_class a ON a.oid = c.conrelid JOIN pg_class b ON b.oid = c.confrelid
            WHERE c.contype = 'f' AND a.relnamespace <> b.relnamespace
            """));
        Assert.Equal(0L, await all.Host.Database.AskAsync<long>("SELECT count(*) FROM pg_views WHERE schemaname IN ('agenda', 'team', 'people', 'record')"));
        Assert.Equal(0L, await all.Host.Database.AskAsync<long>("""
            SELECT count(*) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
            WHERE NOT t.tgisinternal AND c.relnamespace <> p.pronamespace
            """));
        foreach (var role in new[] { "agenda", "team", "people", "record" })
            foreach (var schema in new[] { "agenda", "team", "people", "record" })
                Assert.Equal(role == schema, await all.Host.Database.AskAsync<bool>($"SELECT has_schema_privilege('consult_{role}', '{schema}', 'USAGE')"));
        Assert.Equal(0L, await all.Host.Database.AskAsync<long>("""
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
        Assert.Equal(0L, await all.Host.Database.AskAsync<long>("SELECT count(*) FROM pg_sequences WHERE schemaname = 'record'"));
        Assert.Equal(0L, await all.Host.Database.AskAsync<long>("SELECT count(*) FROM information_schema.columns WHERE table_schema = 'record' AND is_identity = 'YES'"));
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

    [Fact]
    [LeakChannel(12)]
    public async Task Commits_HaveNoMoments()
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => all.Host.Database.AskAsync<DateTime>("SELECT pg_xact_commit_timestamp(xmin) FROM record.window_state LIMIT 1"));
        Assert.Equal(PostgresErrorCodes.ObjectNotInPrerequisiteState, refused.SqlState);
    }

    [Fact]
    [Invariant(10)]
    [LeakChannel(15)]
    public void Activity_OfTheSitesConnections_ShowsStatementsWithoutValues()
    {
        Assert.Contains("record.box", all.Activity, StringComparison.Ordinal);
        var values = all.OwnerOfTag.Keys.Concat(all.AllWords).Concat(all.People.Codes).Concat(all.People.Invitations.Select(id => id.ToString("D")))
            .Concat(Enumerable.Range(0, FiftyParticipants.Everybody).Select(InvitedPeople.Email)).Append(all.Window.ToString("D"));
        Assert.All(values, value => Assert.DoesNotContain(value, all.Activity, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    [Invariant(14)]
    [LeakChannel(16)]
    public async Task Statistics_AfterTheSeal_NoLongerCountWhatWasWritten()
    {
        Assert.True(all.Changes > FiftyParticipants.Everybody, $"{all.Changes} changes counted");
        // What the site's connections had not reported yet when the seal forgot the rest.
        Assert.True(all.ChangesLeft < all.Changes / 2, $"{all.ChangesLeft} of {all.Changes} changes");
        Assert.Equal(["done"], await all.Host.Database.ListAsync("SELECT outcome FROM record.seal_check WHERE name = 'counters reset'"));
        // Nothing in the product hands such numbers on.
        Assert.DoesNotContain(AppDomain.CurrentDomain.GetAssemblies(), assembly => assembly.GetName().Name is { } name && (name.Contains("OpenTelemetry", StringComparison.Ordinal) || name.Contains("prometheus", StringComparison.OrdinalIgnoreCase)));
        using var anyone = all.Host.NewVisitor();
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync("/metrics")).Status);
    }

    [Fact]
    [LeakChannel(17)]
    public async Task Indexes_OfTheRecordSide_AreOfIdsAlone()
    {
        var indexed = await all.Host.Database.ListAsync("""
            SELECT DISTINCT format('%s %s %s', m.amname, c.relname, format_type(a.atttypid, NULL)) FROM pg_index i
            JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_am m ON m.oid = x.relam JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY(i.indkey)
            WHERE n.nspname = 'record' AND c.relname IN ('box', 'contributor', 'sealed_input', 'input_lookup', 'request_box', 'withdrawal')
            """);
        Assert.NotEmpty(indexed);
        Assert.All(indexed, index => Assert.Matches(@"^btree \w+ (uuid|bytea)$", index));
        Assert.Equal(["pageinspect", "plpgsql"], await all.Host.Database.ListAsync("SELECT extname FROM pg_extension ORDER BY 1"));
    }

    /// <summary>Every order that is known against every order that was found; in figures when one says something.</summary>
    private static void SayNothing(Dictionary<string, IReadOnlyList<int>> known, Dictionary<string, IReadOnlyList<int>> found)
    {
        Assert.NotEmpty(found);
        foreach (var (what, order) in known)
            foreach (var (where, other) in found)
            {
                Assert.Equal(order.Order(), other.Order());
                var deviation = Independence.Deviation(Places(order, other));
                Assert.True(deviation < Independence.OneInAMillion, $"{where} go with {what}: {deviation:0.0} standard deviations");
            }
    }

    /// <summary>Where in the first order the members of the second stand.</summary>
    private static List<int> Places(IReadOnlyList<int> order, IReadOnlyList<int> other) => [.. other.Select(person => order.ToList().IndexOf(person))];

    /// <summary>The owners of the boxes in the order of a column of the dump.</summary>
    private List<int> BoxesBy(Artefacts artefacts, string column)
    {
        var boxes = artefacts.Table("record.box");
        var owners = boxes.Column("tag").Select(tag => all.OwnerOfTag[Convert.ToHexString(tag!)]);
        // The dump itself comes by place.
        return column == "ctid" ? [.. owners] : [.. owners.Zip(boxes.Texts(column)).OrderBy(row => uint.Parse(row.Second, CultureInfo.InvariantCulture)).Select(row => row.First)];
    }

    private Dictionary<string, IReadOnlyList<int>> BoxesInFiles(Artefacts artefacts) =>
        InFiles(artefacts, new ByteFinder(all.OwnerOfTag.Select(owner => (Convert.FromHexString(owner.Key), owner.Value))), FiftyParticipants.Everybody);

    /// <summary>The order of the bytes in each file of a table or an index that names all of them.</summary>
    private static Dictionary<string, IReadOnlyList<int>> InFiles(Artefacts artefacts, ByteFinder names, int everybody) =>
        artefacts.Files.Where(file => file.IsOfTheServer && !file.Name.Contains("pg_wal", StringComparison.Ordinal))
            .Select(file => (file.Name, Order: (IReadOnlyList<int>)[.. names.Find(file.Bytes).Select(hit => hit.Subject).Distinct()]))
            .Where(file => file.Order.Count == everybody).ToDictionary(file => Path.GetFileName(file.Name), file => file.Order);

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
