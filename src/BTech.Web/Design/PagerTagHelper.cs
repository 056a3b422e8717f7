using System.Globalization;
using BTech.Web.Words;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Design;

/// <summary>Previous and next of a long list: <c>&lt;pager page="2" pages="7" parameter="page" /&gt;</c>; keeps the address's other filters.</summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper(IStringLocalizer<Shared> words) : TagHelper
{
    /// <summary>The page shown, from 1.</summary>
    public int Page { get; set; } = 1;

    /// <summary>How many there are.</summary>
    public int Pages { get; set; } = 1;

    /// <summary>The query parameter that carries the page.</summary>
    public string Parameter { get; set; } = "page";

    /// <summary>The page being rendered.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Pages <= 1)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", words["Pager.Label"].Value);
        if (Page > 1) output.Content.AppendHtml(Link(Page - 1, "prev", words["Pager.Previous"]));
        var place = new TagBuilder("span");
        place.InnerHtml.Append(words["Pager.Place", Page, Pages]);
        output.Content.AppendHtml(place);
        if (Page < Pages) output.Content.AppendHtml(Link(Page + 1, "next", words["Pager.Next"]));
    }

    private TagBuilder Link(int page, string relation, string text)
    {
        var request = ViewContext.HttpContext.Request;
        var query = request.Query.Where(pair => pair.Key != Parameter)
            .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value))
            .Append(new(Parameter, page.ToString(CultureInfo.InvariantCulture)));
        var link = new TagBuilder("a");
        link.Attributes["rel"] = relation;
        link.Attributes["href"] = QueryHelpers.AddQueryString(request.PathBase + request.Path, query);
        link.InnerHtml.Append(text);
        return link;
    }
}
