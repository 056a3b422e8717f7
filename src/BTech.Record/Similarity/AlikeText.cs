namespace BTech.Record.Similarity;

/// <summary>A text of an <see cref="AlikeGroup"/>.</summary>
internal sealed class AlikeText
{
    public required Guid GroupId { get; init; }

    public required Guid InputId { get; init; }

    /// <summary>Taken out by a person: it stands for itself, and is not proposed for this group again.</summary>
    public bool IsOut { get; set; }
}
