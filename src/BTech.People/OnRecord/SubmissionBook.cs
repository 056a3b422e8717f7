using BTech.People.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.People.OnRecord;

/// <summary>What became of handing in a submission.</summary>
public enum HandingIn
{
    /// <summary>It is kept.</summary>
    Kept = 0,

    /// <summary>Another page handed in another one meanwhile; nothing was changed.</summary>
    Changed = 1,

    /// <summary>It is published, or was taken down: its author cannot change it any more.</summary>
    Final = 2,

    /// <summary>The time for new ones is over.</summary>
    TooLate = 3,
}

/// <summary>
/// The submissions on the record. They belong to the People side: they carry names, are never coded, counted or quoted beside comments, and
/// nothing here knows, or depends on, whether the same person writes comments as well. The caller shows them to their officer only after the seal.
/// </summary>
public sealed class SubmissionBook
{
    /// <summary>Version of the words to which people agree now.</summary>
    public const int ConsentVersion = 1;

    private readonly PeopleContext _people;

    internal SubmissionBook(PeopleContext people) => _people = people;

    /// <summary>How a submission of this participant would be signed; nothing for an organisation's where there is none.</summary>
    public async Task<Signature?> SignatureAsync(Guid participantId, Capacity capacity, CancellationToken cancel)
    {
        var person = await _people.Participants.Where(participant => participant.Id == participantId)
            .Select(participant => new
            {
                Name = participant.Honorific == null ? participant.Name : participant.Honorific + " " + participant.Name,
                participant.Role,
                Organisation = participant.Organisation == null ? null : participant.Organisation.Name,
            }).SingleOrDefaultAsync(cancel);
        if (person is null) return null;
        if (capacity == Capacity.Person) return new Signature(person.Name, person.Role, person.Organisation);
        return person.Organisation is null ? null : new Signature(null, null, person.Organisation);
    }

    /// <summary>The submission of one invitation; nothing when there is none.</summary>
    public async Task<OwnSubmission?> OfAsync(Guid invitationId, CancellationToken cancel) =>
        await _people.Submissions.AsNoTracking().SingleOrDefaultAsync(submission => submission.InvitationId == invitationId, cancel) is { } found
            ? new OwnSubmission(found.Capacity, WordsOf(found), found.Edition, found.Number, found.IsTakenDown)
            : null;

