using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BTech.Web.Design;

/// <summary>
/// What every posted form has. The token: the framework leaves it out of forms that name their own address, here only a form that says
/// <c>asp-antiforgery="false"</c> goes without. And no checks by the browser, which would answer in its own words and language instead of ours.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class PostedFormTagHelper(IHtmlGenerator generator) : TagHelper
{
    /// <summary>The page being rendered.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        output.Attributes.SetAttribute(new TagHelperAttribute("novalidate"));
        // Where the page says so itself, or the form has no address, the framework sees to the token.
        if (context.AllAttributes.ContainsName("asp-antiforgery") || !context.AllAttributes.ContainsName("action")) return;
        if (generator.GenerateAntiforgery(ViewContext) is { } token) output.PostContent.AppendHtml(token);
    }
}
