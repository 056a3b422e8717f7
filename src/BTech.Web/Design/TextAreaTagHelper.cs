using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BTech.Web.Design;

/// <summary>Longer text: <c>&lt;text-area for="Text" label="…" hint="…" rows="12" maxlength="5000" /&gt;</c>. With a maxlength the script counts.</summary>
[HtmlTargetElement("text-area", Attributes = "for")]
public sealed class TextAreaTagHelper : Field
{
    /// <summary>Height in lines.</summary>
    public int Rows { get; set; } = 8;

    /// <summary>Longest text; only counted and refused on the server, so that nothing pasted is cut off unseen.</summary>
    public int? Maxlength { get; set; }

    /// <summary>Language of the text inside, when known.</summary>
    public string? Lang { get; set; }

    /// <summary>Direction of the text inside; found from its first letters when not given.</summary>
    public string Dir { get; set; } = "auto";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Frame(output);
        var area = new TagBuilder("textarea");
        MoveAttributes(output, area);
        area.Attributes["id"] = FieldId;
        area.Attributes["name"] = Name;
        area.Attributes["rows"] = Rows.ToString(CultureInfo.InvariantCulture);
        area.Attributes["dir"] = Dir;
        if (!string.IsNullOrEmpty(Lang)) area.Attributes["lang"] = Lang;
        if (Maxlength is { } most) area.Attributes["data-most"] = most.ToString(CultureInfo.InvariantCulture);
        Describe(area);
        // A browser drops the first line break inside a textarea; one of ours keeps the author's.
        area.InnerHtml.AppendHtml("\n").Append(Value ?? "");
        output.Content.AppendHtml(LabelTag()).AppendHtml(Notes()).AppendHtml(area);
    }
}
