namespace BTech.Agenda.Rehearsing;

/// <summary>
/// Proof that a consultation is a rehearsal whose removal has begun: nobody and no job finds it any more. Only this module gives one, and each
/// module's removal asks for it.
/// </summary>
public sealed class RemovableRehearsal
{
    internal RemovableRehearsal(Guid consultationId, string slug, IReadOnlyList<Guid> windows, IReadOnlyList<Guid> papers) =>
        (ConsultationId, Slug, Windows, Papers) = (consultationId, slug, windows, papers);

    /// <summary>The rehearsal.</summary>
    public Guid ConsultationId { get; }

    /// <summary>Its name in addresses.</summary>
    public string Slug { get; }

    /// <summary>All its rounds.</summary>
    public IReadOnlyList<Guid> Windows { get; }

    /// <summary>All versions of its paper.</summary>
    public IReadOnlyList<Guid> Papers { get; }
}

/// <summary>What became of deleting a rehearsal's own rows.</summary>
public enum RehearsalDeletion
{
    /// <summary>They are gone now.</summary>
    Done = 1,

    /// <summary>Somebody else was quicker.</summary>
    Gone = 2,

    /// <summary>A round was added while the removal began; nothing was deleted, and the whole is asked for once more.</summary>
    RoundAdded = 3,
}
