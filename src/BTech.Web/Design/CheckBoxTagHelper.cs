using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BTech.Web.Design;

/// <summary>One thing to tick: <c>&lt;check-box for="Accepted" label="…" hint="…" /&gt;</c>; not ticked posts nothing.</summary>
[HtmlTargetElement("check-box", Attributes = "for")]
public sealed class CheckBoxTagHelper : Field
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Frame(output, kind: "choice");
        var box = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        MoveAttributes(output, box);
        box.Attributes["type"] = "checkbox";
        box.Attributes["id"] = FieldId;
        box.Attributes["name"] = Name;
        box.Attributes["value"] = "true";
        if (For.Model is true) box.Attributes["checked"] = "checked";
        Describe(box);
        output.Content.AppendHtml(box).AppendHtml(LabelTag()).AppendHtml(Notes());
    }
}
