using BTech.Agenda.Rehearsing;
using BTech.People.Invitations;

namespace BTech.Web.Crossings.Rehearsing;

/// <summary>
/// Makes a rehearsal and invites its sample people through the same import as real ones. What passes is the names of the groups, from the agenda to
/// People; Record learns of nobody before two persons open the window.
/// </summary>
public sealed class RehearsalStart(RehearsalBook rehearsals, InvitationImport import, InvitationList invitations)
{
    /// <summary>Makes it, or takes up a start that was cut off before anybody was invited.</summary>
    public async Task<RehearsalOutcome> StartAsync(Guid consultationId, RehearsalPlan plan, CancellationToken cancel)
    {
        var outcome = await rehearsals.MakeAsync(consultationId, plan, cancel);
        if (outcome is not (RehearsalOutcome.Made or RehearsalOutcome.AlreadyThere) || await rehearsals.FindAsync(consultationId, cancel) is not { } mark) return outcome;
        var round = mark.Consultation.Windows[0];
        if ((await invitations.ForCensusAsync(round.Id, cancel)).Count > 0) return outcome;
        using var people = new MemoryStream(SampleCast.File(mark.Consultation, round));
        // Of two who press the button at once the second finds every address taken, and that is as good.
        var report = await import.ReadAsync(round.Id, people, [.. mark.Consultation.Groups.Select(group => group.Label)], save: true, cancel);
        return report.IsClean ? RehearsalOutcome.Made : RehearsalOutcome.AlreadyThere;
    }

    /// <summary>How many sample people are invited.</summary>
    public async Task<int> CountAsync(RehearsalMark mark, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(mark);
        var invited = 0;
        foreach (var round in mark.Consultation.Windows) invited += (await invitations.ForCensusAsync(round.Id, cancel)).Count;
        return invited;
    }
}
