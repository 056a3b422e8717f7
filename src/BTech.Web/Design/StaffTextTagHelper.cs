using BTech.Languages;
using BTech.Web.Words;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BTech.Web.Design;

/// <summary>
/// A text that staff wrote: <c>&lt;staff-text text="Model.Title" /&gt;</c>, or <c>&lt;h1 staff-text="Model.Title"&gt;&lt;/h1&gt;</c>.
/// When it does not exist in the page's language, the element says in which language and direction it stands instead.
/// </summary>
[HtmlTargetElement("staff-text", Attributes = "text", TagStructure = TagStructure.NormalOrSelfClosing)]
[HtmlTargetElement(Attributes = "staff-text")]
public sealed class StaffTextTagHelper : TagHelper
{
    /// <summary>The text, on an element of its own.</summary>
    public LocalizedText? Text { get; set; }

    /// <summary>The text, on any element.</summary>
    public LocalizedText? StaffText { get; set; }

    /// <summary>The page being rendered.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (output.TagName == "staff-text") output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        var page = CurrentLanguage.Of(ViewContext.HttpContext);
        var (text, language) = (StaffText ?? Text ?? LocalizedText.Empty).In(page);
        if (language != page)
        {
            output.Attributes.SetAttribute("lang", language.Code);
            output.Attributes.SetAttribute("dir", language.Direction);
        }
        else if (output.TagName == "span" && output.Attributes.Count == 0)
        {
            output.TagName = null;
        }
        output.Content.SetContent(text);
    }
}
