using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using BTech.Record.Exports;
using BTech.Record.FollowUp;
using BTech.Record.Inputs;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Tests.Admin;
using CsvHelper;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace BTech.Web.Tests.Moderate;

/// <summary>Copies of the inputs of the sample's second round: who may take them, what is in them, and what the register says afterwards.</summary>
public sealed class ExportPagesTests(SampleSite site) : IClassFixture<SampleSite>
{
    private const string Exports = "/moderate/windows/b-tech/2/exports";
    private const string Reason = "a workshop on coding";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Invariant(21)]
    public async Task Csv_HoldsEachKeptTextOnce_BetweenTwoRowsWithTheRule()
    {
        using var team = await site.SignInAsync("moderator");
        var file = await DownloadAsync(team, "csv");
        Assert.Equal("text/csv", file.Type);
        Assert.Equal("attachment; filename=b-tech-round-2-inputs.csv", file.Disposition.Split("; filename*")[0]);
        Assert.Equal("no-store", file.Cache);
        Assert.Equal([0xEF, 0xBB, 0xBF], file.Bytes[..3]);
        var rows = Rows(file.Bytes);
        Assert.StartsWith("What was said may be used; who said it", rows[0][0], StringComparison.Ordinal);
        Assert.Contains(DeleteBy().ToString("yyyy", CultureInfo.InvariantCulture), rows[0][0], StringComparison.Ordinal);
        Assert.Equal(rows[0], rows[^1]);
        Assert.Equal(["Reference", "Focus area", "Paragraph", "Kind", "What the author allows", "Text", "Working translation", "Themes", "Marked passages"], rows[1]);
        Assert.Equal((await TextsAsync()).Order(StringComparer.Ordinal), rows[2..^1].Select(row => Undone(row[5])).Order(StringComparer.Ordinal));
        Assert.Contains(rows, row => row[7].Length > 0 && row[8].Contains('(', StringComparison.Ordinal));
        Assert.All(rows[2..^1], row => Assert.Matches("^[1-9][0-9]{11}$", row[0]));
    }

    [Fact]
    [Invariant(21)]
    public async Task EveryFormat_HoldsNoNameIdOrTextThatReadersMayNotSee()
    {
        using var team = await site.SignInAsync("moderator");
        var masked = await site.InputAsync("ministry that invites us to invest");
        const string hidden = "We have received orders";
        Assert.Contains(hidden, masked.Text!.Read(), StringComparison.Ordinal);
        await site.Host.WithAsync<Review, ReviewResult>(review => review.MaskAsync(masked.Id, 0, masked.Text.Length, "who", Somebody, Cancel));
        var aside = await site.InputAsync("Public purchasing is mentioned");
        var gone = aside.Text!.Read()[..60];
        await site.Host.WithAsync<Review, ReviewResult>(review => review.SetAsideAsync(aside.Id, SetAsideReasons.OffTopic, Somebody, Cancel));
        var withdrawn = await site.InputAsync("appeals, with its own staff");
        var takenBack = withdrawn.Text!.Read()[..60];
        await WithdrawAsync(withdrawn.Id);

        var forbidden = (await site.NamesAsync(2))
            .Concat(await site.Host.Database.ListAsync("SELECT id::text FROM record.sealed_input UNION SELECT id::text FROM record.contributor UNION SELECT id::text FROM record.coded_excerpt UNION SELECT id::text FROM record.theme UNION SELECT id::text FROM team.staff_account"))
            .Concat([hidden, gone, takenBack, "moderator@example.org", "clearance@example.org", Reason]).ToList();
        foreach (var format in new[] { "csv", "xlsx", "json", "qdpx" })
        {
            var words = Words(format, (await DownloadAsync(team, format, groups: true, languages: true)).Bytes);
            Assert.Contains("who said it", words, StringComparison.Ordinal);
            Assert.Contains(MaskedText.Mark, words, StringComparison.Ordinal);
            Assert.All(forbidden, one => Assert.DoesNotContain(one, words, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task TwoFiles_ShareNoReferenceAndNoOrder()
    {
        using var team = await site.SignInAsync("moderator");
        var (first, second) = (Rows((await DownloadAsync(team, "csv")).Bytes)[2..^1], Rows((await DownloadAsync(team, "csv")).Bytes)[2..^1]);
        Assert.Empty(first.Select(row => row[0]).Intersect(second.Select(row => row[0])));
        Assert.Equal(first.Count, first.Select(row => row[0]).Distinct().Count());
        // Sixty rows in the same order twice: one chance in sixty factorial.
        Assert.NotEqual(first.Select(row => row[5]), second.Select(row => row[5]));
        var stored = await site.Host.Database.ListAsync("SELECT unnest(input_ids)::text FROM record.exported_part");
        Assert.NotEqual(stored.Order(StringComparer.Ordinal), stored);
    }

    [Fact]
    public async Task Xlsx_IsValidAndHoldsTextOnly()
    {
        using var team = await site.SignInAsync("moderator");
        var file = await DownloadAsync(team, "xlsx", language: "/ar");
        using var document = SpreadsheetDocument.Open(new MemoryStream(file.Bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document, Cancel).Select(fault => $"{fault.Path?.XPath}: {fault.Description}"));
        var sheet = Assert.Single(document.WorkbookPart!.WorksheetParts).Worksheet!;
        Assert.Empty(sheet.Descendants<CellFormula>());
        Assert.All(sheet.Descendants<Cell>(), cell => Assert.Equal(CellValues.InlineString, cell.DataType!.Value));
        Assert.True(sheet.Descendants<SheetView>().Single().RightToLeft!.Value);
        Assert.Equal((await TextsAsync()).Count + 3, sheet.Descendants<Row>().Count());
        Assert.StartsWith("ما قيل يجوز استخدامه", sheet.Descendants<Cell>().First().InnerText, StringComparison.Ordinal);
        var about = document.PackageProperties;
        Assert.Equal((null, null, null), (about.Creator, about.LastModifiedBy, about.Created));
    }

    [Fact]
    public async Task Json_HasTheShapesOfThemefinderAndPlacesThatHold()
    {
        using var team = await site.SignInAsync("moderator");
        using var json = JsonDocument.Parse((await DownloadAsync(team, "json")).Bytes);
        var responses = json.RootElement.GetProperty("responses").EnumerateArray().ToList();
        Assert.Equal((await TextsAsync()).Order(StringComparer.Ordinal), responses.Select(one => one.GetProperty("response").GetString()!).Order(StringComparer.Ordinal));
        var topics = json.RootElement.GetProperty("themes").EnumerateArray().Select(theme => theme.GetProperty("topic_id").GetString()!).ToHashSet();
        Assert.All(topics, topic => Assert.Matches("^[A-Z]+$", topic));
        Assert.All(responses, one =>
        {
            Assert.True(one.GetProperty("response_id").GetInt64() > 0);
            Assert.All(one.GetProperty("labels").EnumerateArray(), label => Assert.Contains(label.GetString()!, topics));
            Assert.All(one.GetProperty("passages").EnumerateArray(), passage => Assert.Equal(
                passage.GetProperty("words").GetString(),
                Languages.CodePoints.Slice(one.GetProperty("response").GetString()!, passage.GetProperty("start").GetInt32(), passage.GetProperty("end").GetInt32())));
        });
        Assert.Contains(responses, one => one.GetProperty("passages").GetArrayLength() > 0);
    }

    [Fact]
    [Invariant(22)]
    public async Task GroupsAndLanguages_StandOnlyWhereAskedForAndAllowed()
    {
        using var team = await site.SignInAsync("moderator");
        var rows = Rows((await DownloadAsync(team, "csv", groups: true, languages: true)).Bytes);
        Assert.Equal(["Reference", "Focus area", "Paragraph", "Kind", "What the author allows", "Group", "Language", "Text", "Working translation", "Themes", "Marked passages"], rows[1]);
        Assert.Contains(rows[2..^1], row => row[5].Length > 0);
        Assert.Contains(rows[2..^1], row => row[5].Length == 0);
        Assert.Contains(rows[2..^1], row => row[6] == "English");
        // Chinese is that of few: neither named nor beside a group.
        var rare = rows.Single(row => row[7].Contains("我们支持第四个重点领域", StringComparison.Ordinal));
        Assert.Equal(("", "another language"), (rare[5], rare[6]));
        // Whoever is named beside a language shares both with at least k.
        var both = await site.Host.Database.ListAsync("""
            SELECT i.text FROM record.sealed_input i JOIN record.contributor c ON c.id = i.contributor_id WHERE
              (SELECT count(DISTINCT o.id) FROM record.contributor o JOIN record.sealed_input t ON t.contributor_id = o.id
               WHERE o.window_id = c.window_id AND o.group_label = c.group_label AND t.language = i.language) >= 5
            """);
        Assert.All(rows[2..^1].Where(row => row[5].Length > 0 && !row[7].Contains(MaskedText.Mark, StringComparison.Ordinal)), row => Assert.Contains(Undone(row[7]), both));
    }

    [Fact]
    public async Task Make_AloneOrWithTheWrongPerson_GivesNoFile()
    {
        await new Crew(site.Host).AddAsync("second-administrator", null, StaffRole.Administrator);
        using var team = await site.SignInAsync("moderator");
        var before = (await ListAsync()).Count;
        foreach (var (changes, field, words) in new[]
        {
            (new (string, string?)[] { ("SecondEmail", "moderator@example.org") }, "SecondEmail", "Somebody else must sign"),
            ([("SecondEmail", "second-administrator@example.org")], "SecondEmail", "another member of the project team or a clearing officer"),
            ([("SecondPassword", "eight brown bears 8")], "SecondEmail", "address or password is not right"),
            ([("Password", "eight brown bears 8")], "Password", "Your password is not right"),
            ([("SecondEmail", ""), ("SecondPassword", "")], "SecondEmail", "Enter the second person's e-mail address"),
            ([("Reason", " ")], "Reason", "Say what the copy is for"),
            ([("DeleteBy", "2020-01-01")], "DeleteBy", "Give a day between"),
            ([("DeleteBy", "2222-01-01")], "DeleteBy", "Give a day between"),
            ([("DeleteBy", "soon")], "DeleteBy", "Give a day between"),
            ([("Format", "exe")], "Format", "Choose a format"),
        })
        {
            var page = await team.SubmitAsync(await team.GetAsync(Exports), Signed("csv").Where(one => changes.All(change => change.Item1 != one.Item1)).Concat(changes), "#make form");
            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            Assert.Contains(field, page.InvalidFields);
            Assert.Contains(words, page.Text, StringComparison.Ordinal);
            Assert.NotNull(page.Document.QuerySelector($".error-summary a[href='#{field}']"));
            if (field != "Reason") Assert.Equal(Reason, page.Value("Reason"));
            Assert.StartsWith("Error: ", page.Document.Title, StringComparison.Ordinal);
        }
        Assert.Equal(before, (await ListAsync()).Count);
    }

    [Theory]
    [InlineData("administrator")]
    [InlineData("offers")]
    [InlineData("clearance")]
    public async Task Page_ForWhoeverIsNoModerator_IsNotThere(string name)
    {
        using var visitor = await site.SignInAsync(name);
        var unknown = await visitor.GetAsync("/moderate/windows/b-tech/77/exports");
        var page = await visitor.GetAsync(Exports);
        Assert.Equal((HttpStatusCode.NotFound, unknown.Text), (page.Status, page.Text));
        var token = (await visitor.GetAsync("/account")).Token;
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync($"{Exports}?handler=Make", [token, .. Signed("csv").Select(one => KeyValuePair.Create(one.Item1, one.Item2!))])).Status);
    }

    [Fact]
    public async Task Page_OfARoundThatIsOpenOrAMeeting_IsNotThere()
    {
        using var team = await site.SignInAsync("moderator");
        Assert.Equal(HttpStatusCode.NotFound, (await team.GetAsync("/moderate/windows/b-tech/3/exports")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await team.GetAsync("/moderate/windows/b-tech/1/exports")).Status);
        using var anyone = site.Host.NewVisitor();
        Assert.Equal("/account/login", (await anyone.GetAsync(Exports)).Address.AbsolutePath);
    }

    [Fact]
    public async Task Register_SaysWhoWhyAndUntilWhen_AndTheAuditBothNames()
    {
        using var team = await site.SignInAsync("moderator");
        await DownloadAsync(team, "json");
        var card = Card(await team.GetAsync(Exports), "JSON");
        foreach (var words in new[] { "moderator@example.org", "clearance@example.org", Reason, "All copies are deleted" }) Assert.Contains(words, card.TextContent, StringComparison.Ordinal);
        var lines = await site.Host.WithAsync<AuditTrail, IReadOnlyList<AuditLine>>(audit => audit.PageAsync(1, 2, Cancel));
        Assert.Equal(
            [("clearance@example.org", "inputs exported as json, second person", "b-tech/2"), ("moderator@example.org", "inputs exported as json, first person", "b-tech/2")],
            lines.Select(line => (line.Who!, line.Action, line.Subject!)));
    }

    [Theory]
    [InlineData("set aside")]
    [InlineData("withdrawn")]
    [InlineData("hidden")]
    public async Task Register_ATextIsLost_SaysDeleteYourCopyUntilItIsDeleted(string how)
    {
        using var team = await site.SignInAsync("moderator");
        var input = await site.InputAsync(how switch { "set aside" => "In one city a tenants", "withdrawn" => "A closed space for companies", _ => "The sentence on small companies" });
        var before = (await ListAsync()).Select(one => one.Export.Id).ToHashSet();
        await DownloadAsync(team, "csv");
        var made = (await ListAsync()).Single(one => !before.Contains(one.Export.Id));
        Assert.False(made.HoldsLostTexts);
        if (how == "withdrawn") await WithdrawAsync(input.Id);
        else if (how == "hidden") await site.Host.WithAsync<Review, ReviewResult>(review => review.MaskAsync(input.Id, 0, 3, "who", Somebody, Cancel));
        else await site.Host.WithAsync<Review, ReviewResult>(review => review.SetAsideAsync(input.Id, SetAsideReasons.OffTopic, Somebody, Cancel));
        Assert.True((await ListAsync()).Single(one => one.Export.Id == made.Export.Id).HoldsLostTexts);
        var page = await team.GetAsync(Exports);
        var card = Card(page, made.Export.Id.ToString());
        Assert.Contains("Delete your copy", card.TextContent, StringComparison.Ordinal);
        var deleted = await team.SubmitAsync(page, form: $"form[action*='{made.Export.Id}']");
        Assert.DoesNotContain(made.Export.Id.ToString(), deleted.Body, StringComparison.Ordinal);
        var line = (await ListAsync()).Single(one => one.Export.Id == made.Export.Id);
        Assert.Equal((true, false), (line.Export.IsDeleted, line.HoldsLostTexts));
        Assert.Equal("0", (await site.Host.Database.ListAsync($"SELECT count(*) FROM record.exported_part WHERE export_id = '{made.Export.Id}'"))[0]);
        Assert.Equal("copies of an export as csv deleted", (await site.Host.WithAsync<AuditTrail, IReadOnlyList<AuditLine>>(audit => audit.PageAsync(1, 1, Cancel)))[0].Action);
    }

    private static Agenda.StaffId Somebody { get; } = new(Guid.NewGuid());

    private static DateOnly DeleteBy() => DateOnly.FromDateTime(DateTime.UtcNow).AddDays(30);

    private static (string, string?)[] Signed(string format) =>
        [("Format", format), ("Reason", Reason), ("DeleteBy", DeleteBy().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), .. Crew.Signed("clearance")];

    // An apostrophe that protects from a formula is no part of the text.
    private static string Undone(string cell) => cell is ['\'', '=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? cell[1..] : cell;

    private static AngleSharp.Dom.IElement Card(VisitedPage page, string holds) =>
        page.Document.QuerySelectorAll("main ul.cards > li").First(card => card.InnerHtml.Contains(holds, StringComparison.Ordinal));

    private static List<string[]> Rows(byte[] file)
    {
        using var csv = CsvReader.FromText(Encoding.UTF8.GetString(file.AsSpan(3)), new CsvReaderOptions { HasHeader = false });
        var rows = new List<string[]>();
        while (csv.Read()) rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)!]);
        return rows;
    }

    private static string Words(string format, byte[] file)
    {
        if (format is "csv" or "json") return Encoding.UTF8.GetString(file);
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(file));
        return string.Concat(zip.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return WebUtility.HtmlDecode(reader.ReadToEnd());
        }));
    }

    private static async Task<(byte[] Bytes, string? Type, string Disposition, string? Cache)> DownloadAsync(
        FormClient team, string format, bool groups = false, bool languages = false, string language = "")
    {
        var page = await team.GetAsync(language + Exports);
        var fields = Signed(format).Append(("NamesGroups", groups ? "true" : null)).Append(("NamesLanguages", languages ? "true" : null));
        using var content = new FormUrlEncodedContent([page.Token, .. fields.Where(one => one.Item2 is not null).Select(one => KeyValuePair.Create(one.Item1, one.Item2!))]);
        using var answer = await team.Http.PostAsync(new Uri($"{language}{Exports}?handler=Make", UriKind.Relative), content, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadAsByteArrayAsync(Cancel), answer.Content.Headers.ContentType?.MediaType,
            answer.Content.Headers.GetValues("Content-Disposition").Single(), answer.Headers.CacheControl?.ToString());
    }

    private async Task<IReadOnlyList<ListedExport>> ListAsync()
    {
        var window = await site.WindowAsync(2);
        return await site.Host.WithAsync<ExportRegister, IReadOnlyList<ListedExport>>(register => register.ListAsync(window.Id, Cancel));
    }

    /// <summary>What readers may see of the round, by the pages' own class.</summary>
    private async Task<IReadOnlyList<string>> TextsAsync()
    {
        var window = await site.WindowAsync(2);
        var (texts, reader, after) = (new List<string>(), new Agenda.StaffId(Guid.NewGuid()), (Guid?)null);
        while (true)
        {
            var page = await site.Host.WithAsync<InputList, InputPage>(inputs => inputs.PageAsync(reader, window.Id, new InputFilter(), after, cancel: Cancel));
            texts.AddRange(page.Items.Select(input => input.Text!.Read()));
            if (!page.HasNext) return texts;
            after = page.Items[^1].Id;
        }
    }

    private async Task WithdrawAsync(Guid input)
    {
        await site.Host.WithAsync<ITombstones, bool>(async stones =>
        {
            await stones.WriteAsync([.. await stones.ReadAsync(Cancel), input], Cancel);
            return true;
        });
        await site.Host.WithAsync<Withdrawals, bool>(async withdrawals =>
        {
            await withdrawals.RestoreAsync(Cancel);
            return true;
        });
    }
}
