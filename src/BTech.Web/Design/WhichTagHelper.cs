using BTech.Web.Words;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Design;

/// <summary>
/// What a button or link of a row is about, for those who hear it away from its row: <c>@W["Check.Change"]&lt;which&gt;@name&lt;/which&gt;</c>.
/// </summary>
[HtmlTargetElement("which")]
public sealed class WhichTagHelper(IStringLocalizer<Shared> words) : TagHelper
{
    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var content = await output.GetChildContentAsync();
        var parts = words["Forms.Which"].Value.Split(SentenceTagHelper.Place, 2);
        output.TagName = "span";
        output.Attributes.SetAttribute("class", "visually-hidden");
        output.Content.Append(parts[0]).AppendHtml(content).Append(parts.Length > 1 ? parts[1] : string.Empty);
    }
}
