using System.Text.Json;
using System.Text.Json.Serialization;
using BTech.Record.Inputs;

namespace BTech.Record.Boxes;

/// <summary>One thing written at one place: what is being worked on, and what was sent.</summary>
public sealed class Piece
{
    /// <summary>Where.</summary>
    [JsonPropertyName("a")]
    public required Place Place { get; init; }

    /// <summary>What kind of thing.</summary>
    [JsonPropertyName("k")]
    public required InputKind Kind { get; init; }

    /// <summary>What the author is working on; nothing when emptied.</summary>
    [JsonPropertyName("w")]
    [JsonInclude]
    public PieceText? Working { get; internal set; }

    /// <summary>What was sent; the seal opens nothing else.</summary>
    [JsonPropertyName("s")]
    [JsonInclude]
    public PieceText? Sent { get; internal set; }

    /// <summary>How often the working text was written: a page posts the number it was rendered with.</summary>
    [JsonPropertyName("n")]
    [JsonInclude]
    public int Counter { get; internal set; }

    /// <summary>Id of the page that wrote it last, so that the same post arriving twice gives the same result.</summary>
    [JsonPropertyName("g")]
    [JsonInclude]
    public string? PageId { get; internal set; }

    /// <summary>Whether it came by letter and was handed in for the author, who may change or remove it like everything else.</summary>
    [JsonPropertyName("h")]
    [JsonInclude]
    public bool IsHandedIn { get; internal set; }

    /// <summary>Fields written by a later version of the product; kept as they are.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>Whether working and sent text differ.</summary>
    [JsonIgnore]
    public bool HasUnsentChanges => Working is null ? Sent is not null : !Working.SaysTheSameAs(Sent);
}
