using System.Globalization;
using BTech.Web.Words;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BTech.Web.Design;

/// <summary>An instant in a zone: <c>&lt;local-time instant="…" zone="…" /&gt;</c>, optionally <c>date-only="true"</c>.</summary>
[HtmlTargetElement("local-time", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LocalTimeTagHelper(LocalTime time) : TagHelper
{
    /// <summary>The instant.</summary>
    public DateTimeOffset Instant { get; set; }

    /// <summary>IANA name of the zone in which it is shown.</summary>
    public string Zone { get; set; } = "UTC";

    /// <summary>Whether only the day is shown.</summary>
    public bool DateOnly { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", Instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        output.Content.SetContent(DateOnly ? time.WriteDate(Instant, Zone) : time.Write(Instant, Zone));
    }
}
