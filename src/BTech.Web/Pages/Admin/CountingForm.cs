using BTech.Agenda.Windows;
using BTech.Web.Design;
using BTech.Web.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin;

/// <summary>The question what counts as one contributor, on the forms that settle it.</summary>
public static class CountingForm
{
    /// <summary>The answers.</summary>
    public static IReadOnlyList<Choice> Choices(IStringLocalizer<Joining> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return [.. Enum.GetValues<Counting>().Select(counting => new Choice(counting.ToString(), words[$"Counting.{counting}"], words[$"Counting.{counting}.Hint"]))];
    }

    /// <summary>What was answered; without an answer the reason stands beside the question.</summary>
    public static Counting Read(string name, string? posted, ModelStateDictionary state, IStringLocalizer<Joining> words)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(words);
        if (Enum.TryParse<Counting>(posted, out var counting) && Enum.IsDefined(counting)) return counting;
        state.AddModelError(name, words["Counting.Missing"]);
        return Counting.Persons;
    }
}
