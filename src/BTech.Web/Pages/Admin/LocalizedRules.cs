using FluentValidation;

namespace BTech.Web.Pages.Admin;

/// <summary>Rules for a text in six languages, as a form has it; the reasons stand beside its English field.</summary>
internal static class LocalizedRules
{
    /// <summary>It must be there in English.</summary>
    public static IRuleBuilderOptions<T, Dictionary<string, string?>> NeedsEnglish<T>(
        this AbstractValidator<T> rules, string field, Func<T, Dictionary<string, string?>> text, Func<string> reason) =>
        rules.RuleFor(form => text(form)).Must(LocalizedForm.HasEnglish).OverridePropertyName($"{field}[en]").WithMessage(_ => reason());

    /// <summary>In no language may it have more characters.</summary>
    public static IRuleBuilderOptions<T, Dictionary<string, string?>> HoldsAtMost<T>(
        this AbstractValidator<T> rules, int most, string field, Func<T, Dictionary<string, string?>> text, Func<string> reason) =>
        rules.RuleFor(form => text(form)).Must(typed => LocalizedForm.Fits(typed, most)).OverridePropertyName($"{field}[en]").WithMessage(_ => reason());
}
