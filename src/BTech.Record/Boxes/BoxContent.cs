using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using BTech.Record.Inputs;

namespace BTech.Record.Boxes;

/// <summary>Everything one invited person makes in one window. It exists in the clear only while a request handles it.</summary>
public sealed class BoxContent
{
    /// <summary>Most pieces in one box; also the fixed number of hashes that a look-up by follow-up code derives.</summary>
    public const int MaxPieces = 256;

    /// <summary>Most pieces that come by letter; kept free for them, so that they find room whatever the author wrote.</summary>
    public const int MaxLetterPieces = 16;

    /// <summary>Version of this layout; fields of later versions are kept untouched.</summary>
    [JsonPropertyName("v")]
    [JsonInclude]
    public int Version { get; internal set; } = 1;

    /// <summary>What was written, place by place.</summary>
    [JsonIgnore]
    public IReadOnlyList<Piece> Pieces => Written;

    /// <summary>Label of the group, frozen at opening; empty when there is none.</summary>
    [JsonPropertyName("g")]
    [JsonInclude]
    public string Group { get; internal set; } = string.Empty;

    /// <summary>Version of the Rule's text that the author accepted; 0 when none yet.</summary>
    [JsonPropertyName("r")]
    [JsonInclude]
    public int AcceptedRuleVersion { get; internal set; }

    /// <summary>"If I have not pressed Send when the window closes, send what is there."</summary>
    [JsonPropertyName("t")]
    [JsonInclude]
    public bool SendWhatIsThere { get; internal set; }

    /// <summary>
    /// Given only while fewer than ten have sent: "open what I sent all the same, with those of the others who say so too".
    /// </summary>
    [JsonPropertyName("o")]
    [JsonInclude]
    public bool AgreesToBeOpenedWithFew { get; internal set; }

    /// <summary>The follow-up code until the author keeps or declines it, written as shown to people.</summary>
    [JsonPropertyName("c")]
    [JsonInclude]
    public string? PendingCode { get; internal set; }

    /// <summary>Whether the author declined the follow-up code.</summary>
    [JsonPropertyName("x")]
    [JsonInclude]
    public bool HasDeclinedCode { get; internal set; }

    /// <summary>
    /// Tells one passphrase from another without telling which: an entry made before a passphrase was set, or without it, carries another mark.
    /// Empty while none is set.
    /// </summary>
    [JsonIgnore]
    public string PassphraseMark =>
        PassphraseVerifier is null ? string.Empty : Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(PassphraseVerifier)).AsSpan(0, MarkBytes));

    /// <summary>Bytes of a mark.</summary>
    public const int MarkBytes = 8;

    /// <summary>The passphrase's verifier; nothing while no passphrase is set.</summary>
    [JsonPropertyName("y")]
    [JsonInclude]
    internal string? PassphraseVerifier { get; set; }

    /// <summary>Fields written by a later version of the product; kept as they are.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>What is in a new box of a group, with the room that one of this size in bytes has.</summary>
    public static BoxContent New(string group, int boxBytes)
    {
        var content = new BoxContent { Group = group };
        BoxContentForm.Write(content, Box.Room(boxBytes));
        return content;
    }

    /// <summary>
    /// What would be in a box whose author has just sent some words, with a follow-up code that was not kept yet. It is in no table: it shows
    /// how pages look after sending.
    /// </summary>
    public static BoxContent Sent(string group, int boxBytes, BoxChange change)
    {
        var content = New(group, boxBytes);
        content.Take(change);
        content.Send();
        return content;
    }

    /// <summary>Whether anything has been sent.</summary>
    [JsonIgnore]
    public bool IsSent => Written.Exists(piece => piece.Sent is not null);

    /// <summary>Whether anything at all stands in the working texts.</summary>
    [JsonIgnore]
    public bool HasWorkingText => Written.Exists(piece => piece.Working is not null);

    /// <summary>Whether pressing Send would change what has been sent.</summary>
    [JsonIgnore]
    public bool HasUnsentChanges => Written.Exists(piece => piece.HasUnsentChanges);

    /// <summary>
    /// What the seal would open now: what was sent, or, where the author ticked so, what is there. An author who ticked and changed a text
    /// after sending it gets the changed one.
    /// </summary>
    [JsonIgnore]
    public IEnumerable<(Piece Piece, PieceText Text)> ToSeal =>
        Written.Select(piece => (Piece: piece, Text: SendWhatIsThere ? piece.Working : piece.Sent)).Where(pair => pair.Text is not null).Select(pair => (pair.Piece, pair.Text!));

    /// <summary>Whether the seal would open anything.</summary>
    [JsonIgnore]
    public bool HasSomethingToSeal => ToSeal.Any();

    /// <summary>Bytes left in the box after compression.</summary>
    [JsonIgnore]
    public int RoomLeft { get; internal set; }

    /// <summary>How full the box is, in per cent.</summary>
    [JsonIgnore]
    public int FullPercent { get; internal set; }

    /// <summary>Bytes that letters have taken of the room kept for them. It only grows: a letter that the author removed frees nothing that others could notice.</summary>
    [JsonPropertyName("l")]
    [JsonInclude]
    internal int LetterBytes { get; set; }

    [JsonPropertyName("p")]
    [JsonInclude]
    internal List<Piece> Written { get; set; } = [];

    /// <summary>Follow-up root: HKDF of the code, or random where the code was declined.</summary>
    [JsonPropertyName("f")]
    [JsonInclude]
    internal byte[]? Root { get; set; }

    /// <summary>What stands at a place; nothing when never written to.</summary>
    public Piece? At(Place place, InputKind kind = InputKind.Comment) =>
        Written.Find(piece => piece.Kind == kind && piece.Place == place);

    /// <summary>The edit counter of a field, as a page must post it back; 0 for a field never written.</summary>
    public int CounterAt(Place place, InputKind kind = InputKind.Comment) => At(place, kind)?.Counter ?? 0;
}
