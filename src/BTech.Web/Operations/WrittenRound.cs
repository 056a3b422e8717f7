using System.Text.Json;
using BTech.Agenda.Windows;
using BTech.People.Invitations;
using BTech.Team.TwoPersons;
using BTech.Web.Crossings;
using BTech.Web.Crossings.Rehearsing;

namespace BTech.Web.Operations;

/// <summary>
/// Plays a round of written comments: invites, opens by two persons, writes and sends as participants do.
/// The order of writing is random, and a mix afterwards leaves nothing of it.
/// </summary>
internal sealed class WrittenRound(
    CommentWindows windows, InvitationImport import, InvitationList invitations, SealAuthorisations authorisations,
    WindowOpening opening, MadeUpVisits visits, Census census, WindowSealing sealing)
{
    /// <summary>Invites everybody in the file and opens the window; the seal is authorised by the same two persons beforehand.</summary>
    public async Task<CommentWindow> OpenAsync(CommentWindow round, Stream people, SeedCrew crew, CancellationToken cancel)
    {
        var labels = round.Consultation.Groups.Select(group => group.Label).ToHashSet(StringComparer.Ordinal);
        var report = await import.ReadAsync(round.Id, people, labels, save: true, cancel);
        if (!report.IsClean) throw new InvalidDataException($"The list of people has problems: {JsonSerializer.Serialize(report.Problems)}");
        await authorisations.AuthoriseAsync(round.Id, crew.First, crew.Second, cancel);
        var obstacles = await opening.OpenAsync(round.Id, crew.First, crew.Second, cancel);
        if (obstacles.Count > 0) throw new InvalidOperationException($"Window {round.Number} could not be opened: {string.Join(", ", obstacles)}.");
        return (await windows.FindAsync(round.Id, cancel))!;
    }

    public Task<IReadOnlyList<InvitedPerson>> InvitedAsync(CommentWindow round, CancellationToken cancel) => invitations.ForWindowAsync(round.Id, cancel);

    /// <summary>Everybody writes at once, as it were.</summary>
    public async Task WriteAsync(CommentWindow round, IReadOnlyCollection<Contribution> contributions, CancellationToken cancel)
    {
        if (await visits.WriteAsync(round, contributions, cancel) < contributions.Count) throw new InvalidOperationException("A box could not be written.");
        if (!await census.MixAsync([round], cancel)) throw new InvalidOperationException("The boxes could not be mixed; another mix is running.");
    }

    /// <summary>Seals the window by order of the same two persons.</summary>
    public async Task<CommentWindow> SealAsync(CommentWindow round, SeedCrew crew, CancellationToken cancel)
    {
        var outcome = await sealing.SealAsync(round.Id, crew.First, crew.Second, cancel);
        if (!outcome.IsSealed) throw new InvalidOperationException($"Window {round.Number} could not be sealed: {outcome.Status} at step {outcome.Step}.");
        return (await windows.FindAsync(round.Id, cancel))!;
    }
}
