using BTech.Agenda.Windows;
using BTech.Web.Design;
using BTech.Web.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin;

/// <summary>The question who may take part in a round, on the forms that settle it.</summary>
public static class AdmissionForm
{
    /// <summary>The answers.</summary>
    public static IReadOnlyList<Choice> Choices(IStringLocalizer<Joining> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return [.. Enum.GetValues<Admission>().Select(admission => new Choice(admission.ToString(), words[$"Admission.{admission}"], words[$"Admission.{admission}.Hint"]))];
    }

    /// <summary>What was answered; without an answer the reason stands beside the question.</summary>
    public static Admission Read(string name, string? posted, ModelStateDictionary state, IStringLocalizer<Joining> words)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(words);
        if (Enum.TryParse<Admission>(posted, out var admission) && Enum.IsDefined(admission)) return admission;
        state.AddModelError(name, words["Admission.Missing"]);
        return Admission.Invited;
    }
}
