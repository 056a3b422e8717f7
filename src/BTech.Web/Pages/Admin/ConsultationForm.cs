using System.Net.Mail;
using BTech.Agenda.Consultations;
using BTech.Languages;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin;

/// <summary>What administrators say of a consultation, as a form has it.</summary>
public sealed class ConsultationForm
{
    public Dictionary<string, string?> Title { get; set; } = LocalizedForm.Fields(null);

    public Dictionary<string, string?> Purpose { get; set; } = LocalizedForm.Fields(null);

    public Dictionary<string, string?> Urgent { get; set; } = LocalizedForm.Fields(null);

    public string? Host { get; set; }

    public string? Contact { get; set; }

    public static ConsultationForm Of(Consultation consultation)
    {
        ArgumentNullException.ThrowIfNull(consultation);
        return new ConsultationForm
        {
            Title = LocalizedForm.Fields(consultation.Title),
            Purpose = LocalizedForm.Fields(consultation.Purpose),
            Urgent = LocalizedForm.Fields(consultation.UrgentContact),
            Host = consultation.Host.ToString(),
            Contact = consultation.Contact,
        };
    }

    /// <summary>Puts what was typed into the consultation; the host's name in other languages stays as it was.</summary>
    public void ApplyTo(Consultation consultation)
    {
        ArgumentNullException.ThrowIfNull(consultation);
        consultation.Title = LocalizedForm.Text(Title);
        consultation.Purpose = LocalizedForm.Text(Purpose);
        consultation.UrgentContact = LocalizedForm.Text(Urgent);
        consultation.Contact = Contact!.Trim();
        if (consultation.Host.ToString() != Host!.Trim())
            consultation.Host = new LocalizedText(consultation.Host.ByCode.Where(pair => pair.Key != Language.English.Code).Append(new(Language.English.Code, Host.Trim())));
    }

    public static InlineValidator<ConsultationForm> Rules(IStringLocalizer<Words.Admin> words) => new()
    {
        form => form.RuleFor(f => f.Title).Must(LocalizedForm.HasEnglish).OverridePropertyName("Title[en]").WithMessage(_ => words["Consultation.TitleMissing"]),
        form => form.RuleFor(f => f.Title).Must(text => LocalizedForm.Fits(text, 200)).OverridePropertyName("Title[en]").WithMessage(_ => words["Form.TooLong", 200]),
        form => form.RuleFor(f => f.Purpose).Must(LocalizedForm.HasEnglish).OverridePropertyName("Purpose[en]").WithMessage(_ => words["Consultation.PurposeMissing"]),
        form => form.RuleFor(f => f.Purpose).Must(text => LocalizedForm.Fits(text, 2000)).OverridePropertyName("Purpose[en]").WithMessage(_ => words["Form.TooLong", 2000]),
        form => form.RuleFor(f => f.Urgent).Must(text => LocalizedForm.Fits(text, 600)).OverridePropertyName("Urgent[en]").WithMessage(_ => words["Form.TooLong", 600]),
        form => form.RuleFor(f => f.Host).Must(host => !string.IsNullOrWhiteSpace(host)).WithMessage(_ => words["Consultation.HostMissing"]),
        form => form.RuleFor(f => f.Host).MaximumLength(200).WithMessage(_ => words["Form.TooLong", 200]),
        form => form.RuleFor(f => f.Contact).Must(contact => MailAddress.TryCreate(contact?.Trim(), out var address) && address.Address == contact.Trim())
            .WithMessage(_ => words["Consultation.ContactMissing"]),
    };
}
