using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BTech.Web.Design;

/// <summary>One line of text: <c>&lt;text-field for="Name" label="…" hint="…" type="email" autocomplete="email" /&gt;</c>.</summary>
[HtmlTargetElement("text-field", Attributes = "for")]
public sealed class TextFieldTagHelper : Field
{
    /// <summary>The input's type; passwords are never written back.</summary>
    public string Type { get; set; } = "text";

    /// <summary>Longest text that the browser accepts.</summary>
    public int? Maxlength { get; set; }

    /// <summary>Width hint: <c>short</c>, <c>medium</c>, or the whole measure.</summary>
    public string? Width { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Frame(output);
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        MoveAttributes(output, input);
        if (Width is not null) input.AddCssClass(Width);
        input.Attributes["type"] = Type;
        input.Attributes["id"] = FieldId;
        input.Attributes["name"] = Name;
        if (Type is "text" or "search") input.Attributes.TryAdd("dir", "auto");
        if (Maxlength is { } most) input.Attributes["maxlength"] = most.ToString(CultureInfo.InvariantCulture);
        if (Type != "password" && Value is { Length: > 0 } value) input.Attributes["value"] = value;
        Describe(input);
        output.Content.AppendHtml(LabelTag()).AppendHtml(Notes()).AppendHtml(input);
    }
}
