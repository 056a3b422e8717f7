using System.Text;
using BTech.Agenda;
using BTech.Agenda.Consultations;
using BTech.Agenda.Papers;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.People.Invitations;
using BTech.Record.Sealing;
using BTech.Testing;
using BTech.Web.Crossings;

namespace BTech.Web.Tests.Participate;

/// <summary>A window with a paper and twelve invited people in two groups, on a site of its own.</summary>
internal sealed class TestWindow(TestHost host, Guid windowId, IReadOnlyDictionary<string, string> codes)
{
    public TestHost Host => host;

    public Guid Id => windowId;

    /// <summary>The code of each invited person, by address.</summary>
    public IReadOnlyDictionary<string, string> Codes => codes;

    public string Code => CodeOf(1);

    /// <summary>The code of one of the twelve.</summary>
    public string CodeOf(int person) => codes[FormattableString.Invariant($"p{person}@example.org")];

    /// <summary>One of the twelve writes on the first focus area and sends.</summary>
    /// <returns>The follow-up code.</returns>
    public async Task<string> SendAsync(int person, string text)
    {
        using var visitor = host.NewVisitor();
        await EnterAndAcceptAsync(visitor, CodeOf(person));
        await visitor.SubmitAsync(await visitor.GetAsync("/participate/focus-areas/1"), [("Text", text)], "form[data-autosave]");
        var sent = await visitor.SubmitAsync(await visitor.GetAsync("/participate/check"), button: "button[value=send]");
        return sent.Document.QuerySelector("[data-follow-up-code]")!.TextContent;
    }

    public static async Task<TestWindow> MakeAsync(TestHost host, bool opened = true, int lateSendingMinutes = 0, TimeSpan? opensIn = null)
    {
        var now = host.Clock.GetUtcNow();
        var consultation = new Consultation
        {
            Id = Guid.NewGuid(), Slug = "b-tech", Title = Text("B-Tech"), Purpose = Text("Comments on the draft paper."), Host = Text("The host"),
            HostLabel = Text("The project team"), Contact = "team@example.org", UrgentContact = Text("urgent@example.org"),
        };
        foreach (var number in new[] { 1, 2 })
            consultation.FocusAreas.Add(new FocusArea
            {
                Id = Guid.NewGuid(), ConsultationId = consultation.Id, Number = number, Title = Text($"Area {number}"), ShortTitle = Text($"A{number}"),
                Questions = Text("What is missing?\nWhat helps?"),
            });
        consultation.Groups.AddRange(new[] { ("companies", 1), ("civil-society", 2) }.Select(group => new ParticipantGroup
        {
            Id = Guid.NewGuid(), ConsultationId = consultation.Id, Label = group.Item1, Order = group.Item2, Name = Text(group.Item1), Adjective = Text(group.Item1),
            Family = group.Item1, FamilyName = Text(group.Item1), FamilyAdjective = Text(group.Item1),
        }));
        var paper = new PaperVersion { Id = Guid.NewGuid(), ConsultationId = consultation.Id, Number = 1, Title = Text("Draft") };
        paper.Paragraphs.Add(new Paragraph { Id = Guid.NewGuid(), PaperVersionId = paper.Id, Order = 1, Number = 1, FocusAreaNumber = 1, Text = Text("First *paragraph*.") });
        var window = new CommentWindow
        {
            Id = Guid.NewGuid(), ConsultationId = consultation.Id, Number = 1, Kind = RoundKind.Written, Title = Text("Written comments"),
            PaperVersionId = paper.Id, OpensAt = now + (opensIn ?? TimeSpan.FromMinutes(-1)), ClosesAt = now.AddDays(28), Zone = "Europe/Zurich",
            LateSendingMinutes = lateSendingMinutes, HoldingHours = 24,
        };
        await host.WithAsync<ConsultationList>(list => list.AddAsync(consultation, default));
        await host.WithAsync<ScopingPapers>(papers => papers.AddAsync(paper, default));
        await host.WithAsync<CommentWindows>(windows => windows.AddAsync(window, default));

        var csv = new StringBuilder("name,role,organisation,group,email,language\n");
        for (var i = 1; i <= 12; i++)
            csv.AppendLine(FormattableString.Invariant($"Person {i},Role {i},Example {(i + 1) / 2},{(i <= 6 ? "companies" : "civil-society")},p{i}@example.org,en"));
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(csv.ToString()));
        var report = await host.WithAsync<InvitationImport, ImportReport>(import => import.ReadAsync(window.Id, file, ["companies", "civil-society"], save: true, default));
        Assert.Empty(report.Problems);
        if (opened) await OpenAsync(host, window.Id);
        var codes = new Dictionary<string, string>();
        foreach (var invited in report.Invited)
            codes[invited.Email] = await host.WithAsync<InvitationList, string>(list => list.MintLinkAsync(invited.InvitationId, default));
        return new TestWindow(host, window.Id, codes);
    }

    /// <summary>Opens a window that was made unopened.</summary>
    public Task OpenAsync() => OpenAsync(host, windowId);

    private static async Task OpenAsync(TestHost host, Guid windowId) => Assert.Empty(await host.WithAsync<WindowOpening, IReadOnlyList<OpeningObstacle>>(
        opening => opening.OpenAsync(windowId, new StaffId(Guid.NewGuid()), new StaffId(Guid.NewGuid()), default)));

    /// <summary>Follows a link and presses Continue; ends at the Rule.</summary>
    public static async Task<VisitedPage> EnterAsync(FormClient visitor, string code) =>
        await visitor.SubmitAsync(await visitor.GetAsync($"/participate/{code}"));

    /// <summary>Enters and accepts the Rule; ends at the task list.</summary>
    public static async Task<VisitedPage> EnterAndAcceptAsync(FormClient visitor, string code)
    {
        var rule = await EnterAsync(visitor, code);
        return rule.Address.AbsolutePath == "/participate/rule" ? await visitor.SubmitAsync(rule, [("Accepted", "true")]) : rule;
    }

    public Task CloseAsync() => host.WithAsync<CommentWindows>(async windows =>
    {
        var window = await windows.FindAsync(windowId, default);
        host.Clock.SetUtcNow(window!.ClosesAt.AddSeconds(1));
    });

    /// <summary>Ends writing now, without the clock moving, so that nobody's session ends with it.</summary>
    public Task CloseEarlyAsync() => host.WithAsync<WindowClosing>(async closing =>
        Assert.True(await closing.CloseEarlyAsync(windowId, new StaffId(Guid.NewGuid()), new StaffId(Guid.NewGuid()), Text("Enough"), default)));

    /// <summary>Closes the window by the clock and seals it once the holding time is over.</summary>
    public async Task SealAsync()
    {
        await CloseAsync();
        host.Clock.Advance(TimeSpan.FromHours(25));
        Assert.True((await host.WithAsync<WindowSealing, SealOutcome>(
            sealing => sealing.SealAsync(windowId, new StaffId(Guid.NewGuid()), new StaffId(Guid.NewGuid()), default))).IsSealed);
    }

    private static LocalizedText Text(string text) => LocalizedText.InEnglish(text);
}
