namespace BTech.People.OnRecord;

/// <summary>
/// A submission on the record: full text under a name, agreed to word for word, published in an annex and kept apart from the comments. No date:
/// a date would say when somebody was here. Once published it stays, like a published list, when participants' data are erased; only what
/// ties it to an invitation goes.
/// </summary>
internal sealed class Submission
{
    public required Guid Id { get; init; }

    public required Guid WindowId { get; init; }

    /// <summary>The invitation under which it was handed in: one each. Nothing once participants' data are erased.</summary>
    public Guid? InvitationId { get; init; }

    public required Capacity Capacity { get; init; }

    public string? Name { get; init; }

    public string? Role { get; init; }

    public string? Organisation { get; init; }

    public string? Title { get; init; }

    public required string Language { get; init; }

    public required string Text { get; init; }

    /// <summary>Version of the words to which the author agreed.</summary>
    public required int ConsentVersion { get; init; }

    public required int Edition { get; init; }

    public int? Number { get; set; }

    public bool IsTakenDown { get; set; }
}
