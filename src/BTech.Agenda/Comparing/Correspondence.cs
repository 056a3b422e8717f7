using BTech.Languages;

namespace BTech.Agenda.Comparing;

/// <summary>That one paragraph of a newer version comes from one of an older; or that one is new; or that one was deleted.</summary>
/// <param name="Old">The older paragraph's id; nothing when the newer one is new.</param>
/// <param name="New">The newer paragraph's id; nothing when the older one was deleted.</param>
/// <param name="Confidence">From 0 to 100: how sure the proposal is, or 100 once a person has decided.</param>
/// <param name="IsDecided">Whether a person has said so.</param>
/// <param name="Reasons">Why it was changed, oldest first; usually one or none.</param>
public sealed record Correspondence(Guid? Old, Guid? New, int Confidence, bool IsDecided, IReadOnlyList<LocalizedText> Reasons)
{
    /// <summary>Below this confidence a person is asked.</summary>
    public const int Sure = 60;

    /// <summary>Whether a person should look.</summary>
    public bool IsDoubtful => !IsDecided && Confidence < Sure;
}
