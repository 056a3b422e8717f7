using BTech.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace BTech.Web.Design;

/// <summary>What the framework says about values that it cannot read, in the page's language.</summary>
internal sealed class BindingMessages(IStringLocalizer<Shared> words) : IConfigureOptions<MvcOptions>
{
    public void Configure(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => words["Binding.NotUnderstood", value]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => words["Binding.NotUnderstood", value]);
        messages.SetValueIsInvalidAccessor(value => words["Binding.NotUnderstood", value]);
        messages.SetUnknownValueIsInvalidAccessor(_ => words["Binding.NotUnderstoodAtAll"]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => words["Binding.NotUnderstoodAtAll"]);
        messages.SetValueMustBeANumberAccessor(_ => words["Binding.Number"]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => words["Binding.Number"]);
        messages.SetValueMustNotBeNullAccessor(_ => words["Binding.Missing"]);
        messages.SetMissingBindRequiredValueAccessor(_ => words["Binding.Missing"]);
        messages.SetMissingKeyOrValueAccessor(() => words["Binding.Missing"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => words["Binding.Missing"]);
    }
}
