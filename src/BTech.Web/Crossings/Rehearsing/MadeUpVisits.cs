using BTech.Agenda.Windows;
using BTech.People.Invitations;
using BTech.Record;
using BTech.Record.Boxes;
using BTech.Record.Inputs;

namespace BTech.Web.Crossings.Rehearsing;

/// <summary>One thing that somebody made up writes.</summary>
internal sealed record WrittenPiece(Place Place, InputKind Kind, PieceText Text);

/// <summary>What one of them writes, and whether it is sent.</summary>
internal sealed record Contribution(InvitedPerson Person, IReadOnlyList<WrittenPiece> Pieces, bool IsSent);

/// <summary>
/// Door from People to Record for people who are made up: writes and sends as participants do, by the same tags and boxes. What passes is a tag and a
/// text that a program has drawn, in random order and from several at once; nothing is kept. It would put words into anybody's mouth, so only the
/// samples of the operations and <see cref="RehearsalPlay"/>, which asks for the mark of a rehearsal, may use it, and a test holds that.
/// </summary>
public sealed class MadeUpVisits(AuthorTags tags, Boxes boxes)
{
    /// <summary>Everybody writes at once, as it were.</summary>
    /// <returns>How many were taken to their end; fewer where the window closes meanwhile or somebody else writes for the same people.</returns>
    internal async Task<int> WriteAsync(CommentWindow round, IReadOnlyCollection<Contribution> contributions, CancellationToken cancel)
    {
        var shuffled = contributions.ToArray();
        Random.Shared.Shuffle(shuffled);
        var done = 0;
        await Parallel.ForEachAsync(shuffled, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancel },
            async (contribution, stop) =>
            {
                if (await WriteAsync(round, contribution, stop)) Interlocked.Increment(ref done);
            });
        return done;
    }

    /// <summary>Whether somebody's box is still as it was made: the Rule was not accepted in it.</summary>
    internal async Task<bool> IsUntouchedAsync(CommentWindow round, InvitedPerson person, CancellationToken cancel) =>
        Author(round, person) is { } author && await boxes.OpenAsync(author, cancel) is { Content.AcceptedRuleVersion: 0 };

    private async Task<bool> WriteAsync(CommentWindow round, Contribution contribution, CancellationToken cancel)
    {
        if (Author(round, contribution.Person) is not { } author) return false;
        if (!(await boxes.AcceptRuleAsync(author, round.Consultation.RuleVersion, cancel)).IsSaved) return false;
        var fields = contribution.Pieces.Select(piece => new FieldChange(piece.Place, piece.Kind, SeenCounter: 0, piece.Text)).ToList();
        if (!(await boxes.SaveAsync(author, new BoxChange(Guid.NewGuid().ToString("N"), fields), cancel)).IsSaved) return false;
        if (!contribution.IsSent) return true;
        return (await boxes.SendAsync(author, cancel)).IsSaved && (await boxes.KeepCodeAsync(author, cancel)).IsSaved;
    }

    private Author? Author(CommentWindow round, InvitedPerson person) =>
        tags.For(new EntryStanding(person.InvitationId, person.ParticipantId, round.Id, person.GroupLabel, person.IsRevoked, person.IsLive, person.Kind), round.Id);
}
