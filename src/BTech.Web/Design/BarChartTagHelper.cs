using System.Globalization;
using BTech.Web.Words;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Design;

/// <summary>
/// Draws a <see cref="BarChart"/>: <c>&lt;bar-chart chart="Model.Stances" id="stances" /&gt;</c>. Names are text of the page, so that they wrap and
/// read in every script; the bars are SVG in percentages, mirrored by the style sheet where text runs from right to left. Parts differ by pattern
/// as well as by colour, and every bar has an outline, so that print and forced colours keep them apart.
/// </summary>
[HtmlTargetElement("bar-chart", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BarChartTagHelper(IStringLocalizer<Shared> words) : TagHelper
{
    private const int Height = 20;

    /// <summary>What to draw.</summary>
    public required BarChart Chart { get; set; }

    /// <summary>Id of the figure, unique on the page.</summary>
    public required string Id { get; set; }

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">There are more parts than can be told apart.</exception>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Chart.Parts.Count is 0 or > BarChart.MostParts) throw new InvalidOperationException($"A bar has one to {BarChart.MostParts} parts.");
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("id", Id);
        output.Attributes.SetAttribute("class", "chart");
        output.Content.AppendHtml(Element("figcaption", Text("span", Chart.Title), Text("span", Chart.Finding, "finding")));
        var picture = Element("div", [.. Chart.Bars.Select(Row)]);
        picture.Attributes["role"] = "img";
        picture.Attributes["aria-label"] = $"{Chart.Title}. {Chart.Finding}";
        picture.AddCssClass("bars");
        picture.InnerHtml.AppendHtml(Patterns());
        output.Content.AppendHtml(picture);
        if (Chart.Parts.Count > 1) output.Content.AppendHtml(Legend());
        output.Content.AppendHtml(Element("details", Text("summary", words["Chart.Table"]), Table()));
    }

    private int Longest => Math.Max(1, Chart.Bars.Select(bar => bar.Values.Sum()).DefaultIfEmpty().Max());

    private TagBuilder Row(BarChart.Bar bar) => Element("div", Text("bdi", bar.Name), Drawing(bar), Text("span", string.Join(" · ", bar.Words), "figures"));

    private TagBuilder Drawing(BarChart.Bar bar)
    {
        var at = 0;
        var parts = bar.Values.Select((value, part) =>
        {
            var drawn = Part(part, Percent(at), Percent(value));
            at += value;
            return (Drawn: drawn, IsThere: value > 0);
        }).Where(one => one.IsThere).Select(one => one.Drawn).ToArray<IHtmlContent>();
        return Svg("100%", parts);
    }

    // A part is filled with its colour and drawn over with its pattern.
    private TagBuilder Part(int part, string x, string width)
    {
        var group = Element("g");
        foreach (var kind in new[] { "fill", "pattern" })
        {
            var rectangle = new TagBuilder("rect");
            foreach (var (name, value) in new[] { ("x", x), ("y", "1"), ("width", width), ("height", (Height - 2).ToString(CultureInfo.InvariantCulture)) }) rectangle.Attributes[name] = value;
            rectangle.AddCssClass(FormattableString.Invariant($"{kind}-{part + 1}"));
            if (kind == "pattern") rectangle.Attributes["fill"] = $"url(#{PatternId(part)})";
            group.InnerHtml.AppendHtml(rectangle);
        }
        return group;
    }

    private string PatternId(int part) => FormattableString.Invariant($"{Id}-{part + 1}");

    // Drawn over the colour: nothing, stripes, dots, a grid.
    private TagBuilder Patterns()
    {
        string[] drawings = ["", "M0 6L6 0M-1 1L1 -1M5 7L7 5", "M2 2h2v2h-2z", "M0 3H6M3 0V6"];
        var patterns = drawings.Take(Chart.Parts.Count).Select((drawing, part) =>
        {
            var path = new TagBuilder("path");
            path.Attributes["d"] = drawing;
            var pattern = Element("pattern", path);
            foreach (var (name, value) in new[] { ("id", PatternId(part)), ("patternUnits", "userSpaceOnUse"), ("width", "6"), ("height", "6") }) pattern.Attributes[name] = value;
            return pattern;
        }).ToArray<IHtmlContent>();
        var drawn = Svg("0", Element("defs", patterns));
        drawn.Attributes["height"] = "0";
        drawn.AddCssClass("patterns");
        return drawn;
    }

    private static TagBuilder Svg(string width, params IHtmlContent[] content)
    {
        var drawing = Element("svg", content);
        drawing.Attributes["width"] = width;
        drawing.Attributes["height"] = Height.ToString(CultureInfo.InvariantCulture);
        drawing.Attributes["aria-hidden"] = "true";
        drawing.Attributes["focusable"] = "false";
        return drawing;
    }

    private TagBuilder Legend()
    {
        var legend = Element("ul", [.. Chart.Parts.Select((name, part) => Element("li", Svg("32", Part(part, "0", "32")), Text("span", name)))]);
        legend.AddCssClass("legend");
        return legend;
    }

    private TagBuilder Table()
    {
        var head = Element("thead", Element("tr", [Column(Chart.Of), .. Chart.Parts.Select(Column)]));
        var body = Element("tbody", [.. Chart.Bars.Select(bar =>
        {
            var name = Element("th", Text("bdi", bar.Name));
            name.Attributes["scope"] = "row";
            return Element("tr", [name, .. bar.Words.Select(word => Text("td", word))]);
        })]);
        var table = Element("table", Text("caption", Chart.Title), head, body);
        table.AddCssClass("numbers");
        var scroll = Element("div", table);
        scroll.AddCssClass("scroll");
        scroll.Attributes["tabindex"] = "0";
        scroll.Attributes["role"] = "region";
        scroll.Attributes["aria-label"] = Chart.Title;
        return scroll;
    }

    private string Percent(int value) => (value * 100m / Longest).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static TagBuilder Column(string name)
    {
        var column = Text("th", name);
        column.Attributes["scope"] = "col";
        return column;
    }

    private static TagBuilder Text(string tag, string text, string? css = null)
    {
        var element = new TagBuilder(tag);
        element.InnerHtml.Append(text);
        if (css is not null) element.AddCssClass(css);
        return element;
    }

    private static TagBuilder Element(string tag, params IHtmlContent[] content)
    {
        var element = new TagBuilder(tag);
        foreach (var part in content) element.InnerHtml.AppendHtml(part);
        return element;
    }
}
