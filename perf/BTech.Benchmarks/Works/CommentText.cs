using System.Globalization;
using System.Text;

namespace BTech.Benchmarks.Works;

/// <summary>Made-up comments of 600 characters that can be told apart.</summary>
internal static class CommentText
{
    public const int Length = 600;

    public static string Of(int author, int area)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"Author {author} on area {area}. "));
        // Words of changing length, so that compression meets something like a text.
        for (var word = author * 31 + area; text.Length < Length; word = word * 1103515245 + 12345) text.Append(Convert.ToString(word & 0xfffff, 8)).Append(' ');
        return text.ToString(0, Length - 1) + '.';
    }
}
