using BTech.Web.Design;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BTech.Web.Pages.Components;

/// <summary>
/// Every token and component of the style sheet on one page, for those who build pages: in Development only. GET shows the default
/// states, POST the refused ones. Its words are samples for builders, not part of the product, and therefore English only.
/// </summary>
[AllowAnonymous]
public sealed class IndexModel(IWebHostEnvironment environment) : PageModel
{
    /// <summary>Names of the custom properties that hold colours.</summary>
    public static IReadOnlyList<string> Colours { get; } =
    [
        "ink", "ink-2", "accent", "accent-dark", "link", "visited", "error", "success", "warning", "field", "focus", "marked", "paper", "sheet", "rule",
        "chart-1", "chart-2", "chart-3", "chart-4",
    ];

    /// <summary>Names of the custom properties that hold distances.</summary>
    public static IReadOnlyList<string> Steps { get; } = ["s1", "s2", "s3", "s4", "s6", "s8", "s12", "s16"];

    [BindProperty]
    public string? Line { get; set; }

    [BindProperty]
    public string? Text { get; set; } = "Assessments should ask about people who never signed up.";

    [BindProperty]
    public string? One { get; set; } = "a";

    [BindProperty]
    public List<string> Several { get; set; } = ["b"];

    [BindProperty]
    public bool Ticked { get; set; }

    [BindProperty]
    public string? Day { get; set; }

    [BindProperty]
    public string? Chosen { get; set; }

    public IReadOnlyList<Choice> Choices { get; } =
    [
        new("a", "A paraphrase only", "Your words are put differently."),
        new("b", "You may be asked to release a sentence"),
        new("c", "Background only", "Read, but never shown in any form."),
    ];

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!environment.IsDevelopment()) context.Result = NotFound();
    }

    public void OnPost()
    {
        foreach (var field in new[] { nameof(Line), nameof(Text), nameof(One), nameof(Several), nameof(Ticked), nameof(Day), nameof(Chosen) })
            ModelState.AddModelError(field, $"{field}: a sentence that says how to mend it.");
    }
}
