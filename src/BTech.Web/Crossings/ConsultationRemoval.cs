using BTech.Agenda.Consultations;
using BTech.Agenda.Rehearsing;
using BTech.Agenda.Windows;
using BTech.People.Invitations;

namespace BTech.Web.Crossings;

/// <summary>
/// Takes away a consultation that was made by mistake or for a trial: nothing of it was ever opened and nobody is invited. What passes is
/// whether somebody is invited, never who; Record has nothing of it.
/// </summary>
public sealed class ConsultationRemoval(ConsultationList consultations, RehearsalBook rehearsals, InvitationList invitations, KeyRing keys)
{
    /// <summary>What stands in the way.</summary>
    public async Task<RemovalObstacle> ObstacleAsync(Consultation consultation, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(consultation);
        if (await rehearsals.FindAsync(consultation.Id, cancel) is not null || await rehearsals.IsBeingRemovedAsync(consultation.Id, cancel)) return RemovalObstacle.Rehearsed;
        if (consultation.Windows.Exists(window => window.IsOpened)) return RemovalObstacle.Opened;
        if (consultation.Windows.Exists(window => window.Kind == RoundKind.Meeting)) return RemovalObstacle.Met;
        foreach (var window in consultation.Windows)
            if ((await invitations.ForCensusAsync(window.Id, cancel)).Count > 0) return RemovalObstacle.Invited;
        return RemovalObstacle.None;
    }

    /// <summary>Deletes it, and keys that were made for halves and never used.</summary>
    /// <returns>The rounds that went with it; nothing when something stood in the way.</returns>
    public async Task<IReadOnlyList<Guid>?> RemoveAsync(Consultation consultation, CancellationToken cancel)
    {
        if (await ObstacleAsync(consultation, cancel) != RemovalObstacle.None) return null;
        if (await consultations.DeleteUnopenedAsync(consultation.Id, cancel) is not { } gone) return null;
        foreach (var window in gone) await keys.DestroyAsync(window, cancel);
        return gone;
    }
}

/// <summary>Why a consultation cannot be deleted.</summary>
public enum RemovalObstacle
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A round of it was opened.</summary>
    Opened = 1,

    /// <summary>A meeting was held.</summary>
    Met = 2,

    /// <summary>People are invited.</summary>
    Invited = 3,

    /// <summary>There is a rehearsal of it.</summary>
    Rehearsed = 4,
}