    /// <summary>Keeps a submission to which its author has agreed: the first of the invitation, or in place of the one that the form was opened with.</summary>
    /// <param name="windowId">The window.</param>
    /// <param name="invitationId">The invitation.</param>
    /// <param name="capacity">Under which name.</param>
    /// <param name="words">Exactly what the author has seen and agreed to.</param>
    /// <param name="seen">The edition that the form was opened with; 0 for none.</param>
    /// <param name="takesNew">Whether new ones are still taken: not once the figures of the groups are about to be frozen.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<HandingIn> HandInAsync(Guid windowId, Guid invitationId, Capacity capacity, SubmissionText words, int seen, bool takesNew, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentException.ThrowIfNullOrWhiteSpace(words.Text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(words.Text.Length, SubmissionText.MostCharacters, nameof(words));
        var (signature, title, language, text) = (words.Signature, words.Title, words.Language, words.Text);
        var written = seen == 0 && takesNew
            ? await _people.Database.ExecuteSqlAsync($"""
                INSERT INTO people.submission (id, window_id, invitation_id, capacity, name, role, organisation, title, language, text, consent_version, edition, is_taken_down)
                VALUES ({Guid.NewGuid()}, {windowId}, {invitationId}, {(int)capacity}, {signature.Name}, {signature.Role}, {signature.Organisation}, {title}, {language}, {text}, {ConsentVersion}, 1, false)
                ON CONFLICT (invitation_id) DO NOTHING
                """, cancel)
            : await _people.Submissions
                .Where(kept => kept.InvitationId == invitationId && kept.Edition == seen && kept.Number == null && !kept.IsTakenDown)
                .ExecuteUpdateAsync(set => set
                    .SetProperty(kept => kept.Capacity, capacity).SetProperty(kept => kept.Name, signature.Name).SetProperty(kept => kept.Role, signature.Role)
                    .SetProperty(kept => kept.Organisation, signature.Organisation).SetProperty(kept => kept.Title, title).SetProperty(kept => kept.Language, language)
                    .SetProperty(kept => kept.Text, text).SetProperty(kept => kept.ConsentVersion, ConsentVersion).SetProperty(kept => kept.Edition, kept => kept.Edition + 1), cancel);
        if (written == 1) return HandingIn.Kept;
        if (await OfAsync(invitationId, cancel) is not { } now) return HandingIn.TooLate;
        if (now.Number is not null || now.IsTakenDown) return HandingIn.Final;
        // The same form sent twice.
        return now.Capacity == capacity && now.Words == words ? HandingIn.Kept : HandingIn.Changed;
    }

    /// <summary>Takes a submission back as if it had never been, until the annex is published.</summary>
    /// <returns>Whether there is none any more.</returns>
    public async Task<bool> WithdrawAsync(Guid invitationId, CancellationToken cancel)
    {
        await _people.Submissions.Where(kept => kept.InvitationId == invitationId && kept.Number == null && !kept.IsTakenDown).ExecuteDeleteAsync(cancel);
        return !await _people.Submissions.AnyAsync(kept => kept.InvitationId == invitationId, cancel);
    }

    /// <summary>All submissions of a window, by number, those without one in the order in which they will get it. The caller asks for a sealed window only.</summary>
    public async Task<IReadOnlyList<HandedIn>> ForWindowAsync(Guid windowId, CancellationToken cancel)
    {
        var handedIn = await (
            from submission in _people.Submissions.AsNoTracking()
            where submission.WindowId == windowId
            join invitation in _people.Invitations on submission.InvitationId equals invitation.Id into invitations
            from invitation in invitations.DefaultIfEmpty()
            select new { Submission = submission, Email = invitation == null ? null : invitation.Participant.Email }).ToListAsync(cancel);
        return [.. InOrder(handedIn, line => line.Submission).Select(line => new HandedIn(line.Submission.Id, WordsOf(line.Submission), line.Submission.Number, line.Submission.IsTakenDown, line.Email))];
    }

    /// <summary>Publishes a window's annex: everything that was handed in gets its number, by name, and cannot be changed by its author any more.</summary>
    /// <returns>How many were published now.</returns>
    public async Task<int> PublishAsync(Guid windowId, CancellationToken cancel)
    {
        await using var transaction = await _people.Database.BeginTransactionAsync(cancel);
        // Two officers at once: the second waits and finds nothing left to number.
        await _people.Database.ExecuteSqlAsync($"SELECT FROM people.submission WHERE window_id = {windowId} FOR UPDATE", cancel);
        var all = await _people.Submissions.Where(submission => submission.WindowId == windowId).ToListAsync(cancel);
        var (last, published) = (all.Max(submission => submission.Number) ?? 0, 0);
        foreach (var submission in InOrder(all, submission => submission).Where(submission => submission.Number is null))
        {
            submission.Number = ++last;
            published++;
        }
        await _people.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        _people.ChangeTracker.Clear();
        return published;
    }

    /// <summary>Takes one submission down at once, or puts it back. Its number stays, so that no other one moves.</summary>
    /// <returns>Whether there is such a submission in the window; one whose words were erased cannot be put back.</returns>
    public async Task<bool> TakeDownAsync(Guid windowId, Guid id, bool isDown, CancellationToken cancel) =>
        await _people.Submissions.Where(submission => submission.Id == id && submission.WindowId == windowId && (isDown || submission.Text != string.Empty))
            .ExecuteUpdateAsync(set => set.SetProperty(submission => submission.IsTakenDown, isDown), cancel) == 1;

    /// <summary>The published annexes of some windows, by window, each in the order of its numbers; those without one are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<AnnexEntry>>> AnnexesAsync(IReadOnlyCollection<Guid> windowIds, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(windowIds);
        var published = await _people.Submissions.AsNoTracking().Where(submission => windowIds.Contains(submission.WindowId) && submission.Number != null).ToListAsync(cancel);
        return published.GroupBy(submission => submission.WindowId).ToDictionary(
            window => window.Key,
            window => (IReadOnlyList<AnnexEntry>)[.. window.OrderBy(submission => submission.Number)
                .Select(submission => new AnnexEntry(submission.Number!.Value, submission.IsTakenDown ? null : WordsOf(submission)))]);
    }

    /// <summary>Whether any of some windows has a published annex.</summary>
    public Task<bool> HasAnnexAsync(IReadOnlyCollection<Guid> windowIds, CancellationToken cancel) =>
        _people.Submissions.AnyAsync(submission => windowIds.Contains(submission.WindowId) && submission.Number != null, cancel);

    // By name, so that no number tells who came first.
    private static IEnumerable<T> InOrder<T>(IEnumerable<T> lines, Func<T, Submission> submissionOf) =>
        lines.OrderBy(line => submissionOf(line).Number ?? int.MaxValue)
            .ThenBy(line => submissionOf(line).Organisation ?? submissionOf(line).Name, StringComparer.InvariantCulture)
            .ThenBy(line => submissionOf(line).Name, StringComparer.InvariantCulture)
            .ThenBy(line => submissionOf(line).Id);

    private static SubmissionText WordsOf(Submission submission) =>
        new(new Signature(submission.Name, submission.Role, submission.Organisation), submission.Title, submission.Language, submission.Text);
}
