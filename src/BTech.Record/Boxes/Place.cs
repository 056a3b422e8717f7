using System.Text.Json;
using System.Text.Json.Serialization;

namespace BTech.Record.Boxes;

/// <summary>Where in the paper something was written: a focus area, a paragraph, a list item, or the paper as a whole (nothing set).</summary>
/// <param name="FocusArea">Number of the focus area.</param>
/// <param name="Paragraph">Number of the paragraph.</param>
/// <param name="Item">For examples, resources and dilemmas: an id made with the form, so that posting it twice writes it once.</param>
public sealed record Place(
    [property: JsonPropertyName("a")] int? FocusArea = null,
    [property: JsonPropertyName("p")] int? Paragraph = null,
    [property: JsonPropertyName("i")] Guid? Item = null)
{
    /// <summary>The paper as a whole.</summary>
    public static Place Overall { get; } = new();

    /// <summary>Fields written by a later version of the product; kept as they are.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>A comment on a focus area.</summary>
    public static Place InFocusArea(int number) => new(FocusArea: number);

    /// <summary>A comment on a paragraph.</summary>
    public static Place AtParagraph(int number) => new(Paragraph: number);

    /// <summary>The same spot in the paper, whatever else a later version knows about it.</summary>
    public bool Equals(Place? other) =>
        other is not null && FocusArea == other.FocusArea && Paragraph == other.Paragraph && Item == other.Item;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(FocusArea, Paragraph, Item);
}
