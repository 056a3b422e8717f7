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
public sealed class SetupTests : AdministratorTests
{
    private const string Areas = "/admin/consultations/b-tech/focus-areas";
    private const string Delete = "/admin/consultations/b-tech/delete";

    [Fact]
    public async Task Area_IsChangedInSixLanguages_AndEverybodyReadsIt()
    {
        await TestWindow.MakeAsync(Host);
        var form = await Admin.GetAsync($"{Areas}/1");
        Assert.Equal("What is missing?\nWhat helps?", form.Value("Questions[en]"));
        var refused = await Admin.SubmitAsync(form, [("AreaTitle[en]", ""), ("AreaTitle[fr]", "Domaine"), ("ShortTitle[en]", new string('x', 41)), ("Audience[ar]", "الدول")]);
        Assert.Equal(["AreaTitle[en]", "ShortTitle[en]"], refused.InvalidFields);
        Assert.Equal(("Domaine", "الدول"), (refused.Value("AreaTitle[fr]"), refused.Value("Audience[ar]")));
        var saved = await Admin.SubmitAsync(refused, [("AreaTitle[en]", "Rights & risks"), ("ShortTitle[en]", "Rights"), ("Audience[en]", "States and companies"), ("Deliverable[en]", "Guidance"), ("IsCrossCutting", "true")]);
        Assert.Contains("Saved.", saved.Text, StringComparison.Ordinal);
        using var anyone = Host.NewVisitor();
        var page = await anyone.GetAsync("/consultations/b-tech");
        foreach (var words in new[] { "Rights & risks", "For: States and companies", "What is to come of it: Guidance" }) Assert.Contains(words, page.Text, StringComparison.Ordinal);
        Assert.Contains("الدول", (await anyone.GetAsync("/ar/consultations/b-tech")).Text, StringComparison.Ordinal);
        Assert.Contains("Domaine", (await anyone.GetAsync("/fr/consultations/b-tech")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Admin.GetAsync($"{Areas}/9")).Status);
    }

    [Fact]
    public async Task Areas_BeforeAnythingIsOpened_AreMovedAndRemovedWithTheirParagraphs()
    {
        await TestWindow.MakeAsync(Host, opened: false);
        var page = await Admin.GetAsync(Areas);
        Assert.Equal(["NewTitle"], (await Admin.SubmitAsync(page, form: "#add")).InvalidFields);
        var added = await Admin.SubmitAsync(page, [("NewTitle", "Area 3")], "#add");
        await Admin.SubmitAsync(page, [("NewTitle", "Area 3")], "#add");
        Assert.Equal(["Area 1", "Area 2", "Area 3"], await TitlesAsync());
        await Admin.SubmitAsync(added, form: "#area-2 form[action*=Up]");
        Assert.Equal(["Area 2", "Area 1", "Area 3"], await TitlesAsync());
        Assert.Equal(2, await AreaOfTheParagraphAsync());

        var inThePaper = await Admin.SubmitAsync(await Admin.GetAsync(Areas), form: "#area-2 form[action*=Remove]");
        Assert.Equal(HttpStatusCode.BadRequest, inThePaper.Status);
        Assert.Contains("Paragraphs of the paper belong to this area", inThePaper.Text, StringComparison.Ordinal);
        await Admin.SubmitAsync(await Admin.GetAsync(Areas), form: "#area-1 form[action*=Remove]");
        Assert.Equal(["Area 1", "Area 3"], await TitlesAsync());
        Assert.Equal(1, await AreaOfTheParagraphAsync());
    }

    [Fact]
    public async Task Areas_OnceOpened_KeepNumbersAndOrder()
    {
        await TestWindow.MakeAsync(Host, opened: false);
        var stale = await Admin.GetAsync(Areas);
        await Host.WithAsync<CommentWindows>(async windows => await windows.ChangeAsync((await windows.FindAsync(new WindowName("b-tech", 1), default))!.Id, window => window.Open(), default));
        foreach (var form in new[] { "#area-2 form[action*=Up]", "#area-2 form[action*=Remove]" })
            Assert.Contains("this cannot be changed now", (await Admin.SubmitAsync(stale, form: form)).Text, StringComparison.Ordinal);
        Assert.Equal(["NewTitle"], (await Admin.SubmitAsync(stale, [("NewTitle", "Area 3")], "#add")).InvalidFields);
        Assert.Equal(["Area 1", "Area 2"], await TitlesAsync());
        var page = await Admin.GetAsync(Areas);
        Assert.Null(page.Document.QuerySelector("main form[action*=Up], main form[action*=Remove]"));
    }

