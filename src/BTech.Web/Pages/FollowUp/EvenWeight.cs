using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace BTech.Web.Pages.FollowUp;

/// <summary>
/// Fills an answer up to a whole number of <see cref="Unit"/> bytes, so that whoever watches the line cannot tell by its length what was answered: a long
/// answer would show that a visitor is an author. What fills it is random, so that nothing on the way can pack it smaller.
/// </summary>
internal static class EvenWeight
{
    /// <summary>More than all but the longest answers have; those have twice as much.</summary>
    public const int Unit = 32 * 1024;

    private const string Begin = "<!-- ", End = " -->";

    /// <summary>The answer with what fills it, which nobody sees or hears.</summary>
    public static IHtmlContent Of(IHtmlContent answer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(answer);
        using var writer = new StringWriter();
        answer.WriteTo(writer, encoder);
        var html = writer.ToString();
        var used = Encoding.UTF8.GetByteCount(html) + Begin.Length + End.Length;
        var filling = Unit - (used % Unit);
        return new HtmlString(html + Begin + Convert.ToHexString(RandomNumberGenerator.GetBytes((filling + 1) / 2))[..filling] + End);
    }
}
