using BTech.Agenda.Papers;
using BTech.Languages;

namespace BTech.Agenda.Comparing;

/// <summary>Paragraphs of two versions that belong together: usually one and one.</summary>
/// <param name="Kind">What was done to them.</param>
/// <param name="IsMoved">Whether they stand at another place than those around them.</param>
/// <param name="Old">The older version's, in reading order; empty when all are new.</param>
/// <param name="New">The newer version's; empty when all were deleted.</param>
/// <param name="Confidence">From 0 to 100, of the least sure correspondence.</param>
/// <param name="IsDoubtful">Whether a person should look.</param>
/// <param name="Reasons">Why, without repetitions.</param>
public sealed record ComparedParagraphs(
    ChangeKind Kind, bool IsMoved, IReadOnlyList<Paragraph> Old, IReadOnlyList<Paragraph> New, int Confidence, bool IsDoubtful, IReadOnlyList<LocalizedText> Reasons)
{
    /// <summary>Whether they are headings, which have no number and carry no comments.</summary>
    public bool IsHeading => (New.Count > 0 ? New : Old)[0].IsHeading;
}
