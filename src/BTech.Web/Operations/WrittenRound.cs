using System.Text.Json;
using BTech.Agenda.Windows;
using BTech.People.Invitations;
using BTech.Record;
using BTech.Record.Boxes;
using BTech.Record.Inputs;
using BTech.Team.TwoPersons;
using BTech.Web.Crossings;

namespace BTech.Web.Operations;

/// <summary>One thing that somebody writes while a round is played.</summary>
internal sealed record WrittenPiece(Place Place, InputKind Kind, PieceText Text);

/// <summary>What one invited person writes, and whether it is sent.</summary>
internal sealed record Contribution(InvitedPerson Person, IReadOnlyList<WrittenPiece> Pieces, bool IsSent);

/// <summary>
/// Plays a round of written comments: invites, opens by two persons, writes and sends as participants do.
/// The order of writing is random, and a mix afterwards leaves nothing of it.
/// </summary>
internal sealed class WrittenRound(
    CommentWindows windows, InvitationImport import, InvitationList invitations, SealAuthorisations authorisations,
    WindowOpening opening, AuthorTags tags, Boxes boxes, Census census, WindowSealing sealing)
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
        var shuffled = contributions.ToArray();
        Random.Shared.Shuffle(shuffled);
        await Parallel.ForEachAsync(shuffled, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancel },
            async (contribution, stop) => await WriteAsync(round, contribution, stop));
        if (!await census.MixAsync([round], cancel)) throw new InvalidOperationException("The boxes could not be mixed; another mix is running.");
    }

    /// <summary>Seals the window by order of the same two persons.</summary>
    public async Task<CommentWindow> SealAsync(CommentWindow round, SeedCrew crew, CancellationToken cancel)
    {
        var outcome = await sealing.SealAsync(round.Id, crew.First, crew.Second, cancel);
        if (!outcome.IsSealed) throw new InvalidOperationException($"Window {round.Number} could not be sealed: {outcome.Status} at step {outcome.Step}.");
        return (await windows.FindAsync(round.Id, cancel))!;
    }

    private async Task WriteAsync(CommentWindow round, Contribution contribution, CancellationToken cancel)
    {
        var person = contribution.Person;
        var standing = new EntryStanding(person.InvitationId, person.ParticipantId, round.Id, person.GroupLabel, person.IsRevoked, person.IsLive, person.Kind);
        var author = tags.For(standing, round.Id) ?? throw new InvalidOperationException("An invitation has no box.");
        await ExpectAsync(boxes.AcceptRuleAsync(author, round.Consultation.RuleVersion, cancel));
        var fields = contribution.Pieces.Select(piece => new FieldChange(piece.Place, piece.Kind, SeenCounter: 0, piece.Text)).ToList();
        await ExpectAsync(boxes.SaveAsync(author, new BoxChange(Guid.NewGuid().ToString("N"), fields), cancel));
        if (!contribution.IsSent) return;
        await ExpectAsync(boxes.SendAsync(author, cancel));
        await ExpectAsync(boxes.KeepCodeAsync(author, cancel));
    }

    private static async Task ExpectAsync(Task<SaveResult> saving)
    {
        var result = await saving;
        if (!result.IsSaved) throw new InvalidOperationException($"A box could not be written: {result.Status}.");
    }
}
