using BTech.Agenda.Reminders;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Web.Design;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin;

/// <summary>A reminder as a form has it: when, and to whom.</summary>
public sealed class ReminderForm
{
    public MomentForm Moment { get; set; } = new();

    public string? To { get; set; } = ReminderAudience.Everybody.ToString();

    /// <summary>The answers that the page offers.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<Choice> Audiences { get; set; } = [];

    public static ReminderForm Of(Reminder reminder, string zone, IStringLocalizer<Words.Admin> words)
    {
        ArgumentNullException.ThrowIfNull(reminder);
        return new ReminderForm { Moment = MomentForm.At(reminder.DueAt, zone, words), To = reminder.Audience.ToString() };
    }

    /// <summary>What was typed, when all of it is clear; else the reasons stand beside the fields.</summary>
    public (DateTimeOffset Due, ReminderAudience Audience)? Read(string name, CommentWindow window, ModelStateDictionary state, IStringLocalizer<Words.Admin> words)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(words);
        var due = Moment.Read($"{name}.{nameof(Moment)}", window.Zone, state, words);
        if (!ReminderAudience.TryParse(To, out var audience)) Refuse(ReminderProblem.NobodyMeant, name, state, words);
        return due is { } instant && audience is not null ? (instant, audience) : null;
    }

    /// <summary>Puts what stands against the reminder beside the field that has to be mended.</summary>
    public static void Refuse(ReminderProblem problem, string name, ModelStateDictionary state, IStringLocalizer<Words.Admin> words)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(words);
        var field = problem switch
        {
            ReminderProblem.NobodyMeant => $"{name}.{nameof(To)}",
            ReminderProblem.WindowIsOver or ReminderProblem.NoLongerPlanned => "",
            _ => $"{name}.{nameof(Moment)}.{nameof(MomentForm.Date)}",
        };
        state.AddModelError(field, words[$"Reminders.Problem.{problem}"]);
    }

    /// <summary>Everybody, each group, each language.</summary>
    public static IReadOnlyList<Choice> AudiencesOf(CommentWindow window, Language language, IStringLocalizer<Words.Admin> words)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(words);
        return
        [
            new Choice(ReminderAudience.Everybody.ToString(), words["Reminders.Everybody"]),
            .. window.Consultation.Groups.Select(group => new Choice(ReminderAudience.OfGroup(group.Label).ToString(), words["Reminders.Group", group.Name.In(language).Text])),
            .. Language.All.Select(one => new Choice(ReminderAudience.OfLanguage(one.Code).ToString(), words["Reminders.Language", one.NativeName])),
        ];
    }
}
