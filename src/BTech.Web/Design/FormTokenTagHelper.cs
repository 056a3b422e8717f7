using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BTech.Web.Design;

/// <summary>
/// The token in every form that is posted. The framework leaves it out of forms that name their own address; here only a form that
/// says <c>asp-antiforgery="false"</c> goes without.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post], action")]
public sealed class FormTokenTagHelper(IHtmlGenerator generator) : TagHelper
{
    /// <summary>The page being rendered.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        // Where the page says so itself, the framework does as it is told.
        if (context.AllAttributes.ContainsName("asp-antiforgery")) return;
        if (generator.GenerateAntiforgery(ViewContext) is { } token) output.PostContent.AppendHtml(token);
    }
}
