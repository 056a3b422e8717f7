using System.Globalization;
using BTech.Record.Storage;

namespace BTech.Record.Responses;

/// <summary>An answer as the team works on it; the public reads the <see cref="ReleasedResponse"/>.</summary>
public sealed class Response : KeyPointResponse
{
    /// <summary>Stands for the answer as it was shown; another one means that somebody changed it.</summary>
    public string Seen => Stamp.Of(string.Join('\n', [LineageId.ToString(), ((int)Disposition).ToString(CultureInfo.InvariantCulture), Place(PaperVersion), Place(Paragraph), Reason]));

    private static string Place(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
