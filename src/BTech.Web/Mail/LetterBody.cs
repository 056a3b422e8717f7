using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using BTech.Languages;

namespace BTech.Web.Mail;

/// <summary>A link that stands out in a letter.</summary>
/// <param name="Label">What it is, above it.</param>
/// <param name="Address">Where it leads.</param>
/// <param name="Button">The words to press in HTML.</param>
public sealed record LetterLink(string Label, string Address, string Button);

/// <summary>
/// What a letter says, as plain text and as HTML. The HTML loads nothing: no image, no style sheet, no font, so that opening it tells nobody; it is
/// readable on a telephone, in either direction of writing, and where a mail program drops all styles.
/// </summary>
/// <param name="Text">Plain text.</param>
/// <param name="Html">The same as HTML.</param>
public sealed partial record LetterBody(string Text, string Html)
{
    private const string Page = "margin:0;padding:24px 16px;font-family:system-ui,'Segoe UI',Roboto,'Noto Sans','Helvetica Neue',Arial,sans-serif;font-size:16px;line-height:1.6;color:#1a1a1a";
    private const string Column = "max-width:36em;margin:0 auto";
    private const string Paragraph = "margin:0 0 16px";
    private const string Button = "display:inline-block;margin:8px 0;padding:10px 20px;border:2px solid #00538a;border-radius:4px;font-weight:bold;color:#00538a;text-decoration:none";
    private const string Small = "font-size:14px;word-break:break-all;color:#404040";
    private const string Link = "color:#00538a;overflow-wrap:anywhere";

    /// <summary>A letter of paragraphs, with a link among them where there is one.</summary>
    /// <param name="language">The language it is written in.</param>
    /// <param name="subject">Its subject line.</param>
    /// <param name="before">The paragraphs above the link.</param>
    /// <param name="link">The link.</param>
    /// <param name="after">The paragraphs below it.</param>
    public static LetterBody Of(Language language, string subject, IReadOnlyList<string> before, LetterLink? link = null, IReadOnlyList<string>? after = null)
    {
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(before);
        IEnumerable<string> linked = link is null ? [] : [$"{link.Label}\n{link.Address}"];
        var text = string.Join("\n\n", before.Concat(linked).Concat(after ?? [])) + "\n";
        return new LetterBody(text, HtmlOf(language, subject, before, link, after ?? []));
    }

    private static string HtmlOf(Language language, string subject, IReadOnlyList<string> before, LetterLink? link, IReadOnlyList<string> after)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"{language.Code}\" dir=\"{language.Direction}\"><head><meta charset=\"utf-8\">")
            .Append(CultureInfo.InvariantCulture, $"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{Encode(subject)}</title></head>\n")
            // Some mail programs keep the body alone: language and direction stand there as well.
            .Append(CultureInfo.InvariantCulture, $"<body style=\"{Page}\">\n<div lang=\"{language.Code}\" dir=\"{language.Direction}\" style=\"{Column}\">\n");
        foreach (var paragraph in before) Append(paragraph);
        if (link is not null)
            html.Append(CultureInfo.InvariantCulture, $"<p style=\"{Paragraph}\">{Encode(link.Label)}<br><a href=\"{Encode(link.Address)}\" style=\"{Button}\">{Encode(link.Button)}</a>")
                .Append(CultureInfo.InvariantCulture, $"<br><bdi dir=\"ltr\" style=\"{Small}\">{Encode(link.Address)}</bdi></p>\n");
        foreach (var paragraph in after) Append(paragraph);
        return html.Append("</div>\n</body></html>\n").ToString();

        void Append(string paragraph) => html.Append(CultureInfo.InvariantCulture, $"<p dir=\"auto\" style=\"{Paragraph}\">")
            .Append(Address().Replace(Encode(paragraph).Replace("\n", "<br>", StringComparison.Ordinal), $"<a href=\"$0\" style=\"{Link}\"><bdi dir=\"ltr\">$0</bdi></a>")).Append("</p>\n");
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    // In encoded text: an address ends before an entity that is no ampersand, and never in a full stop.
    [GeneratedRegex("https?://(?:[A-Za-z0-9._~:/?#@!$'()*+,=%-]|&amp;)*[A-Za-z0-9/_-]")]
    private static partial Regex Address();
}
