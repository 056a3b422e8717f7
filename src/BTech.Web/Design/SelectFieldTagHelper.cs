using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BTech.Web.Design;

/// <summary>One of many answers: <c>&lt;select-field for="Language" label="…" items="…" /&gt;</c>.</summary>
[HtmlTargetElement("select-field", Attributes = "for")]
public sealed class SelectFieldTagHelper : Field
{
    /// <summary>The answers.</summary>
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Frame(output);
        var select = new TagBuilder("select");
        MoveAttributes(output, select);
        select.Attributes["id"] = FieldId;
        select.Attributes["name"] = Name;
        Describe(select);
        foreach (var item in Items)
        {
            var option = new TagBuilder("option");
            option.Attributes["value"] = item.Value;
            if (item.Selected || (Value is { } value && item.Value == value)) option.Attributes["selected"] = "selected";
            if (item.Disabled) option.Attributes["disabled"] = "disabled";
            option.InnerHtml.Append(item.Text);
            select.InnerHtml.AppendHtml(option);
        }
        output.Content.AppendHtml(LabelTag()).AppendHtml(Notes()).AppendHtml(select);
    }
}
