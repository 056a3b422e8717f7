using BTech.Agenda.Windows;
using BTech.Web.Design;
using BTech.Web.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin;

/// <summary>What is asked with the dates of a round and settled at its opening: who may take part, and what counts as one contributor.</summary>
public static class RoundQuestions
{
    /// <summary>The answers to who may take part.</summary>
    public static IReadOnlyList<Choice> Admissions(IStringLocalizer<Joining> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return [.. Enum.GetValues<Admission>().Select(admission => new Choice(admission.ToString(), words[$"Admission.{admission}"], words[$"Admission.{admission}.Hint"]))];
    }

    /// <summary>The answers to what counts.</summary>
    public static IReadOnlyList<Choice> Countings(IStringLocalizer<Joining> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return [.. Enum.GetValues<Counting>().Select(counting => new Choice(counting.ToString(), words[$"Counting.{counting}"], words[$"Counting.{counting}.Hint"]))];
    }

    /// <summary>What was answered; without an answer the reason stands beside the question.</summary>
    /// <param name="name">The field.</param>
    /// <param name="posted">What came.</param>
    /// <param name="usual">What is gone on with where no answer came; the form is refused all the same.</param>
    /// <param name="state">Where the reason goes.</param>
    /// <param name="missing">The reason.</param>
    public static TAnswer Read<TAnswer>(string name, string? posted, TAnswer usual, ModelStateDictionary state, string missing) where TAnswer : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(state);
        if (Enum.TryParse<TAnswer>(posted, out var answer) && Enum.IsDefined(answer)) return answer;
        state.AddModelError(name, missing);
        return usual;
    }
}
