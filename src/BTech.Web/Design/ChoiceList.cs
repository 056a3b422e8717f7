using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BTech.Web.Design;

/// <summary>Several answers under one legend; the first carries the field's id, so that the error summary's link lands on it.</summary>
public abstract class ChoiceList : Field
{
    /// <summary>The answers: <see cref="Choice"/> or plain list items.</summary>
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    protected abstract string InputType { get; }

    protected abstract bool IsChosen(SelectListItem item);

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Frame(output, "fieldset");
        var legend = new TagBuilder("legend");
        legend.InnerHtml.Append(Label);
        output.Content.AppendHtml(legend).AppendHtml(Notes());
        var number = 0;
        foreach (var item in Items)
            output.Content.AppendHtml(Answer(item, number++));
    }

    private TagBuilder Answer(SelectListItem item, int number)
    {
        var id = number == 0 ? FieldId : string.Create(CultureInfo.InvariantCulture, $"{FieldId}_{number}");
        var row = new TagBuilder("div");
        row.AddCssClass("choice");
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = InputType;
        input.Attributes["id"] = id;
        input.Attributes["name"] = Name;
        input.Attributes["value"] = item.Value;
        if (item.Disabled) input.Attributes["disabled"] = "disabled";
        if (IsChosen(item)) input.Attributes["checked"] = "checked";
        Describe(input);
        var label = new TagBuilder("label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(item.Text);
        row.InnerHtml.AppendHtml(input).AppendHtml(label);
        if ((item as Choice)?.Hint is { Length: > 0 } hint)
        {
            var line = new TagBuilder("p");
            line.AddCssClass("hint");
            line.Attributes["id"] = $"{id}-hint-of";
            line.InnerHtml.Append(hint);
            row.InnerHtml.AppendHtml(line);
            input.Attributes["aria-describedby"] = input.Attributes.TryGetValue("aria-describedby", out var others) ? $"{id}-hint-of {others}" : $"{id}-hint-of";
        }
        return row;
    }
}

/// <summary>One of several answers: <c>&lt;radio-list for="Permission" label="…" items="…" /&gt;</c>.</summary>
[HtmlTargetElement("radio-list", Attributes = "for")]
public sealed class RadioListTagHelper : ChoiceList
{
    protected override string InputType => "radio";

    protected override bool IsChosen(SelectListItem item) => item.Selected || (Value is { } value && item.Value == value);
}

/// <summary>Any of several answers, posted as a list: <c>&lt;check-list for="Kinds" label="…" items="…" /&gt;</c>.</summary>
[HtmlTargetElement("check-list", Attributes = "for")]
public sealed class CheckListTagHelper : ChoiceList
{
    protected override string InputType => "checkbox";

    protected override bool IsChosen(SelectListItem item) =>
        item.Selected || (For.Model is IEnumerable chosen and not string && chosen.Cast<object?>().Any(one => Convert.ToString(one, CultureInfo.InvariantCulture) == item.Value));
}
