using FluentValidation;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BTech.Web.Design;

/// <summary>Runs a page's own rules and puts what they refuse beside the fields.</summary>
public static class Validation
{
    /// <summary>Whether everything posted was bound and keeps the rules; else the page's model state says what does not.</summary>
    public static bool Validates<TPage>(this TPage page, IValidator<TPage> rules) where TPage : PageModel
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(rules);
        foreach (var failure in rules.Validate(page).Errors)
            page.ModelState.AddModelError(failure.PropertyName, failure.ErrorMessage);
        return page.ModelState.IsValid;
    }
}
