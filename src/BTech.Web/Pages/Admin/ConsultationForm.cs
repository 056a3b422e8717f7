using System.Net.Mail;
using BTech.Agenda.Consultations;
using BTech.Languages;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin;

/// <summary>What administrators say of a consultation, as a form has it.</summary>
public sealed class ConsultationForm
{
    private static readonly LocalizedText UsualHostLabel = new(new Dictionary<string, string>
    {
        ["ar"] = "فريق المشروع", ["zh"] = "项目组", ["en"] = "The project team", ["fr"] = "L’équipe du projet", ["ru"] = "Проектная группа", ["es"] = "El equipo del proyecto",
    });

    public Dictionary<string, string?> Title { get; set; } = LocalizedForm.Fields(null);

    public Dictionary<string, string?> Purpose { get; set; } = LocalizedForm.Fields(null);

    public Dictionary<string, string?> Urgent { get; set; } = LocalizedForm.Fields(null);

    /// <summary>Who runs it.</summary>
    public Dictionary<string, string?> Host { get; set; } = LocalizedForm.Fields(null);

    /// <summary>The name under which the project team speaks.</summary>
    public Dictionary<string, string?> HostLabel { get; set; } = LocalizedForm.Fields(UsualHostLabel);

    public string? Contact { get; set; }

    public static ConsultationForm Of(Consultation consultation)
    {
        ArgumentNullException.ThrowIfNull(consultation);
        return new ConsultationForm
        {
            Title = LocalizedForm.Fields(consultation.Title),
            Purpose = LocalizedForm.Fields(consultation.Purpose),
            Urgent = LocalizedForm.Fields(consultation.UrgentContact),
            Host = LocalizedForm.Fields(consultation.Host),
            HostLabel = LocalizedForm.Fields(consultation.HostLabel),
            Contact = consultation.Contact,
        };
    }

    /// <summary>Puts what was typed into the consultation.</summary>
    public void ApplyTo(Consultation consultation)
    {
        ArgumentNullException.ThrowIfNull(consultation);
        consultation.Title = LocalizedForm.Text(Title);
        consultation.Purpose = LocalizedForm.Text(Purpose);
        consultation.UrgentContact = LocalizedForm.Text(Urgent);
        consultation.Contact = Contact!.Trim();
        consultation.Host = LocalizedForm.Text(Host);
        consultation.HostLabel = LocalizedForm.Text(HostLabel);
    }

    public static InlineValidator<ConsultationForm> Rules(IStringLocalizer<Words.Admin> words) => new()
    {
        form => form.NeedsEnglish(nameof(Title), f => f.Title, () => words["Consultation.TitleMissing"]),
        form => form.HoldsAtMost(200, nameof(Title), f => f.Title, () => words["Form.TooLong", 200]),
        form => form.NeedsEnglish(nameof(Purpose), f => f.Purpose, () => words["Consultation.PurposeMissing"]),
        form => form.HoldsAtMost(2000, nameof(Purpose), f => f.Purpose, () => words["Form.TooLong", 2000]),
        form => form.HoldsAtMost(600, nameof(Urgent), f => f.Urgent, () => words["Form.TooLong", 600]),
        form => form.NeedsEnglish(nameof(Host), f => f.Host, () => words["Consultation.HostMissing"]),
        form => form.HoldsAtMost(200, nameof(Host), f => f.Host, () => words["Form.TooLong", 200]),
        form => form.NeedsEnglish(nameof(HostLabel), f => f.HostLabel, () => words["Consultation.HostLabelMissing"]),
        form => form.HoldsAtMost(100, nameof(HostLabel), f => f.HostLabel, () => words["Form.TooLong", 100]),
        form => form.RuleFor(f => f.Contact).Must(contact => MailAddress.TryCreate(contact?.Trim(), out var address) && address.Address == contact.Trim())
            .WithMessage(_ => words["Consultation.ContactMissing"]),
    };
}
