using System.Globalization;
using System.Net;
using System.Text;
using BTech.Languages;

namespace BTech.Web.Mail;

/// <summary>What a letter with a link says, as plain text and as simple HTML.</summary>
/// <param name="Text">Plain text.</param>
/// <param name="Html">The same as simple HTML.</param>
public sealed record LetterBody(string Text, string Html)
{
    /// <summary>A letter of paragraphs with the link among them.</summary>
    /// <param name="language">The language it is written in.</param>
    /// <param name="before">The paragraphs above the link.</param>
    /// <param name="linkLabel">What the link is.</param>
    /// <param name="link">The link.</param>
    /// <param name="button">The words to press in HTML.</param>
    /// <param name="after">The paragraphs below it.</param>
    public static LetterBody WithLink(Language language, IReadOnlyList<string> before, string linkLabel, string link, string button, IReadOnlyList<string> after)
    {
        ArgumentNullException.ThrowIfNull(language);
        var text = string.Join("\n\n", [.. before, $"{linkLabel}\n{link}", .. after]) + "\n";
        return new LetterBody(text, HtmlOf(language, before, linkLabel, link, button, after));
    }

    // No image, no style sheet, nothing to load: opening the letter must tell nobody.
    private static string HtmlOf(Language language, IEnumerable<string> before, string linkLabel, string link, string button, IEnumerable<string> after)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"{language.Code}\" dir=\"{language.Direction}\"><head><meta charset=\"utf-8\"></head><body>\n");
        foreach (var paragraph in before) Paragraph(paragraph);
        html.Append(CultureInfo.InvariantCulture, $"<p>{WebUtility.HtmlEncode(linkLabel)}<br><a href=\"{WebUtility.HtmlEncode(link)}\">{WebUtility.HtmlEncode(button)}</a><br><bdi>{WebUtility.HtmlEncode(link)}</bdi></p>\n");
        foreach (var paragraph in after) Paragraph(paragraph);
        return html.Append("</body></html>\n").ToString();

        void Paragraph(string paragraph) => html.Append("<p dir=\"auto\">").Append(WebUtility.HtmlEncode(paragraph)).Append("</p>\n");
    }
}
