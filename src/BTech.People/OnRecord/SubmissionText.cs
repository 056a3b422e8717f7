namespace BTech.People.OnRecord;

/// <summary>A submission on the record as it is published: everything that anybody will ever read of it.</summary>
/// <param name="Signature">Under which name.</param>
/// <param name="Title">A line above it; nothing where there is none.</param>
/// <param name="Language">Code of the language in which it is written ("fr").</param>
/// <param name="Text">The words; an empty line parts two paragraphs.</param>
public sealed record SubmissionText(Signature Signature, string? Title, string Language, string Text)
{
    /// <summary>Most characters of the words (Unicode code units).</summary>
    public const int MostCharacters = 40_000;

    /// <summary>Most characters of the title.</summary>
    public const int MostInTitle = 200;
}

/// <summary>A submission on the record as its author sees it.</summary>
/// <param name="Capacity">Under which name.</param>
/// <param name="Words">As it is, or will be, published.</param>
/// <param name="Edition">How often it was handed in, from 1; a form carries the one that it was opened with.</param>
/// <param name="Number">Its number in the annex; nothing until the annex is published.</param>
/// <param name="IsTakenDown">Whether it was taken down.</param>
public sealed record OwnSubmission(Capacity Capacity, SubmissionText Words, int Edition, int? Number, bool IsTakenDown);

/// <summary>A submission on the record as the offers officer sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Words">As it is, or will be, published.</param>
/// <param name="Number">Its number in the annex; nothing until the annex is published.</param>
/// <param name="IsTakenDown">Whether it was taken down.</param>
/// <param name="Email">Address of who handed it in, to ask back; nothing once participants' data are erased.</param>
public sealed record HandedIn(Guid Id, SubmissionText Words, int? Number, bool IsTakenDown, string? Email);

/// <summary>One place in a published annex.</summary>
/// <param name="Number">Its number, from 1 in each round.</param>
/// <param name="Words">The submission; nothing where it was taken down.</param>
public sealed record AnnexEntry(int Number, SubmissionText? Words);
