using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BTech.Web.Design;

/// <summary>What all form fields share: label, hint, the refusal beside the field, and the links between them.</summary>
public abstract class Field : TagHelper
{
    /// <summary>The page model's property that the field posts.</summary>
    [HtmlAttributeName("for")]
    public required ModelExpression For { get; set; }

    /// <summary>Visible label, already in the page's language.</summary>
    public string Label { get; set; } = "";

    /// <summary>A line under the label, already in the page's language.</summary>
    public string? Hint { get; set; }

    /// <summary>The id, where a page needs another than the property's name.</summary>
    public string? Id { get; set; }

    /// <summary>The page being rendered.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    protected string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    protected string FieldId => Id ?? TagBuilder.CreateSanitizedId(Name, "_");

    protected IReadOnlyList<string> Refusals =>
        [.. (State?.Errors ?? []).Select(error => error.ErrorMessage).Where(message => message.Length > 0)];

    protected bool IsRefused => State?.Errors.Count > 0;

    /// <summary>What was typed if this is an answer to a post, else what the model holds.</summary>
    protected string? Value => State?.AttemptedValue ?? Convert.ToString(Held, CultureInfo.InvariantCulture);

    // A text in six languages of which a post named none, because another form of the page was sent, or no form at all, is empty in each.
    private object? Held
    {
        get
        {
            try
            {
                return For.Model;
            }
            catch (KeyNotFoundException)
            {
                return null;
            }
        }
    }

    private ModelStateEntry? State => ViewContext.ModelState.TryGetValue(Name, out var state) ? state : null;

    protected void Frame(TagHelperOutput output, string tag = "div", string kind = "")
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = tag;
        output.TagMode = TagMode.StartTagAndEndTag;
        var given = output.Attributes.TryGetAttribute("class", out var written) ? $" {written.Value}" : "";
        output.Attributes.SetAttribute("class", $"field{(kind.Length > 0 ? $" {kind}" : "")}{(IsRefused ? " refused" : "")}{given}");
    }

    protected TagBuilder LabelTag()
    {
        var label = new TagBuilder("label");
        label.Attributes["for"] = FieldId;
        label.InnerHtml.Append(Label);
        return label;
    }

    /// <summary>Hint and refusals, in the order in which they are read out.</summary>
    protected IHtmlContent Notes()
    {
        var notes = new HtmlContentBuilder();
        if (!string.IsNullOrEmpty(Hint)) notes.AppendHtml(Note("hint", $"{FieldId}-hint", Hint));
        var refusals = Refusals;
        if (refusals.Count > 0) notes.AppendHtml(Note("error", $"{FieldId}-error", string.Join(" ", refusals)));
        return notes;
    }

    protected void Describe(TagBuilder input)
    {
        ArgumentNullException.ThrowIfNull(input);
        string[] ids = [.. string.IsNullOrEmpty(Hint) ? Array.Empty<string>() : [$"{FieldId}-hint"], .. Refusals.Count == 0 ? Array.Empty<string>() : [$"{FieldId}-error"]];
        if (ids.Length > 0) input.Attributes["aria-describedby"] = string.Join(' ', ids);
        if (IsRefused) input.Attributes["aria-invalid"] = "true";
    }

    private static TagBuilder Note(string kind, string id, string text)
    {
        var note = new TagBuilder("p");
        note.AddCssClass(kind);
        note.Attributes["id"] = id;
        note.InnerHtml.Append(text);
        return note;
    }

    /// <summary>Attributes written on the tag itself that belong to the input (autocomplete, data-…), not to its frame.</summary>
    protected static void MoveAttributes(TagHelperOutput output, TagBuilder input)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(input);
        foreach (var attribute in output.Attributes.Where(attribute => attribute.Name != "class").ToList())
        {
            output.Attributes.Remove(attribute);
            input.Attributes[attribute.Name] = attribute.ValueStyle == HtmlAttributeValueStyle.Minimized ? attribute.Name : Convert.ToString(attribute.Value, CultureInfo.InvariantCulture);
        }
    }
}