    [Fact]
    public async Task Delete_Empty_TakesEverythingInTwoSteps_AndLeavesALine()
    {
        await TestWindow.MakeAsync(Host, opened: false);
        Assert.Contains("People are invited", (await Admin.GetAsync(Delete)).Text, StringComparison.Ordinal);
        await Host.Database.ExecuteAsync("DELETE FROM people.invitation_link; DELETE FROM people.invitation");
        var round = (await Host.WithAsync<CommentWindows, CommentWindow?>(windows => windows.FindAsync(new WindowName("b-tech", 1), default)))!;
        await Host.WithAsync<ReminderBook, ReminderProblem>(book => book.AddAsync(round, round.ClosesAt.AddDays(-1), ReminderAudience.Everybody, default));
        await Host.WithAsync<ScopingPapers, int>(papers => papers.AddNextAsync(round.ConsultationId, LocalizedText.InEnglish("Newer"),
            id => [new Paragraph { Id = Guid.NewGuid(), PaperVersionId = id, Order = 1, Number = 1, FocusAreaNumber = 1, Text = LocalizedText.InEnglish("Newer.") }], default));
        await new Crew(Host).AddAsync("offers", round.Id, StaffRole.Offers);
        await Host.WithAsync<KeyRing>(keys => keys.CreateAsync(round.Id, default));

        Assert.NotNull((await Admin.GetAsync("/admin/consultations/b-tech")).Document.QuerySelector($"a[href$='{Delete}']"));
        var form = await Admin.GetAsync(Delete);
        Assert.Equal(["Typed"], (await Admin.SubmitAsync(form, [("Typed", "b-teck")])).InvalidFields);
        Assert.NotEmpty(await TitlesAsync());
        var gone = await Admin.SubmitAsync(form, [("Typed", "b-tech")]);
        Assert.Equal("/admin", gone.Address.AbsolutePath);
        Assert.Equal(HttpStatusCode.NotFound, (await Admin.GetAsync(Delete)).Status);
        foreach (var table in new[] { "consultation", "focus_area", "participant_group", "comment_window", "paper_version", "paragraph", "paragraph_change", "reminder", "announcement" })
            Assert.Equal(0L, await Host.Database.AskAsync<long>($"SELECT count(*) FROM agenda.{table}"));
        Assert.Equal(0L, await Host.Database.AskAsync<long>($"SELECT count(*) FROM team.assignment WHERE window_id IS NOT NULL"));
        Assert.False(Directory.Exists(Path.Combine(Host.KeysFolder, "windows", round.Id.ToString("D"))));
        Assert.Contains("consultation deleted", (await Admin.GetAsync("/admin/audit")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delete_OpenedMeanwhile_IsRefusedAndKeepsEverything()
    {
        await TestWindow.MakeAsync(Host, opened: false);
        await Host.Database.ExecuteAsync("DELETE FROM people.invitation_link; DELETE FROM people.invitation");
        var form = await Admin.GetAsync(Delete);
        await Host.WithAsync<CommentWindows>(async windows => await windows.ChangeAsync((await windows.FindAsync(new WindowName("b-tech", 1), default))!.Id, window => window.Open(), default));
        var refused = await Admin.SubmitAsync(form, [("Typed", "b-tech")]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("A round of it has been opened", refused.Text, StringComparison.Ordinal);
        var id = (await Host.WithAsync<ConsultationList, Consultation?>(list => list.FindAsync("b-tech", default)))!.Id;
        // The rule stands in the module as well, whatever the page has looked at.
        Assert.Null(await Host.WithAsync<ConsultationList, IReadOnlyList<Guid>?>(list => list.DeleteUnopenedAsync(id, default)));
        Assert.Equal(["Area 1", "Area 2"], await TitlesAsync());
        using var one = await new Crew(Host).NewAsync("moderator", StaffRole.Moderator);
        foreach (var address in new[] { Areas, $"{Areas}/1", Delete }) Assert.Equal(HttpStatusCode.NotFound, (await one.GetAsync(address)).Status);
    }

    private Task<IReadOnlyList<string>> TitlesAsync() => Host.Database.ListAsync("SELECT title->>'en' FROM agenda.focus_area ORDER BY number");

    private Task<int> AreaOfTheParagraphAsync() => Host.Database.AskAsync<int>("SELECT focus_area_number FROM agenda.paragraph");
}
