using System.Globalization;
using BTech.Record.Reports;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BTech.Web.Pages.Reports;

/// <summary>A report's texts as HTML, without a blank more or less between the runs.</summary>
/// <param name="referred">Footnotes already referred to on the page: only the first reference is where a footnote leads back to.</param>
public sealed class ReportWords(ISet<int>? referred = null)
{
    private readonly ISet<int> _referred = referred ?? new HashSet<int>();

    /// <summary>The name of a key point in addresses, by its place in the report.</summary>
    public static string PointName(int place) => string.Create(CultureInfo.InvariantCulture, $"point-{place}");

    /// <summary>Inline text as it is stored.</summary>
    public static IHtmlContent Of(string text) => new ReportWords().Write(InlineText.Parse(text));

    /// <summary>Inline text away from its report, where there are no footnotes to refer to.</summary>
    public static IHtmlContent WithoutNotes(string text) => new ReportWords().Write([.. InlineText.Parse(text).Where(run => run.Footnote is null)]);

    /// <summary>Runs of a text.</summary>
    public IHtmlContent Write(IReadOnlyList<InlineText.Run> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var html = new HtmlContentBuilder();
        foreach (var run in runs) html.AppendHtml(Write(run));
        return html;
    }

    private IHtmlContent Write(InlineText.Run run)
    {
        if (run.Footnote is { } number) return Reference(number);
        IHtmlContent words = new HtmlContentBuilder().Append(run.Text);
        if (run.IsEmphasis) words = Wrapped("em", words);
        if (run.IsKeyPhrase) words = Wrapped("strong", words);
        if (run.Point is { } place)
        {
            if (words is not TagBuilder named) words = named = Wrapped("span", words);
            named.Attributes["id"] = PointName(place);
        }
        if (run.Link is not { } address) return words;
        var link = Wrapped("a", Wrapped("bdi", words));
        link.Attributes["href"] = address;
        link.Attributes["rel"] = "noreferrer";
        return link;
    }

    private TagBuilder Reference(int number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        var link = Wrapped("a", new HtmlContentBuilder().Append(digits));
        link.Attributes["href"] = $"#note-{digits}";
        link.Attributes["role"] = "doc-noteref";
        if (_referred.Add(number)) link.Attributes["id"] = $"ref-{digits}";
        return Wrapped("sup", link);
    }

    private static TagBuilder Wrapped(string tag, IHtmlContent inside)
    {
        var builder = new TagBuilder(tag);
        builder.InnerHtml.AppendHtml(inside);
        return builder;
    }
}
