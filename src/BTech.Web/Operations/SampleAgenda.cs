using BTech.Agenda.Consultations;
using BTech.Agenda.Papers;
using BTech.Agenda.Retention;
using BTech.Agenda.Windows;

namespace BTech.Web.Operations;

/// <summary>The agenda side of the sample: the consultation with its groups and focus areas, the paper's versions, the rounds.</summary>
internal sealed class SampleAgenda(ConsultationList consultations, CommentWindows windows, ScopingPapers papers)
{
    public async Task<Consultation> AddAsync(SampleFiles files, string slug, DateTimeOffset loadedAt, CancellationToken cancel)
    {
        var file = files.Consultation();
        var consultation = Build(file, slug);
        await consultations.AddAsync(consultation, cancel);
        var versions = new Dictionary<int, Guid>();
        foreach (var number in file.Rounds.Select(round => round.Paper).Distinct().Order())
            versions.Add(number, await AddPaperAsync(files.Paper(number), consultation.Id, isFirstLoad: slug == file.Slug, cancel));
        foreach (var round in file.Rounds)
            await windows.AddAsync(Build(round, consultation.Id, versions[round.Paper], loadedAt), cancel);
        return (await consultations.FindAsync(slug, cancel))!;
    }

    private static Consultation Build(SampleFiles.ConsultationFile file, string slug)
    {
        var consultation = new Consultation
        {
            Id = Guid.NewGuid(), Slug = slug, Title = file.Title, Purpose = file.Purpose, Host = file.Host, HostLabel = file.HostLabel,
            Contact = file.Contact, UrgentContact = file.UrgentContact,
        };
        consultation.FocusAreas.AddRange(file.FocusAreas.Select(area => new FocusArea
        {
            Id = Guid.NewGuid(), ConsultationId = consultation.Id, Number = area.Number, Title = area.Title, ShortTitle = area.ShortTitle,
            Questions = area.Questions, IsCrossCutting = area.IsCrossCutting,
        }));
        consultation.Groups.AddRange(file.Groups.Select((group, index) =>
        {
            var family = file.Families.Single(one => one.Label == group.Family);
            return new ParticipantGroup
            {
                Id = Guid.NewGuid(), ConsultationId = consultation.Id, Label = group.Label, Order = index + 1, Name = group.Name, Adjective = group.Adjective,
                Family = family.Label, FamilyName = family.Name, FamilyAdjective = family.Adjective,
            };
        }));
        return consultation;
    }

    private async Task<Guid> AddPaperAsync(SampleFiles.PaperFile file, Guid consultationId, bool isFirstLoad, CancellationToken cancel)
    {
        var paper = new PaperVersion { Id = Guid.NewGuid(), ConsultationId = consultationId, Number = file.Number, Title = file.Title };
        paper.Paragraphs.AddRange(file.Paragraphs.Select((paragraph, index) => new Paragraph
        {
            // The file's ids are stable; a second copy of the sample needs ids of its own.
            Id = isFirstLoad ? paragraph.Id : Guid.NewGuid(),
            PaperVersionId = paper.Id, Order = index + 1, Number = paragraph.Heading ? null : paragraph.Number, FocusAreaNumber = paragraph.FocusArea, Text = paragraph.Text,
        }));
        await papers.AddAsync(paper, cancel);
        return paper.Id;
    }

    private static CommentWindow Build(SampleFiles.RoundEntry round, Guid consultationId, Guid paperId, DateTimeOffset loadedAt)
    {
        // From the day of loading, not of the round: what was kept of one held in 2019 would be erased before anybody had looked at the sample.
        var kept = RetentionDates.Usual(loadedAt.AddDays(round.OpenForDays ?? 28));
        return new CommentWindow
        {
            Id = Guid.NewGuid(), ConsultationId = consultationId, Number = round.Number, Kind = round.Kind, Title = round.Title, Place = round.Place,
            PaperVersionId = paperId, Zone = round.Zone, OpensAt = round.Opens ?? loadedAt, ClosesAt = round.Closes ?? loadedAt.AddDays(round.OpenForDays ?? 28),
            TextsErasedOn = kept.Texts, PeopleErasedOn = kept.People,
            // The round that is open now is open to registration as well, so that this can be tried.
            Admission = round.OpenForDays is null ? Admission.Invited : Admission.Both,
        };
    }
}
