using System.Security.Cryptography;
using System.Text.Json;
using BTech.People.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace BTech.People.Mail;

/// <summary>
/// Letters waiting to be sent. Filled in the transaction of whoever writes them; emptied by the sender, one letter per transaction,
/// on any number of nodes. Nothing that is done with comments ever puts a letter here.
/// </summary>
public sealed class Outbox
{
    private readonly PeopleContext _people;
    private readonly IDataProtector _protector;
    private readonly TimeProvider _time;

    internal Outbox(PeopleContext people, IDataProtectionProvider protection, TimeProvider time)
    {
        _people = people;
        _protector = protection.CreateProtector("BTech.People.Mail.Outbox.v1");
        _time = time;
    }

    /// <summary>Queues letters in one transaction.</summary>
    /// <param name="windowId">The window about which they are; nothing for letters to staff.</param>
    /// <param name="letters">The letters.</param>
    /// <param name="cancel">Stops the work; nothing is queued then.</param>
    public async Task AddAsync(Guid? windowId, IEnumerable<Letter> letters, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(letters);
        foreach (var letter in letters)
            Add(windowId, letter);
        await _people.SaveChangesAsync(cancel);
        _people.ChangeTracker.Clear();
    }

    /// <summary>
    /// Takes one letter that is due, hands it to the sender and forgets it once the sender returns. Ids are random, so the order of sending tells
    /// nothing. A letter that fails for now stays and is tried again later and later, until it is of no use any more; one that is refused for good is
    /// forgotten. Either is noted with its invitation, and the note goes once a letter to that invitation is taken. Where the server itself is at
    /// fault nothing is counted.
    /// </summary>
    /// <remarks>
    /// Each letter is handed over until the server says that it has it, and never again after that. Between the server's taking it and our hearing so
    /// lies the one case that SMTP leaves undecided: then it is handed over a second time, under the same message id.
    /// </remarks>
    /// <param name="send">Sends one letter; an exception means it was not sent, a <see cref="DeliveryException"/> says why.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>What happened.</returns>
    public async Task<Taken> TakeAsync(Func<Letter, CancellationToken, Task> send, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(send);
        var now = _time.GetUtcNow();
        await using var transaction = await _people.Database.BeginTransactionAsync(cancel);
        var waiting = await _people.Outbox
            .FromSql($"SELECT * FROM people.outbox WHERE not_before IS NULL OR not_before <= {now} ORDER BY attempts, id LIMIT 1 FOR UPDATE SKIP LOCKED")
            .AsTracking().SingleOrDefaultAsync(cancel);
        if (waiting is null) return Taken.Nothing;
        try
        {
            var letter = Open(waiting);
            var outcome = letter.UselessFrom <= now ? Taken.TooLate : await SendAsync(waiting, letter, send, now, cancel);
            if (outcome == Taken.ServerDown) return outcome;
            if (outcome != Taken.Failed) _people.Outbox.Remove(waiting);
            if (outcome == Taken.Sent && letter.InvitationId is { } arrived)
                await _people.Undelivered.Where(note => note.InvitationId == arrived).ExecuteDeleteAsync(cancel);
            if (outcome == Taken.TooLate)
                await _people.Undelivered.Where(note => note.LetterId == letter.Id).ExecuteUpdateAsync(set => set.SetProperty(note => note.Standing, DeliveryStanding.TooLate), cancel);
            await _people.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return outcome;
        }
        finally
        {
            _people.ChangeTracker.Clear();
        }
    }

    private async Task<Taken> SendAsync(OutgoingLetter waiting, Letter letter, Func<Letter, CancellationToken, Task> send, DateTimeOffset now, CancellationToken cancel)
    {
        try
        {
            await send(letter, cancel);
            return Taken.Sent;
        }
        catch (DeliveryException trouble) when (trouble.Fault == DeliveryFault.Server)
        {
            return Taken.ServerDown;
        }
        catch (DeliveryException trouble) when (trouble.Fault == DeliveryFault.ForGood)
        {
            await NoteAsync(letter, DeliveryStanding.Refused, trouble.Answer, cancel);
            return Taken.Refused;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            waiting.Attempts++;
            waiting.NotBefore = now.AddSeconds(Math.Min(15 * Math.Pow(2, waiting.Attempts - 1), 3600));
            await NoteAsync(letter, DeliveryStanding.Waiting, (failure as DeliveryException)?.Answer ?? "", cancel);
            return Taken.Failed;
        }
    }

    private async Task NoteAsync(Letter letter, DeliveryStanding standing, string answer, CancellationToken cancel)
    {
        // Gone meanwhile, where an invitation was taken out before opening.
        if (letter.InvitationId is not { } id || !await _people.Invitations.AnyAsync(invitation => invitation.Id == id, cancel)) return;
        var note = await _people.Undelivered.AsTracking().SingleOrDefaultAsync(one => one.LetterId == letter.Id, cancel);
        if (note is null) _people.Undelivered.Add(new Undelivered { LetterId = letter.Id, InvitationId = id, Standing = standing, Answer = answer });
        else (note.Standing, note.Answer) = (standing, answer);
    }

    /// <summary>Letters about a window's invitations that the mail server did not take.</summary>
    public async Task<IReadOnlyList<DeliveryTrouble>> TroubleAsync(Guid windowId, CancellationToken cancel) =>
        await _people.Undelivered.AsNoTracking()
            .Join(_people.Invitations.Where(invitation => invitation.WindowId == windowId), note => note.InvitationId, invitation => invitation.Id, (note, _) => note)
            .OrderByDescending(note => note.Standing == DeliveryStanding.Refused).Select(note => new DeliveryTrouble(note.InvitationId, note.Standing, note.Answer)).ToListAsync(cancel);

    /// <summary>Forgets what was noted of letters to these invitations, because another is on its way.</summary>
    public Task ForgetTroubleAsync(IReadOnlyCollection<Guid> invitationIds, CancellationToken cancel) =>
        _people.Undelivered.Where(note => invitationIds.Contains(note.InvitationId) && note.Standing != DeliveryStanding.Waiting).ExecuteDeleteAsync(cancel);

    /// <summary>How many letters wait.</summary>
    public Task<int> WaitingAsync(CancellationToken cancel) => _people.Outbox.CountAsync(cancel);

    /// <summary>Queues a letter in the caller's transaction; one to somebody made up is not even queued.</summary>
    internal void Add(Guid? windowId, Letter letter)
    {
        if (MadeUpAddress.Is(letter.Address)) return;
        _people.Outbox.Add(new OutgoingLetter { Id = letter.Id, WindowId = windowId, Protected = _protector.Protect(JsonSerializer.SerializeToUtf8Bytes(letter)) });
    }

    private Letter Open(OutgoingLetter waiting) =>
        JsonSerializer.Deserialize<Letter>(_protector.Unprotect(waiting.Protected)) ?? throw new CryptographicException("The letter is empty.");
}
