using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BTech.Web.Design;

/// <summary>
/// A sentence that holds more than text: <c>&lt;sentence text="@W["Index.NotYet"]"&gt;&lt;local-time … /&gt;&lt;/sentence&gt;</c>.
/// The content stands where the text has its place, so that each language keeps its own word order and punctuation.
/// </summary>
[HtmlTargetElement("sentence", Attributes = "text")]
public sealed class SentenceTagHelper : TagHelper
{
    /// <summary>The place of the content; given as a value to texts with several places.</summary>
    public const string Place = "{0}";

    /// <summary>The sentence with its place.</summary>
    public string Text { get; set; } = string.Empty;

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var content = await output.GetChildContentAsync();
        var parts = Text.Split(Place, 2);
        output.TagName = null;
        output.Content.Append(parts[0]).AppendHtml(content).Append(parts.Length > 1 ? parts[1] : string.Empty);
    }
}
