using System.Net;
using System.Text;
using BTech.Documents.Imports;
using BTech.Record.Disclosure;
using BTech.Record.Imports;
using BTech.Record.Inputs;
using BTech.Record.Matrix;
using BTech.Record.Verification;
using BTech.Testing;
using BTech.Web.Pages.Moderate;
using Microsoft.AspNetCore.DataProtection;

namespace BTech.Web.Tests.Moderate;

/// <summary>What comes by other channels after the seal, from the file to the list, the codes and an export, and back.</summary>
public sealed class ImportPagesTests(SampleSite site) : IClassFixture<SampleSite>
{
    private const string Round = "/moderate/windows/b-tech/2";
    private const string List = Round + "/imports";
    private const string New = List + "/new";

    private const string LimeSurvey = """
        "Response ID","Date submitted","Last page","Start language","IP address","What is your name?","Focus area 1: what is missing?","Anything else that the paper should say?","Do you agree?"
        "7","2019-08-01 10:22:31","4","en","198.51.100.7","Zoé Made-up","Nobody says how zebras are to be asked before a product is sold to them.","The zebra crossing of duties deserves a chapter of its own.","Yes"
        "8","2019-08-02 09:01:00","4","fr","198.51.100.8","Ann Invented","","Those who tend zebras were not asked at all.","No"
        """;

    private static readonly string Note = """
        # Meeting
        ## Focus area 1
        The participants of the meeting spoke of quokkas.

        They did so for an hour.

        ## Lunch
        Everybody liked the quokka cake.
        """;

