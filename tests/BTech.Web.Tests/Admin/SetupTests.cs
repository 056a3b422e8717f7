using System.Net;
using BTech.Agenda;
using BTech.Agenda.Consultations;
using BTech.Agenda.Papers;
using BTech.Agenda.Reminders;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Crossings;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.Admin;

/// <summary>Focus areas in six languages and in their order, and a consultation that was made by mistake.</summary>
public sealed class SetupTests : IAsyncLifetime
{
    private const string Areas = "/admin/consultations/b-tech/focus-areas";
    private const string Delete = "/admin/consultations/b-tech/delete";

    private TestHost _host = null!;
    private FormClient _admin = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _admin = await new Crew(_host).NewAsync("administrator", StaffRole.Administrator);
    }

    public async ValueTask DisposeAsync()
    {
        _admin.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Area_IsChangedInSixLanguages_AndEverybodyReadsIt()
    {
        await TestWindow.MakeAsync(_host);
        var form = await _admin.GetAsync($"{Areas}/1");
        Assert.Equal("What is missing?\nWhat helps?", form.Value("Questions[en]"));
        var refused = await _admin.SubmitAsync(form, [("AreaTitle[en]", ""), ("AreaTitle[fr]", "Domaine"), ("ShortTitle[en]", new string('x', 41)), ("Audience[ar]", "الدول")]);
        Assert.Equal(["AreaTitle[en]", "ShortTitle[en]"], refused.InvalidFields);
        Assert.Equal(("Domaine", "الدول"), (refused.Value("AreaTitle[fr]"), refused.Value("Audience[ar]")));
        var saved = await _admin.SubmitAsync(refused, [("AreaTitle[en]", "Rights & risks"), ("ShortTitle[en]", "Rights"), ("Audience[en]", "States and companies"), ("Deliverable[en]", "Guidance"), ("IsCrossCutting", "true")]);
        Assert.Contains("Saved.", saved.Text, StringComparison.Ordinal);
        using var anyone = _host.NewVisitor();
        var page = await anyone.GetAsync("/consultations/b-tech");
        foreach (var words in new[] { "Rights & risks", "For: States and companies", "What is to come of it: Guidance" }) Assert.Contains(words, page.Text, StringComparison.Ordinal);
        Assert.Contains("الدول", (await anyone.GetAsync("/ar/consultations/b-tech")).Text, StringComparison.Ordinal);
        Assert.Contains("Domaine", (await anyone.GetAsync("/fr/consultations/b-tech")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _admin.GetAsync($"{Areas}/9")).Status);
    }

    [Fact]
    public async Task Areas_BeforeAnythingIsOpened_AreMovedAndRemovedWithTheirParagraphs()
    {
        await TestWindow.MakeAsync(_host, opened: false);
        var page = await _admin.GetAsync(Areas);
        Assert.Equal(["NewTitle"], (await _admin.SubmitAsync(page, form: "#add")).InvalidFields);
        var added = await _admin.SubmitAsync(page, [("NewTitle", "Area 3")], "#add");
        await _admin.SubmitAsync(page, [("NewTitle", "Area 3")], "#add");
        Assert.Equal(["Area 1", "Area 2", "Area 3"], await TitlesAsync());
        await _admin.SubmitAsync(added, form: "#area-2 form[action*=Up]");
        Assert.Equal(["Area 2", "Area 1", "Area 3"], await TitlesAsync());
        Assert.Equal(2, await AreaOfTheParagraphAsync());

        var inThePaper = await _admin.SubmitAsync(await _admin.GetAsync(Areas), form: "#area-2 form[action*=Remove]");
        Assert.Equal(HttpStatusCode.BadRequest, inThePaper.Status);
        Assert.Contains("Paragraphs of the paper belong to this area", inThePaper.Text, StringComparison.Ordinal);
        await _admin.SubmitAsync(await _admin.GetAsync(Areas), form: "#area-1 form[action*=Remove]");
        Assert.Equal(["Area 1", "Area 3"], await TitlesAsync());
        Assert.Equal(1, await AreaOfTheParagraphAsync());
    }

    [Fact]
    public async Task Areas_OnceOpened_KeepNumbersAndOrder()
    {
        await TestWindow.MakeAsync(_host, opened: false);
        var stale = await _admin.GetAsync(Areas);
        await _host.WithAsync<CommentWindows>(async windows => await windows.ChangeAsync((await windows.FindAsync(new WindowName("b-tech", 1), default))!.Id, window => window.Open(), default));
        foreach (var form in new[] { "#area-2 form[action*=Up]", "#area-2 form[action*=Remove]" })
            Assert.Contains("this cannot be changed now", (await _admin.SubmitAsync(stale, form: form)).Text, StringComparison.Ordinal);
        Assert.Equal(["NewTitle"], (await _admin.SubmitAsync(stale, [("NewTitle", "Area 3")], "#add")).InvalidFields);
        Assert.Equal(["Area 1", "Area 2"], await TitlesAsync());
        var page = await _admin.GetAsync(Areas);
        Assert.Null(page.Document.QuerySelector("main form[action*=Up], main form[action*=Remove]"));
    }

    [Fact]
    public async Task Delete_Empty_TakesEverythingInTwoSteps_AndLeavesALine()
    {
        await TestWindow.MakeAsync(_host, opened: false);
        Assert.Contains("People are invited", (await _admin.GetAsync(Delete)).Text, StringComparison.Ordinal);
        await _host.Database.ExecuteAsync("DELETE FROM people.invitation_link; DELETE FROM people.invitation");
        var round = (await _host.WithAsync<CommentWindows, CommentWindow?>(windows => windows.FindAsync(new WindowName("b-tech", 1), default)))!;
        await _host.WithAsync<ReminderBook, ReminderProblem>(book => book.AddAsync(round, round.ClosesAt.AddDays(-1), ReminderAudience.Everybody, default));
        await _host.WithAsync<ScopingPapers, int>(papers => papers.AddNextAsync(round.ConsultationId, LocalizedText.InEnglish("Newer"),
            id => [new Paragraph { Id = Guid.NewGuid(), PaperVersionId = id, Order = 1, Number = 1, FocusAreaNumber = 1, Text = LocalizedText.InEnglish("Newer.") }], default));
        await new Crew(_host).AddAsync("offers", round.Id, StaffRole.Offers);
        await _host.WithAsync<KeyRing>(keys => keys.CreateAsync(round.Id, default));

        Assert.NotNull((await _admin.GetAsync("/admin/consultations/b-tech")).Document.QuerySelector($"a[href$='{Delete}']"));
        var form = await _admin.GetAsync(Delete);
        Assert.Equal(["Typed"], (await _admin.SubmitAsync(form, [("Typed", "b-teck")])).InvalidFields);
        Assert.NotEmpty(await TitlesAsync());
        var gone = await _admin.SubmitAsync(form, [("Typed", "b-tech")]);
        Assert.Equal("/admin", gone.Address.AbsolutePath);
        Assert.Equal(HttpStatusCode.NotFound, (await _admin.GetAsync(Delete)).Status);
        foreach (var table in new[] { "consultation", "focus_area", "participant_group", "comment_window", "paper_version", "paragraph", "paragraph_change", "reminder", "announcement" })
            Assert.Equal(0L, await _host.Database.AskAsync<long>($"SELECT count(*) FROM agenda.{table}"));
        Assert.Equal(0L, await _host.Database.AskAsync<long>($"SELECT count(*) FROM team.assignment WHERE window_id IS NOT NULL"));
        Assert.False(Directory.Exists(Path.Combine(_host.KeysFolder, "windows", round.Id.ToString("D"))));
        Assert.Contains("consultation deleted", (await _admin.GetAsync("/admin/audit")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delete_OpenedMeanwhile_IsRefusedAndKeepsEverything()
    {
        await TestWindow.MakeAsync(_host, opened: false);
        await _host.Database.ExecuteAsync("DELETE FROM people.invitation_link; DELETE FROM people.invitation");
        var form = await _admin.GetAsync(Delete);
        await _host.WithAsync<CommentWindows>(async windows => await windows.ChangeAsync((await windows.FindAsync(new WindowName("b-tech", 1), default))!.Id, window => window.Open(), default));
        var refused = await _admin.SubmitAsync(form, [("Typed", "b-tech")]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("A round of it has been opened", refused.Text, StringComparison.Ordinal);
        var id = (await _host.WithAsync<ConsultationList, Consultation?>(list => list.FindAsync("b-tech", default)))!.Id;
        // The rule stands in the module as well, whatever the page has looked at.
        Assert.Null(await _host.WithAsync<ConsultationList, IReadOnlyList<Guid>?>(list => list.DeleteUnopenedAsync(id, default)));
        Assert.Equal(["Area 1", "Area 2"], await TitlesAsync());
        using var one = await new Crew(_host).NewAsync("moderator", StaffRole.Moderator);
        foreach (var address in new[] { Areas, $"{Areas}/1", Delete }) Assert.Equal(HttpStatusCode.NotFound, (await one.GetAsync(address)).Status);
    }

    private Task<IReadOnlyList<string>> TitlesAsync() => _host.Database.ListAsync("SELECT title->>'en' FROM agenda.focus_area ORDER BY number");

    private Task<int> AreaOfTheParagraphAsync() => _host.Database.AskAsync<int>("SELECT focus_area_number FROM agenda.paragraph");
}
