using System.Text.Json;
using System.Text.Json.Serialization;
using BTech.Record.Inputs;

namespace BTech.Record.Boxes;

/// <summary>The words of one piece, working or sent.</summary>
/// <param name="Text">The comment, the other wording, why a resource matters, or a dilemma's situation.</param>
/// <param name="Language">Code of the language in which it is written ("fr").</param>
/// <param name="Permission">What may be done with the words.</param>
/// <param name="Title">A resource's or an example's title.</param>
/// <param name="Link">A resource's address.</param>
/// <param name="Tension">A dilemma's tension.</param>
/// <param name="WouldHelp">What would help in a dilemma.</param>
/// <param name="Passage">The words of the paragraph that are meant; nothing for the whole of it.</param>
public sealed record PieceText(
    [property: JsonPropertyName("t")] string Text,
    [property: JsonPropertyName("l")] string Language,
    [property: JsonPropertyName("q")] QuotingPermission Permission = QuotingPermission.Paraphrase,
    [property: JsonPropertyName("h")] string? Title = null,
    [property: JsonPropertyName("u")] string? Link = null,
    [property: JsonPropertyName("d")] string? Tension = null,
    [property: JsonPropertyName("w")] string? WouldHelp = null,
    [property: JsonPropertyName("z")] Passage? Passage = null)
{
    /// <summary>Longest single text in characters (Unicode code units after normalisation).</summary>
    public const int MaxLength = 20_000;

    /// <summary>Longest title or link.</summary>
    public const int MaxLineLength = 500;

    /// <summary>Fields written by a later version of the product; kept as they are.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>Whether there is nothing in it to read.</summary>
    [JsonIgnore]
    public bool IsBlank =>
        string.IsNullOrWhiteSpace(Text) && string.IsNullOrWhiteSpace(Title) && string.IsNullOrWhiteSpace(Link)
        && string.IsNullOrWhiteSpace(Tension) && string.IsNullOrWhiteSpace(WouldHelp);

    /// <summary>All its words as one text, as the seal writes it: the passage meant, title, link, text, tension, what would help.</summary>
    public string Whole() => Passage is { } passage ? $"“{passage.Quote}”\n\n{OwnWords()}" : OwnWords();

    /// <summary>The same without the passage, which is the paper's and not the author's.</summary>
    public string OwnWords() =>
        string.Join("\n\n", new[] { Title, Link, Text, Tension, WouldHelp }.Where(part => !string.IsNullOrWhiteSpace(part)).Select(part => part!.Trim()));

    /// <summary>Whether another text says the same in the same language with the same permission.</summary>
    public bool SaysTheSameAs(PieceText? other) =>
        other is not null && Text == other.Text && Language == other.Language && Permission == other.Permission
        && Title == other.Title && Link == other.Link && Tension == other.Tension && WouldHelp == other.WouldHelp && Passage == other.Passage;

    /// <summary>What is wrong with it as a piece of a kind; nothing for kinds that ask for nothing.</summary>
    public IEnumerable<TextFault> FaultsAs(InputKind kind)
    {
        if (kind == InputKind.Dilemma && string.IsNullOrWhiteSpace(Text)) yield return TextFault.SituationMissing;
        if (kind is not (InputKind.Example or InputKind.Resource)) yield break;
        if (string.IsNullOrWhiteSpace(Title)) yield return TextFault.TitleMissing;
        if (Title?.Length > MaxLineLength) yield return TextFault.TitleTooLong;
        if (Link?.Length > MaxLineLength) yield return TextFault.LinkTooLong;
        else if (!IsWebAddress(Link)) yield return TextFault.NotALink;
    }

    /// <summary>Normalises every field (NFC, line ends LF), or says that one cannot be stored.</summary>
    internal static bool TryClean(PieceText raw, out PieceText clean)
    {
        clean = raw;
        if (!Wording.TryClean(raw.Text, out var text) || !Wording.TryClean(raw.Title, out var title) || !Wording.TryClean(raw.Link, out var link)
            || !Wording.TryClean(raw.Tension, out var tension) || !Wording.TryClean(raw.WouldHelp, out var wouldHelp)
            || !Wording.TryClean(raw.Passage?.Quote, out var quote) || !Wording.TryClean(raw.Passage?.Prefix, out var prefix) || !Wording.TryClean(raw.Passage?.Suffix, out var suffix)) return false;
        clean = raw with { Text = text ?? string.Empty, Title = title, Link = link, Tension = tension, WouldHelp = wouldHelp, Passage = quote is null ? null : new Passage(quote, prefix, suffix) };
        return true;
    }

    internal bool IsTooLong =>
        Text.Length > MaxLength || Tension?.Length > MaxLength || WouldHelp?.Length > MaxLength
        || Title?.Length > MaxLineLength || Link?.Length > MaxLineLength || Language.Length > 16 || Passage?.Quote.Length > Passage.MaxLength;

    private static bool IsWebAddress(string? link) =>
        string.IsNullOrWhiteSpace(link)
        || (Uri.TryCreate(link.Trim(), UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp));
}
