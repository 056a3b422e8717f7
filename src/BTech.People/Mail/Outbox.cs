using System.Security.Cryptography;
using System.Text.Json;
using BTech.People.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace BTech.People.Mail;

/// <summary>
/// Letters waiting to be sent. Filled in the transaction of whoever writes them; emptied by the sender, one letter per transaction,
/// on any number of nodes. Nothing that a participant does ever puts a letter here.
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

    /// <summary>Queues letters about a window in one transaction.</summary>
    public async Task AddAsync(Guid windowId, IEnumerable<Letter> letters, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(letters);
        foreach (var letter in letters)
            Add(windowId, letter);
        await _people.SaveChangesAsync(cancel);
        _people.ChangeTracker.Clear();
    }

    /// <summary>
    /// Takes one letter that is due, hands it to the sender and forgets it once the sender returns. When the sender fails the letter
    /// stays and is tried again later and later, until it is of no use any more. Ids are random, so the order of sending tells nothing.
    /// </summary>
    /// <param name="send">Sends one letter; an exception means it was not sent.</param>
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
        var outcome = Taken.Sent;
        try
        {
            var letter = Open(waiting);
            if (letter.UselessFrom <= now) outcome = Taken.TooLate;
            else await send(letter, cancel);
            _people.Outbox.Remove(waiting);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            waiting.Attempts++;
            waiting.NotBefore = now.AddSeconds(Math.Min(15 * Math.Pow(2, waiting.Attempts - 1), 3600));
            outcome = Taken.Failed;
        }

        await _people.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        _people.ChangeTracker.Clear();
        return outcome;
    }

    /// <summary>How many letters wait.</summary>
    public Task<int> WaitingAsync(CancellationToken cancel) => _people.Outbox.CountAsync(cancel);

    internal void Add(Guid windowId, Letter letter) =>
        _people.Outbox.Add(new OutgoingLetter { Id = letter.Id, WindowId = windowId, Protected = _protector.Protect(JsonSerializer.SerializeToUtf8Bytes(letter)) });

    private Letter Open(OutgoingLetter waiting) =>
        JsonSerializer.Deserialize<Letter>(_protector.Unprotect(waiting.Protected)) ?? throw new CryptographicException("The letter is empty.");
}
