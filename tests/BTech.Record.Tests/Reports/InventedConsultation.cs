using BTech.Agenda.Consultations;
using BTech.Agenda.Windows;
using BTech.Languages;

namespace BTech.Record.Tests.Reports;

/// <summary>A consultation with two focus areas and two groups, not stored anywhere: the Record side only reads it.</summary>
public static class InventedConsultation
{
    public static Consultation New()
    {
        var id = Guid.NewGuid();
        var consultation = new Consultation
        {
            Id = id,
            Slug = "invented",
            Title = LocalizedText.InEnglish("An *invented* project"),
            Purpose = LocalizedText.InEnglish("The purpose is to find out."),
            Host = LocalizedText.InEnglish("UN Human Rights"),
            HostLabel = LocalizedText.InEnglish("The project team"),
            Contact = "contact@example.org",
            UrgentContact = LocalizedText.InEnglish("urgent@example.org"),
        };
        foreach (var number in new[] { 1, 2 })
            consultation.FocusAreas.Add(new FocusArea
            {
                Id = Guid.NewGuid(),
                ConsultationId = id,
                Number = number,
                Title = LocalizedText.InEnglish($"Area {number}"),
                ShortTitle = LocalizedText.InEnglish($"A{number}"),
                Questions = LocalizedText.Empty,
            });
        foreach (var (label, order) in new[] { ("companies", 1), ("states", 2) })
            consultation.Groups.Add(new ParticipantGroup
            {
                Id = Guid.NewGuid(),
                ConsultationId = id,
                Label = label,
                Order = order,
                Name = LocalizedText.InEnglish(label),
                Adjective = LocalizedText.InEnglish(label),
                Family = $"{label}-family",
                FamilyName = LocalizedText.InEnglish($"{label} and others"),
                FamilyAdjective = LocalizedText.InEnglish(label),
            });
        return consultation;
    }

    public static CommentWindow Window(Consultation consultation, Guid id) => new()
    {
        Id = id,
        ConsultationId = consultation.Id,
        Consultation = consultation,
        Number = 1,
        Kind = RoundKind.Written,
        Title = LocalizedText.InEnglish("Written comments"),
        OpensAt = new DateTimeOffset(2026, 7, 29, 8, 0, 0, TimeSpan.Zero),
        ClosesAt = new DateTimeOffset(2026, 9, 6, 21, 59, 0, TimeSpan.Zero),
        Zone = "Europe/Zurich",
    };
}
