using System.Net;
using BTech.Record.FollowUp;
using BTech.Record.Inputs;
using BTech.Record.Translations;
using BTech.Testing;
using BTech.Web.Tests.Admin;

namespace BTech.Web.Tests.Moderate;

/// <summary>Working translations over HTTP: written beside the original, shown first for a rare language, coded, held back, told of when they went out.</summary>
public sealed class TranslationPageTests(SampleSite site) : IClassFixture<SampleSite>
{
    private const string Form = "form[action*='handler=Save']";

    [Fact]
    public async Task Save_Empty_SaysWhatIsMissing_AndKeepsWhatWasTyped()
    {
        using var team = await site.SignInAsync("moderator");
        var page = await OpenAsync(team, "La question de l’utilisation");
        Assert.Equal(("en", HttpStatusCode.OK), (page.Value("Into"), page.Status));
        Assert.Equal("fr", page.Document.QuerySelector("#original + div")!.GetAttribute("lang"));
        var refused = await team.SubmitAsync(page, [("Text", " "), ("MadeBy", "our office"), ("WentTo", "OpenService")], form: Form);
        Assert.Equal((HttpStatusCode.BadRequest, "our office"), (refused.Status, refused.Value("MadeBy")));
        Assert.Equal(["Receiver", "Text"], refused.InvalidFields.Distinct().Order(StringComparer.Ordinal));
        foreach (var field in refused.InvalidFields) Assert.NotNull(refused.Document.QuerySelector($".error-summary a[href='#{field}']"));
        Assert.Contains("cannot be called back", refused.Text, StringComparison.Ordinal);
        Assert.Null((await FiledAsync(page)).Translation);
        var nowhere = await team.SubmitAsync(page, [("Text", "A translation"), ("Into", "xx")], form: Form);
        Assert.Equal((HttpStatusCode.BadRequest, "A translation"), (nowhere.Status, nowhere.Value("Text")));
        Assert.Equal(["Into", "MadeBy", "WentTo"], nowhere.InvalidFields.Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>A form that is refused for what is missing still means the wording for which it was typed: what somebody else saved since is not lost.</summary>
    [Fact]
    public async Task RefusedForm_SentAgain_DoesNotOverwriteWhatCameBetween()
    {
        using var team = await site.SignInAsync("moderator");
        var page = await OpenAsync(team, "Un service de messagerie");
        await SaveAsync(team, page, "A messaging service is asked by a truth commission.");
        var refused = await team.SubmitAsync(page, [("Text", "A service of messages"), ("MadeBy", " "), ("WentTo", "Stayed")], form: Form);
        Assert.Equal(["MadeBy"], refused.InvalidFields.Distinct());
        var again = await SaveAsync(team, refused, "A service of messages");
        Assert.Equal((HttpStatusCode.BadRequest, "A service of messages"), (again.Status, again.Value("Text")));
        Assert.Contains("A messaging service is asked", again.Document.QuerySelector("#theirs")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("A messaging service is asked by a truth commission.", (await FiledAsync(page)).Translation!.Text);
        // Compared, and saved all the same.
        await SaveAsync(team, again, "A service of messages");
        Assert.Equal("A service of messages", (await FiledAsync(page)).Translation!.Text);
    }

    /// <summary>Browsers send two characters for the end of a line, of which one is kept; and the name of a receiver is read only where there is one.</summary>
    [Fact]
    public async Task Save_MeasuresWhatIsKept()
    {
        using var team = await site.SignInAsync("moderator");
        var page = await OpenAsync(team, "De acuerdo. Los contratos");
        var longest = string.Concat(Enumerable.Repeat(new string('a', 999) + "\r\n", WorkingTranslation.LongestText / 1000)).TrimEnd() + "b";
        var refused = await team.SubmitAsync(page, [("Text", longest + "c"), ("MadeBy", "in\r\nhouse"), ("WentTo", "Translator"), ("Receiver", new string('x', 300))], form: Form);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(["MadeBy", "Receiver", "Text"], refused.InvalidFields.Distinct().Order(StringComparer.Ordinal));
        var saved = await team.SubmitAsync(page, [("Text", longest), ("MadeBy", "in-house"), ("WentTo", "Stayed"), ("Receiver", new string('x', 300))], form: Form);
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        var filed = (await FiledAsync(page)).Translation!;
        Assert.Equal((longest.ReplaceLineEndings("\n"), null), (filed.Text, filed.Receiver));
    }

    [Fact]
    public async Task SetAside_WhileThePageIsBeingMade_IsNotThere()
    {
        using var team = await site.SignInAsync("moderator");
        var input = await site.InputAsync("Le document parle des conseils");
        // Between its two looks at the input the page notes who has it open.
        var opened = await site.Host.Database.ChangedUnderwayAsync(() => OpenAsync(team, input.Id), $"""
            LOCK TABLE team.presence IN ACCESS EXCLUSIVE MODE;
            INSERT INTO record.review_decision (input_id, is_set_aside, reason, decided_by) VALUES ('{input.Id}', true, 'hostile', gen_random_uuid())
              ON CONFLICT (input_id) DO UPDATE SET is_set_aside = true
            """);
        Assert.Equal(HttpStatusCode.NotFound, opened.Status);
    }

    [Fact]
    public async Task RareLanguage_IsReadListedAndCodedInTranslation_TheOriginalOneLinkAway()
    {
        const string beginning = "Мы согласны с тем";
        using var team = await site.SignInAsync("moderator");
        var saved = await SaveAsync(team, await OpenAsync(team, beginning), "We agree that small companies cannot be left out. Application shops can ask.");
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        var input = await site.InputAsync(beginning);
        Assert.True(input.Translation!.GoesFirst);

        var page = await team.GetAsync($"/moderate/inputs/{input.Id}");
        Assert.Contains("We agree that small companies", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(beginning, page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main [lang=ru]"));
        var original = await team.GetAsync(page.Document.QuerySelector("[data-side] a")!.GetAttribute("href")!);
        Assert.Contains(beginning, original.Text, StringComparison.Ordinal);
        var list = await team.GetAsync("/moderate/windows/b-tech/2/inputs?words=application+shops");
        Assert.Contains("We agree that small companies", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(beginning, list.Text, StringComparison.Ordinal);

        var coding = await team.GetAsync($"/moderate/inputs/{input.Id}/coding");
        Assert.DoesNotContain(beginning, coding.Document.QuerySelector("form.coding")!.TextContent, StringComparison.Ordinal);
        var theme = coding.Document.QuerySelector("input[name=ThemeIds]")!.GetAttribute("value");
        var coded = await team.SubmitAsync(coding, [("Sentences", "2"), ("ThemeIds", theme), ("Memo", "on the translation")], form: "form.coding");
        var card = Assert.Single(coded.Document.QuerySelectorAll("#given .cards > li"), one => one.TextContent.Contains("on the translation", StringComparison.Ordinal));
        Assert.Equal(("Application shops can ask.", "en"), (card.QuerySelector("blockquote")!.TextContent, card.QuerySelector("blockquote")!.GetAttribute("lang")));
        Assert.Contains("In the working translation", card.TextContent, StringComparison.Ordinal);
        Assert.Equal("Application shops can ask.", Assert.Single(coded.Document.QuerySelectorAll("form.coding mark"), mark => mark.TextContent.Contains("shops", StringComparison.Ordinal)).TextContent);
        // The same place of the original carries nothing.
        var other = await team.GetAsync($"/moderate/inputs/{input.Id}/coding?text=original");
        Assert.Contains(beginning, other.Document.QuerySelector("form.coding")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("on the translation", (await team.GetAsync("/moderate/windows/b-tech/2/memos?words=nothing")).Text, StringComparison.Ordinal);
        Assert.Contains("In the working translation", (await team.GetAsync("/moderate/windows/b-tech/2/memos?words=on+the+translation")).Text, StringComparison.Ordinal);

        var areas = (await team.GetAsync("/moderate/reports/2")).Document.QuerySelectorAll("main a").First(link => link.TextContent.StartsWith("Focus Area 2", StringComparison.Ordinal)).GetAttribute("href");
        var evidence = Assert.Single((await team.GetAsync($"{areas}/key-point?area=2&theme={theme}")).Document.QuerySelectorAll("#Evidence > li"), one => one.TextContent.Contains("Application shops can ask.", StringComparison.Ordinal));
        Assert.Contains("In the working translation", evidence.TextContent, StringComparison.Ordinal);

        // A form on the old wording is not taken, and a change that loses the coded words says which.
        var refused = await team.SubmitAsync(await OpenAsync(team, input.Id), [("Text", "We agree that small companies cannot be left out.")], form: Form);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Application shops can ask.", refused.Document.QuerySelector("#lost")!.TextContent, StringComparison.Ordinal);
        Assert.Null(refused.Document.QuerySelector("[name=LetPassagesGo]"));
        await SaveAsync(team, await OpenAsync(team, input.Id), "Yes. We agree that small companies cannot be left out. Application shops can ask.");
        var late = await team.SubmitAsync(coded, [("Sentences", "1"), ("ThemeIds", theme), ("Memo", "kept thought")], form: "form.coding");
        Assert.Equal((HttpStatusCode.BadRequest, "kept thought"), (late.Status, late.Value("Memo")));
        Assert.Contains("The translation has changed", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mask_HoldsItBack_OnEveryPageButItsOwn_UntilConfirmed()
    {
        using var team = await site.SignInAsync("moderator");
        var input = await site.InputAsync("Прежде чем предлагать новые нормы");
        await SaveAsync(team, await OpenAsync(team, input.Id), "Before proposing unusualword norms, see why those in force do not work.");
        await team.SubmitAsync(await team.GetAsync($"/moderate/inputs/{input.Id}?text=original"), [("Sentences", "1"), ("Reason", "tells who")], form: "form.coding");
        foreach (var page in new[] { $"/moderate/inputs/{input.Id}", $"/moderate/inputs/{input.Id}?text=translation", $"/moderate/inputs/{input.Id}/coding?text=translation", $"/moderate/inputs/{input.Id}/memos", "/moderate/windows/b-tech/2/inputs?words=unusualword" })
            Assert.DoesNotContain("unusualword", (await team.GetAsync(page)).Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("shown to nobody until somebody has looked", (await team.GetAsync($"/moderate/inputs/{input.Id}")).Text, StringComparison.Ordinal);
        Assert.NotNull((await team.GetAsync("/moderate/windows/b-tech/2/inputs?translation=HeldBack")).Document.QuerySelector($".cards a[href*='{input.Id}']"));
        var own = await OpenAsync(team, input.Id);
        Assert.Contains("Held back", own.Text, StringComparison.Ordinal);
        Assert.Contains("unusualword", own.Value("Text"), StringComparison.Ordinal);
        await team.SubmitAsync(own, [], form: "form[action*='handler=Confirm']");
        Assert.Contains("unusualword", (await team.GetAsync($"/moderate/inputs/{input.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoAtOnce_TheLaterSeesTheEarlier_AndAnotherPersonChecks()
    {
        await new Crew(site.Host).AddAsync("translator-moderator", null, Team.Roles.StaffRole.Moderator);
        using var one = await site.SignInAsync("moderator");
        using var other = await site.SignInAsync("translator-moderator");
        var (mine, theirs) = (await OpenAsync(one, "Somos una empresa que vive"), await OpenAsync(other, "Somos una empresa que vive"));
        Assert.Contains("moderator@example.org has this input open too", theirs.Text, StringComparison.Ordinal);
        await SaveAsync(one, mine, "We live from advertising.");
        var late = await SaveAsync(other, theirs, "We are a company.");
        Assert.Equal((HttpStatusCode.BadRequest, "We are a company."), (late.Status, late.Value("Text")));
        Assert.Contains("We live from advertising.", late.Document.QuerySelector("#theirs")!.TextContent, StringComparison.Ordinal);

        var own = await OpenAsync(one, "Somos una empresa que vive");
        Assert.Null(own.Document.QuerySelector("form[action*='handler=Check']"));
        var forged = await one.PostAsync(own.Address.AbsolutePath + "?handler=Check", [KeyValuePair.Create("Seen", own.Value("Seen")!), own.Token]);
        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        var check = await OpenAsync(other, "Somos una empresa que vive");
        var done = await other.SubmitAsync(check, [], form: "form[action*='handler=Check']");
        Assert.Contains("Checked translation", done.Text, StringComparison.Ordinal);
        var again = await other.SubmitAsync(done, [], form: "form[action*='handler=Uncheck']");
        Assert.Contains("Draft translation", again.Text, StringComparison.Ordinal);

        var changed = await SaveAsync(one, await OpenAsync(one, "Somos una empresa que vive"), "We live on advertising.");
        var back = await one.SubmitAsync(changed, [], form: "form[action*='handler=TakeBack']");
        Assert.Equal("We live from advertising.", back.Value("Text"));
        var gone = await one.SubmitAsync(back, [], form: "form[action*='handler=Delete']");
        Assert.Equal("", gone.Value("Text")!.Trim());
    }

    [Fact]
    public async Task SentOut_AndWithdrawn_TheExportsSayWhomToTell()
    {
        using var team = await site.SignInAsync("moderator");
        var input = await site.InputAsync("Le projet révisé est clair");
        var page = await OpenAsync(team, input.Id);
        await team.SubmitAsync(page, [("Text", "The draft is clear."), ("MadeBy", "UNOG"), ("WentTo", "ContractedService"), ("Receiver", "Example Translations")], form: Form);
        const string exports = "/moderate/windows/b-tech/2/exports";
        var listed = (await team.GetAsync(exports)).Document.QuerySelector("#sent")!;
        Assert.Contains("Example Translations", listed.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Tell them to delete", listed.TextContent, StringComparison.Ordinal);
        await WithdrawAsync(input.Id);
        Assert.Equal(HttpStatusCode.NotFound, (await team.GetAsync($"/moderate/inputs/{input.Id}/translation")).Status);
        var late = await team.SubmitAsync(page, [("Text", "A long translation"), ("MadeBy", "UNOG"), ("WentTo", "Stayed")], form: Form);
        Assert.Equal(HttpStatusCode.NotFound, late.Status);
        Assert.Contains("A long translation", late.Body, StringComparison.Ordinal);
        var told = await team.GetAsync(exports);
        Assert.Contains("Tell them to delete", told.Document.QuerySelector("#sent")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("The draft is clear", told.Body, StringComparison.Ordinal);
        Assert.Null((await team.SubmitAsync(told, [], form: "form[action*='handler=SentDeleted']")).Document.QuerySelector("#sent"));
    }

    /// <summary>What went out after the page of exports was opened, nobody has asked the receiver to delete.</summary>
    [Fact]
    public async Task SentOut_SinceThePageWasOpened_IsNotNotedAsDeleted()
    {
        using var team = await site.SignInAsync("moderator");
        var lines = await DeletedAsync();
        await SendAsync("Proponemos que la diligencia", "We propose that diligence includes consultation.");
        const string exports = "/moderate/windows/b-tech/2/exports", form = "form:has([value='Late Translations'])";
        var page = await team.GetAsync(exports);
        await SendAsync("El párrafo sobre leyes", "The paragraph on laws is very important.");
        var late = await team.SubmitAsync(page, [], form: form);
        Assert.Equal(HttpStatusCode.BadRequest, late.Status);
        Assert.Contains("More was sent there since you opened this page", late.Document.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual("", late.Value("DeleteBy"));
        Assert.Null((await team.SubmitAsync(late, [], form: form)).Document.QuerySelector(form));
        // Said twice, it is done once.
        var twice = await team.SubmitAsync(late, [], form: form);
        Assert.Equal((HttpStatusCode.OK, exports), (twice.Status, twice.Address.AbsolutePath));
        Assert.Equal(lines + 1, await DeletedAsync());

        Task<long> DeletedAsync() => site.Host.Database.AskAsync<long>("SELECT count(*) FROM team.audit_entry WHERE action = 'texts sent out for translation deleted there'");

        async Task SendAsync(string words, string text) =>
            await team.SubmitAsync(await OpenAsync(team, words), [("Text", text), ("MadeBy", "a bureau"), ("WentTo", "ContractedService"), ("Receiver", "Late Translations")], form: Form);
    }

    [Fact]
    public async Task OthersThanModerators_AndTextsSetAside_HaveNoSuchPage()
    {
        using var team = await site.SignInAsync("moderator");
        using var clearance = await site.SignInAsync("clearance");
        var input = await site.InputAsync("Valoramos que el documento");
        Assert.Equal(HttpStatusCode.NotFound, (await clearance.GetAsync($"/moderate/inputs/{input.Id}/translation")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clearance.GetAsync($"/moderate/inputs/{input.Id}/memos")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await team.GetAsync($"/moderate/inputs/{Guid.NewGuid()}/translation")).Status);
        var page = await OpenAsync(team, input.Id);
        await site.Host.WithAsync<Review, ReviewResult>(review => review.SetAsideAsync(input.Id, SetAsideReasons.All[0], new Agenda.StaffId(Guid.NewGuid()), default));
        Assert.Equal(HttpStatusCode.NotFound, (await team.GetAsync($"/moderate/inputs/{input.Id}/translation")).Status);
        var late = await SaveAsync(team, page, "A translation that came too late");
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("A translation that came too late", late.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Memos_OnAnInput_AreAddedChangedAndListed()
    {
        using var team = await site.SignInAsync("moderator");
        var input = await site.InputAsync("En nuestra región las personas");
        var page = await team.GetAsync($"/moderate/inputs/{input.Id}/memos");
        var refused = await team.SubmitAsync(page, [("Memo", " ")], form: "#add");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(["Memo"], refused.InvalidFields);
        var added = await team.SubmitAsync(page, [("Memo", "Ask the region's office")], form: "#add");
        Assert.Contains("Ask the region's office", added.Text, StringComparison.Ordinal);
        foreach (var shown in new[] { $"/moderate/inputs/{input.Id}", $"/moderate/inputs/{input.Id}/coding", "/moderate/windows/b-tech/2/memos?words=region's" })
            Assert.Contains("Ask the region's office", (await team.GetAsync(shown)).Text, StringComparison.Ordinal);
        var edit = added.Document.QuerySelector("#memos ~ .cards a[href*='edit=']")!.GetAttribute("href")!;
        var (first, second) = (await team.GetAsync(edit), await team.GetAsync(edit));
        await team.SubmitAsync(first, [("Changed", "Asked")], form: "#change");
        var late = await team.SubmitAsync(second, [("Changed", "Asked twice")], form: "#change");
        Assert.Equal((HttpStatusCode.BadRequest, "Asked twice", "Asked"), (late.Status, late.Value("Changed"), late.Value("Seen")));
        // The way on from one memo to its form keeps the filters of the list.
        var filtered = await team.GetAsync($"/moderate/inputs/{input.Id}/memos?area=1");
        Assert.Contains("?area=1&edit=", filtered.Document.QuerySelector("#memos ~ .cards a[href*='edit=']")!.GetAttribute("href"), StringComparison.Ordinal);
        var removed = await team.SubmitAsync(await team.GetAsync($"/moderate/inputs/{input.Id}/memos"), [], form: "form[action*='handler=Remove']");
        Assert.Contains("There is no memo yet", removed.Text, StringComparison.Ordinal);
    }

    private static Task<VisitedPage> SaveAsync(FormClient team, VisitedPage page, string text) =>
        team.SubmitAsync(page, [("Text", text), ("MadeBy", "in-house"), ("WentTo", "Stayed")], form: Form);

    private async Task<VisitedPage> OpenAsync(FormClient team, string words) => await OpenAsync(team, (await site.InputAsync(words)).Id);

    private static Task<VisitedPage> OpenAsync(FormClient team, Guid input) => team.GetAsync($"/moderate/inputs/{input}/translation");

    private async Task<FiledTranslation> FiledAsync(VisitedPage page) =>
        (await site.Host.WithAsync<WorkingTranslations, FiledTranslation?>(translations => translations.FindAsync(Guid.Parse(page.Address.Segments[3].TrimEnd('/')), default)))!;

    private async Task WithdrawAsync(Guid input)
    {
        await site.Host.WithAsync<ITombstones, bool>(async stones =>
        {
            await stones.WriteAsync([.. await stones.ReadAsync(default), input], default);
            return true;
        });
        await site.Host.WithAsync<Withdrawals, bool>(async withdrawals =>
        {
            await withdrawals.RestoreAsync(default);
            return true;
        });
    }
}
