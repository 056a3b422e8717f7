using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace BTech.Web.Pages.FollowUp;

/// <summary>
/// Fills an answer up to <see cref="Size"/> bytes, so that whoever watches the line cannot tell by its length what was answered: a longer
/// answer would show that a visitor is an author. So there is no second size: what has no room is left out. What fills it is random, so that it cannot be
/// told from any other on the way; pages are not packed at all.
/// </summary>
internal static class EvenWeight
{
    /// <summary>Length of every answer in bytes: room for thirty sentences of a report with long responses in the widest of the six scripts.</summary>
    public const int Size = 128 * 1024;

    private const string Begin = "<!-- ", End = " -->";

    /// <summary>The answer with what fills it, which nobody sees or hears.</summary>
    /// <param name="parts">How many parts the answer has that can be left out from its end.</param>
    /// <param name="answer">The answer with so many of them; without any it has room.</param>
    /// <param name="encoder">Writes its words.</param>
    public static async Task<IHtmlContent> OfAsync(int parts, Func<int, Task<IHtmlContent>> answer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(answer);
        for (var shown = parts; ;)
        {
            using var writer = new StringWriter();
            (await answer(shown)).WriteTo(writer, encoder);
            var html = writer.ToString();
            var used = Encoding.UTF8.GetByteCount(html) + Begin.Length + End.Length;
            if (used <= Size) return new HtmlString(html + Begin + Convert.ToHexString(RandomNumberGenerator.GetBytes((Size - used + 1) / 2))[..(Size - used)] + End);
            if (shown == 0) throw new InvalidOperationException("The answer has no room even without its parts.");
            // In proportion to what is too much, and one less at least.
            shown = (int)Math.Min(shown - 1, (long)shown * Size / used);
        }
    }
}