    [Fact]
    public async Task LimeSurvey_UploadedLookedAtAndAdded_IsInTheListAndGoneWhenTakenBack()
    {
        using var team = await site.SignInAsync("moderator");
        var inputs = await team.GetAsync(Round + "/inputs");
        var list = await team.GetAsync(inputs.Document.QuerySelector($"a[href='{List}']")!.GetAttribute("href")!);
        Assert.Equal("From other channels", list.Heading);
        var form = await team.GetAsync(New);
        var (before, lines) = (await CountAsync(), (Taken: await LinesAsync("texts taken over from another channel"), Back: await LinesAsync("texts from another channel taken back")));
        var check = await ReadAsync(team, form, "results.csv", LimeSurvey, ("Source", "Survey of the keepers"));
        Assert.Equal((HttpStatusCode.OK, "Check what would be added"), (check.Status, check.Heading));
        Assert.Contains("Answers from LimeSurvey", check.Text, StringComparison.Ordinal);
        Assert.Contains("3 texts would be added", check.Text, StringComparison.Ordinal);
        // Who and when: named as let go, no choice for them, and nothing of them in the page.
        Assert.Equal(["Response ID", "Date submitted", "Last page", "Start language", "IP address", "What is your name?"], check.Document.QuerySelectorAll("#let-go li").Select(item => item.TextContent));
        Assert.Equal(["Focus area 1: what is missing?", "Anything else that the paper should say?", "Do you agree?"], check.Document.QuerySelectorAll("#take .cards label").Select(label => label.TextContent.Trim('\u2068', '\u2069')));
        Assert.DoesNotMatch("Zoé|Invented|198\\.51|10:22", SampleSite.Words(check));
        Assert.Equal(["1", "0", ""], check.Document.QuerySelectorAll("#take .cards select option[selected]").Select(option => option.GetAttribute("value")));
        Assert.Equal(before, await CountAsync());
        // Looked at again with other places, then taken.
        var again = await team.SubmitAsync(check, [("Places[1]", ""), ("Then", "look")], form: "#take");
        Assert.Contains("1 text would be added", again.Text, StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync());
        var added = await team.SubmitAsync(again, [("Places[1]", "2"), ("Then", "take")], form: "#take");
        Assert.Equal(List, added.Address.AbsolutePath);
        Assert.Contains("3 texts were added", added.Text, StringComparison.Ordinal);
        Assert.Equal(before + 3, await CountAsync());
        // Sent once more, nothing is added.
        var twice = await team.SubmitAsync(again, [("Places[1]", "2"), ("Then", "take")], form: "#take");
        Assert.Equal((List, before + 3), (twice.Address.AbsolutePath, await CountAsync()));
        Assert.Contains("This was added before", twice.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("3 texts were added", twice.Text, StringComparison.Ordinal);

        var shown = await team.GetAsync(added.Document.QuerySelector($"main .cards a[href*='import={Import(added)}']")!.GetAttribute("href")!);
        Assert.Equal(3, shown.Document.QuerySelectorAll("main ol.cards > li").Length);
        Assert.Equal(3, shown.Document.QuerySelectorAll("main ol.cards h2").Count(heading => heading.TextContent.Contains("Imported text", StringComparison.Ordinal)));
        Assert.Contains("Survey of the keepers", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Anything else that the paper should say?", shown.Text, StringComparison.Ordinal);
        Assert.Equal(3, (await team.GetAsync($"{Round}/inputs?words=zebra")).Document.QuerySelectorAll("main ol.cards > li").Length);
        Assert.Equal(3, (await team.GetAsync($"{Round}/inputs?kind=Imported&words=zebra")).Document.QuerySelectorAll("main ol.cards > li").Length);
        var one = await team.GetAsync(shown.Document.QuerySelector("main ol.cards h2 a")!.GetAttribute("href")!);
        Assert.Contains("Survey of the keepers", one.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("May be paraphrased", one.Text, StringComparison.Ordinal);

        var back = await team.SubmitAsync(twice, form: $"form:has(input[value='{Import(added)}'])");
        Assert.Contains("The import was taken back", back.Text, StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync());
        Assert.Empty((await team.GetAsync($"{Round}/inputs?words=zebra")).Document.QuerySelectorAll("main ol.cards > li"));
        Assert.Equal(HttpStatusCode.NotFound, (await team.GetAsync(one.Address.AbsolutePath)).Status);
        var late = await team.PostAsync(List + "?handler=TakeBack", [new("import", Import(added)), back.Token]);
        Assert.Equal((List, HttpStatusCode.OK), (late.Address.AbsolutePath, late.Status));
        Assert.Equal((lines.Taken + 1, lines.Back + 1), (await LinesAsync("texts taken over from another channel"), await LinesAsync("texts from another channel taken back")));
        Assert.Equal(0L, await LinesAsync("file or note read to be taken over"));
    }

    /// <summary>A note is split by headings; coded, it adds nobody, and is not taken back any more.</summary>
    [Fact]
    [Invariant(23)]
    public async Task Note_AddedAndCoded_CountsForNobodyAndStays()
    {
        using var team = await site.SignInAsync("moderator");
        var check = await team.SubmitAsync(await team.GetAsync(New), [("Note", Note), ("Source", "Notes of the meeting in Tunis")], form: "#read");
        Assert.Equal(["Focus area 1", "Lunch"], check.Document.QuerySelectorAll("#take .cards label").Select(label => label.TextContent.Trim('\u2068', '\u2069')));
        Assert.Contains("1 more paragraph", check.Text, StringComparison.Ordinal);
        var added = await team.SubmitAsync(check, [("Then", "take"), ("Places[1]", "")], form: "#take");
        Assert.Contains("1 text was added", added.Text, StringComparison.Ordinal);
        var input = await site.InputAsync("quokkas");
        var window = await site.WindowAsync(2);
        var before = await MatrixAsync(window.Id);
        var coding = await team.GetAsync($"/moderate/inputs/{input.Id}/coding");
        Assert.Contains("Notes of the meeting in Tunis", coding.Text, StringComparison.Ordinal);
        var theme = coding.Document.QuerySelector("[name=ThemeIds]")!.GetAttribute("value")!;
        var coded = await team.SubmitAsync(coding, [("Sentences", "1"), ("ThemeIds", theme)], form: "form.coding");
        Assert.Equal(HttpStatusCode.OK, coded.Status);
        var after = await MatrixAsync(window.Id);
        var (was, now) = (before.Themes.Single(line => line.Theme.Id == Guid.Parse(theme)), after.Themes.Single(line => line.Theme.Id == Guid.Parse(theme)));
        Assert.Equal((was.Contributors, was.Inputs, 0, 1), (now.Contributors, now.Inputs, was.Imported.Number, now.Imported.Number));
        Assert.Equal(was.ByArea, now.ByArea);
        Assert.Equal(was.ByGroup, now.ByGroup);
        var matrix = await team.GetAsync(Round + "/matrix");
        Assert.Contains("Imported texts stand in a column of their own", matrix.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Imported", (await team.GetAsync(Round + "/matrix?view=public")).Text, StringComparison.Ordinal);
        // Whoever writes a key point sees that it adds nobody, and gets no phrase for it alone.
        var point = await team.GetAsync($"/moderate/reports/2/sections/5/key-point?chosen=true&theme={theme}");
        var excerpt = point.Document.QuerySelectorAll("#Evidence li").Single(item => item.TextContent.Contains("quokkas", StringComparison.Ordinal));
        Assert.Contains("Imported", excerpt.TextContent, StringComparison.Ordinal);
        var wording = await team.GetAsync($"{point.Address.AbsolutePath}?chosen=true&theme={theme}&e={excerpt.QuerySelector("[name=e]")!.GetAttribute("value")}");
        Assert.Contains("This point rests on imported texts alone", wording.Text, StringComparison.Ordinal);
        Assert.Empty(wording.Document.QuerySelectorAll("[name=Attribution]"));
        // It stays.
        Assert.Contains("can no longer be taken back", (await team.GetAsync(List)).Text, StringComparison.Ordinal);
        var refused = await team.PostAsync(List + "?handler=TakeBack", [new("import", Import(added)), check.Token]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Nothing was taken back", refused.Text, StringComparison.Ordinal);
    }

    /// <summary>A copy of the inputs holds imported texts with their source, and says of none what its author allows.</summary>
    [Fact]
    public async Task Export_AfterAnImport_NamesTheSource()
    {
        using var team = await site.SignInAsync("moderator");
        var window = await site.WindowAsync(2);
        await site.Host.WithAsync<ImportBook, ImportResult>(imports => imports.AddAsync(
            Guid.NewGuid(), window.Id, ImportChannel.Document, "Letter of an axolotl", BTech.Languages.Language.English, [new ImportedText(2, "Part one", "Axolotls wrote this.")], default));
        var page = await team.GetAsync($"{Round}/exports");
        using var content = new FormUrlEncodedContent(new[]
        {
            ("Format", "csv"), ("Reason", "a workshop"), ("DeleteBy", DateTime.UtcNow.AddDays(20).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), ("NamesGroups", "true"),
        }.Concat(Admin.Crew.Signed("clearance").Select(field => (field.Item1, field.Item2!))).Select(field => KeyValuePair.Create(field.Item1, field.Item2)).Append(page.Token));
        using var answer = await team.Http.PostAsync(new Uri($"{Round}/exports?handler=Make", UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var lines = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n");
        Assert.Contains(lines, line => line.Contains("What the author allows,Group,Source of an imported text,Text", StringComparison.Ordinal));
        Assert.Matches(@"^\d{12},2,,Imported text,,,Letter of an axolotl / Part one,Axolotls wrote this\.,,,$", lines.Single(line => line.Contains("Axolotls", StringComparison.Ordinal)));
    }

    /// <summary>The checks of an installation look at sealed rows, and imports are none: neither root nor single transaction breaks by them.</summary>
    [Fact]
    public async Task Checks_AfterAnImport_AreAsGreenAsBefore()
    {
        var window = await site.WindowAsync(2);
        var before = await ChecksAsync();
        Assert.Equal(ImportResult.Done, await site.Host.WithAsync<ImportBook, ImportResult>(imports => imports.AddAsync(
            Guid.NewGuid(), window.Id, ImportChannel.Note, "Notes", BTech.Languages.Language.French, [new ImportedText(2, null, "Une note."), new ImportedText(null, null, "Une autre.")], default)));
        Assert.Equal(before, await ChecksAsync());
        Assert.DoesNotContain(await ChecksAsync(), check => check.StartsWith("root Red", StringComparison.Ordinal) || check.StartsWith("order Red", StringComparison.Ordinal));
        Assert.False(await site.Host.WithAsync<Backings, bool>(backings => backings.IsFrozenAsync(window.Id, default)));

        async Task<IReadOnlyList<string>> ChecksAsync() =>
            [.. (await site.Host.WithAsync<RecordChecks, IReadOnlyList<Verified>>(checks => checks.RunAsync(null, default))).Select(check => $"{check.Name} {check.Verdict} {string.Join(',', check.Found)}")];
    }

    [Theory]
    [InlineData("latin.csv", "Texte\nDes mots r\u00e9els\n", "Save it again in that encoding")]
    [InlineData("who.csv", "name,email\nZoé,zoe@example.org\n", "who answered or when")]
    [InlineData("row.csv", "Text,More\nOne,two\nOne\n", "Row 3 of the file")]
    [InlineData("empty.csv", "Text,More\n", "Nothing to read")]
    [InlineData("file.pdf", "Text", "Files of this kind")]
    [InlineData("broken.docx", "PK broken", "no Word document")]
    public async Task BadFile_IsRefusedWithWhatToDo_AndNothingIsStored(string name, string content, string said)
    {
        using var team = await site.SignInAsync("moderator");
        var before = await CountAsync();
        var bytes = name == "latin.csv" ? Encoding.Latin1.GetBytes(content) : Encoding.UTF8.GetBytes(content);
        var page = await ReadAsync(team, await team.GetAsync(New), name, bytes, ("Source", "A survey of 2019"));
        Assert.Equal((HttpStatusCode.BadRequest, "Upload"), (page.Status, Assert.Single(page.InvalidFields.Distinct())));
        Assert.Contains(said, page.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed", page.Text, StringComparison.Ordinal);
        Assert.Equal("A survey of 2019", page.Value("Source"));
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task HundredThousandRows_AreRefusedWithTheNumberThatIsTaken()
    {
        using var team = await site.SignInAsync("moderator");
        var before = await CountAsync();
        var page = await ReadAsync(team, await team.GetAsync(New), "many.csv", "Text,More\n" + string.Concat(Enumerable.Repeat("One.,Two.\n", 100_000)), ("Source", "A survey"));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("more than 2,000 rows", page.Text, StringComparison.Ordinal);
        var large = await ReadAsync(team, await team.GetAsync(New), "large.csv", new byte[ImportFile.Largest + 1], ("Source", "A survey"));
        Assert.Equal(HttpStatusCode.BadRequest, large.Status);
        Assert.Contains("larger than 5 MB", large.Text, StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync());
    }

    /// <summary>As much as is taken at once goes through the page and back, and in.</summary>
    [Fact]
    public async Task LargestTable_GoesThroughTheCheckAndIn()
    {
        using var team = await site.SignInAsync("moderator");
        var random = new Random(7);
        string Text() => string.Join(' ', Enumerable.Range(0, 195).Select(_ => random.Next(1_000_000).ToString("x", System.Globalization.CultureInfo.InvariantCulture))) + " wombat";
        var table = "Comments on area one,Others\n" + string.Concat(Enumerable.Range(0, ImportFile.MostRows).Select(_ => $"{Text()},{Text()}\n"));
        Assert.InRange(table.Length, 4_500_000, ImportFile.Largest);
        var check = await ReadAsync(team, await team.GetAsync(New), "large.csv", table, ("Source", "A large survey"));
        Assert.Contains("4,000 texts would be added", check.Text, StringComparison.Ordinal);
        var added = await team.SubmitAsync(check, [("Then", "take")], form: "#take");
        Assert.Contains("4,000 texts were added", added.Text, StringComparison.Ordinal);
        var back = await team.SubmitAsync(added, form: $"form:has(input[value='{Import(added)}'])");
        Assert.Contains("The import was taken back", back.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WithoutSourceOrTextOrWithBoth_KeepsWhatWasTyped()
    {
        using var team = await site.SignInAsync("moderator");
        var form = await team.GetAsync(New);
        var nothing = await team.SubmitAsync(form, form: "#read");
        Assert.Equal((HttpStatusCode.BadRequest, "Source,Upload"), (nothing.Status, string.Join(',', nothing.InvalidFields.Distinct().Order())));
        var both = await ReadAsync(team, form, "a.csv", LimeSurvey, ("Note", "A note that was typed."), ("Source", "Notes"));
        Assert.Equal((HttpStatusCode.BadRequest, "Upload"), (both.Status, Assert.Single(both.InvalidFields.Distinct())));
        Assert.Equal("A note that was typed.", both.Document.QuerySelector("#Note")!.TextContent.Trim());
        var unread = await team.SubmitAsync(form, [("Note", "# Only a heading"), ("Source", "Notes")], form: "#read");
        Assert.Equal((HttpStatusCode.BadRequest, "Note"), (unread.Status, Assert.Single(unread.InvalidFields.Distinct())));
        Assert.Equal("# Only a heading", unread.Document.QuerySelector("#Note")!.TextContent.Trim());
    }

    /// <summary>What was read cannot be changed on its way: columns that were let go stay out.</summary>
    [Fact]
    public async Task Check_ForgedOrEmptied_ChangesNothing()
    {
        using var team = await site.SignInAsync("moderator");
        var before = await CountAsync();
        var check = await team.SubmitAsync(await team.GetAsync(New), [("Note", Note), ("Source", "Notes")], form: "#read");
        var none = await team.SubmitAsync(check, [("Then", "take"), ("Places[0]", ""), ("Places[1]", "77")], form: "#take");
        Assert.Equal((HttpStatusCode.BadRequest, "Places[0]"), (none.Status, Assert.Single(none.InvalidFields.Distinct())));
        Assert.Contains("Nothing was added", none.Text, StringComparison.Ordinal);
        var unnamed = await team.SubmitAsync(check, [("Then", "take"), ("Source", " ")], form: "#take");
        Assert.Equal((HttpStatusCode.BadRequest, "Source"), (unnamed.Status, Assert.Single(unnamed.InvalidFields.Distinct())));
        var forged = await team.SubmitAsync(check, [("Then", "take"), ("Carried", Convert.ToBase64String("{}"u8))], form: "#take");
        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Contains("Bring the note or the file again", forged.Text, StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync());
    }

    [Theory]
    [InlineData("administrator")]
    [InlineData("offers")]
    [InlineData("clearance")]
    public async Task Imports_ForOthersAndBeforeTheSeal_AreNotThere(string name)
    {
        using (var visitor = await site.SignInAsync(name))
            foreach (var address in new[] { List, New }) Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address)).Status);
        using var team = await site.SignInAsync("moderator");
        var form = await team.GetAsync(New);
        foreach (var round in new[] { 1, 3, 77 })
        {
            foreach (var address in new[] { "imports", "imports/new" }) Assert.Equal(HttpStatusCode.NotFound, (await team.GetAsync($"/moderate/windows/b-tech/{round}/{address}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await team.PostAsync($"/moderate/windows/b-tech/{round}/imports/new?handler=Read", [new("Note", "A note."), new("Source", "Notes"), new("WrittenIn", "en"), form.Token])).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await team.PostAsync($"/moderate/windows/b-tech/{round}/imports/new?handler=Take", [new("Then", "take"), form.Token])).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await team.PostAsync($"/moderate/windows/b-tech/{round}/imports?handler=TakeBack", [new("import", Guid.NewGuid().ToString()), form.Token])).Status);
        }
    }

    /// <summary>A note that was pasted while a role or a round went comes back, to be copied; what the page carried along does not.</summary>
    [Fact]
    public async Task Note_ForARoundThatIsGone_ComesBack()
    {
        using var team = await site.SignInAsync("moderator");
        var form = await team.GetAsync(New);
        const string gone = "/moderate/windows/b-tech/77/imports/new?handler=";
        var read = await team.PostAsync(gone + "Read", [new("Note", "What was said in the meeting."), new("Source", "Notes"), new("WrittenIn", "en"), form.Token]);
        Assert.Equal(HttpStatusCode.NotFound, read.Status);
        Assert.Contains(read.Document.QuerySelectorAll("[data-kept]"), kept => kept.TextContent.Contains("What was said in the meeting.", StringComparison.Ordinal));
        var take = await team.PostAsync(gone + "Take", [new("Carried", "c2VhbGVkIGFuZCBsb25n"), new("Source", "Notes of a meeting"), new("Then", "take"), form.Token]);
        Assert.Equal((HttpStatusCode.NotFound, "Source"), (take.Status, Assert.Single(take.Document.QuerySelectorAll("[data-kept]")).GetAttribute("data-kept")));
    }

    /// <summary>What was read for one round is taken over into no other.</summary>
    [Fact]
    public void Carried_ForAnotherRound_IsNotOurs()
    {
        var (protection, window) = (new EphemeralDataProtectionProvider(), Guid.NewGuid());
        var carried = new CarriedDraft(Guid.NewGuid(), new ImportDraft(ImportChannel.Note, true, [new ImportPart("Part", ["Words."], 1)], []));
        var pieces = carried.Pack(protection, window);
        Assert.Equal(carried.Id, CarriedDraft.Unpack(protection, window, pieces)!.Id);
        Assert.Null(CarriedDraft.Unpack(protection, Guid.NewGuid(), pieces));
    }

    // The import of which the list tells that it was added.
    private static string Import(VisitedPage added) => added.Address.Query[7..];

    private Task<long> CountAsync() => site.Host.Database.AskAsync<long>("SELECT count(*) FROM record.sealed_input");

    private Task<long> LinesAsync(string act) => site.Host.Database.AskAsync<long>($"SELECT count(*) FROM team.audit_entry WHERE action = '{act}'");

    private Task<CodingMatrix> MatrixAsync(Guid window) => site.Host.WithAsync<CodingMatrices, CodingMatrix>(matrices => matrices.OfAsync(window, default));

    private static Task<VisitedPage> ReadAsync(FormClient team, VisitedPage form, string name, string content, params (string, string?)[] values) => ReadAsync(team, form, name, Encoding.UTF8.GetBytes(content), values);

    private static Task<VisitedPage> ReadAsync(FormClient team, VisitedPage form, string name, byte[] content, params (string, string?)[] values) =>
        team.SubmitAsync(form, values, form: "#read", files: new Dictionary<string, (string, byte[])> { ["Upload"] = (name, content) });
}
