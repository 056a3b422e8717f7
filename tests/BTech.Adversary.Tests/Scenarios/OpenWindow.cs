using System.Text;
using BTech.Agenda;
using BTech.Agenda.Consultations;
using BTech.Agenda.Papers;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.People.Invitations;
using BTech.Testing;
using BTech.Web.Crossings;

namespace BTech.Adversary.Tests.Scenarios;

/// <summary>A comment window with one focus area, announced, filled with people and opened, as the team's pages do it.</summary>
internal static class OpenWindow
{
    public static async Task AnnounceAsync(TestHost host, Guid window, string[] groups)
    {
        var now = host.Clock.GetUtcNow();
        var consultation = new Consultation
        {
            Id = Guid.NewGuid(), Slug = "b-tech", Title = Text("B-Tech"), Purpose = Text("Comments on the draft."), Host = Text("The host"),
            HostLabel = Text("The project team"), Contact = "team@example.org", UrgentContact = Text("urgent@example.org"),
        };
        consultation.FocusAreas.Add(new FocusArea { Id = Guid.NewGuid(), ConsultationId = consultation.Id, Number = 1, Title = Text("Area 1"), ShortTitle = Text("A1"), Questions = Text("What is missing?") });
        consultation.Groups.AddRange(groups.Select((label, index) => new ParticipantGroup
        {
            Id = Guid.NewGuid(), ConsultationId = consultation.Id, Label = label, Order = index + 1, Name = Text(label), Adjective = Text(label),
            Family = label, FamilyName = Text(label), FamilyAdjective = Text(label),
        }));
        var paper = new PaperVersion { Id = Guid.NewGuid(), ConsultationId = consultation.Id, Number = 1, Title = Text("Draft") };
        paper.Paragraphs.Add(new Paragraph { Id = Guid.NewGuid(), PaperVersionId = paper.Id, Order = 1, Number = 1, FocusAreaNumber = 1, Text = Text("A paragraph.") });
        await host.WithAsync<ConsultationList>(list => list.AddAsync(consultation, default));
        await host.WithAsync<ScopingPapers>(papers => papers.AddAsync(paper, default));
        await host.WithAsync<CommentWindows>(windows => windows.AddAsync(
            new CommentWindow
            {
                Id = window, ConsultationId = consultation.Id, Number = 1, Kind = RoundKind.Written, Title = Text("Written comments"),
                PaperVersionId = paper.Id, OpensAt = now.AddMinutes(-1), ClosesAt = now.AddDays(28), Zone = "Europe/Zurich",
            },
            default));
    }

    public static async Task<IReadOnlyList<ImportedInvitation>> InviteAsync(TestHost host, Guid window, string csv, string[] groups)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        var report = await host.WithAsync<InvitationImport, ImportReport>(import => import.ReadAsync(window, file, groups, save: true, default));
        Assert.Empty(report.Problems);
        Assert.Empty(await host.WithAsync<WindowOpening, IReadOnlyList<OpeningObstacle>>(opening => opening.OpenAsync(window, new StaffId(Guid.NewGuid()), new StaffId(Guid.NewGuid()), default)));
        return report.Invited;
    }

    private static LocalizedText Text(string text) => LocalizedText.InEnglish(text);
}
