using BTech.Record.Sealing;
using Npgsql;
using NpgsqlTypes;

namespace BTech.Record.Boxes;

/// <summary>
/// The sealed boxes of the open windows. Reading is one SELECT; every save is that SELECT and one compare-and-swap UPDATE of one
/// row, so that neither a mix nor another page can make it lost or doubled. No row appears or disappears by writing.
/// </summary>
public sealed class Boxes
{
    private const int Attempts = 5;

    /// <summary>How long a save waits for a mix, in seconds.</summary>
    private const int Patience = 10;

    private const string Read = "SELECT box FROM record.box WHERE window_id = $1 AND tag = $2";

    private const string Swap = """
        UPDATE record.box SET box = $1
        WHERE window_id = $2 AND tag = $3 AND substring(box from 1 for 12) = $4
          AND EXISTS (SELECT FROM record.window_state s WHERE s.window_id = $2 AND s.state = 'open' AND $5 < s.closes_at)
        """;

    private const string SwapUntilSealing = """
        UPDATE record.box SET box = $1
        WHERE window_id = $2 AND tag = $3 AND substring(box from 1 for 12) = $4
          AND EXISTS (SELECT FROM record.window_state s WHERE s.window_id = $2 AND s.state = 'open')
        """;

    private const string IsTaken = "SELECT EXISTS (SELECT FROM record.window_state s WHERE s.window_id = $1 AND s.state = 'open' AND ($3 OR $2 < s.closes_at))";

    private readonly NpgsqlDataSource _record;
    private readonly IBoxKeys _keys;
    private readonly TimeProvider _time;

    internal Boxes(NpgsqlDataSource record, IBoxKeys keys, TimeProvider time) => (_record, _keys, _time) = (record, keys, time);

    /// <summary>The author's box; nothing when there is none.</summary>
    public async Task<OpenedBox?> OpenAsync(Author author, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(author);
        using var key = await _keys.OpenAsync(author.WindowId, cancel);
        await using var connection = await _record.OpenConnectionAsync(cancel);
        return await ReadAsync(connection, author, cancel) is { } box ? new OpenedBox(Content(key, author, box)) : null;
    }

    /// <summary>
    /// At the entrance: opens a box with its passphrase, or sets one where there is none and two equal fields were filled in. The caller shows the
    /// same page in either case, and counts wrong tries.
    /// </summary>
    public async Task<UnlockResult> UnlockAsync(Author author, string? passphrase, string? again, CancellationToken cancel)
    {
        if (await OpenAsync(author, cancel) is not { } box) return new UnlockResult(UnlockStatus.NotThere);
        var isGiven = !string.IsNullOrWhiteSpace(passphrase);
        if (box.Content.PassphraseVerifier is null)
        {
            if (!isGiven && string.IsNullOrWhiteSpace(again)) return new UnlockResult(UnlockStatus.Open);
            if (passphrase != again) return new UnlockResult(UnlockStatus.NotTheSame);
            if (passphrase!.Trim().Length is < Passphrase.Shortest or > Passphrase.Longest) return new UnlockResult(UnlockStatus.WrongLength);
            var verifier = await Passphrase.VerifierAsync(passphrase, cancel);
            var set = await SwapAsync(author, content => content.SetPassphrase(verifier), null, cancel);
            if (set.Status == SaveStatus.Busy) return new UnlockResult(UnlockStatus.Busy);
            if (!set.IsSaved) return new UnlockResult(UnlockStatus.NotThere);
            // Somebody else may have set another one at the same moment.
            return set.Content!.PassphraseVerifier == verifier ? new UnlockResult(UnlockStatus.Open, set.Content.PassphraseMark) : new UnlockResult(UnlockStatus.Wrong);
        }
        if (!isGiven) return new UnlockResult(UnlockStatus.Missing);
        return passphrase!.Length <= Passphrase.Longest && await Passphrase.IsAsync(passphrase, box.Content.PassphraseVerifier, cancel)
            ? new UnlockResult(UnlockStatus.Open, box.Content.PassphraseMark)
            : new UnlockResult(UnlockStatus.Wrong);
    }

    /// <summary>Stores working texts.</summary>
    public Task<SaveResult> SaveAsync(Author author, BoxChange change, CancellationToken cancel) =>
        SaveAsync(author, change, TimeSpan.Zero, cancel);

    /// <summary>Stores working texts of a form that was opened before closing, for which the window still waits a little.</summary>
    public Task<SaveResult> SaveAsync(Author author, BoxChange change, TimeSpan lateSending, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(change);
        return SwapAsync(author, content => content.Take(change), lateSending, cancel);
    }

    /// <summary>
    /// Sends everything that stands in the working texts, at once, and mints a follow-up code when there is none:
    /// <see cref="BoxContent.PendingCode"/>. Pressed twice, it is sent once and shows the same code.
    /// </summary>
    public Task<SaveResult> SendAsync(Author author, CancellationToken cancel) => SendAsync(author, TimeSpan.Zero, cancel);

    /// <summary>Sends from a form that was opened before closing.</summary>
    public Task<SaveResult> SendAsync(Author author, TimeSpan lateSending, CancellationToken cancel) =>
        SwapAsync(author, content => content.Send(), lateSending, cancel);

    /// <summary>
    /// Puts a letter into its author's box, as sent, beside what the author wrote; while the window is open. The answer depends on the letters handed
    /// in so far and on the window, never on anything the author did.
    /// </summary>
    public Task<SaveResult> HandInAsync(Author author, Letter letter, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(letter);
        return SwapAsync(author, (content, room) => content.HandIn(letter, room), TimeSpan.Zero, cancel);
    }

    /// <summary>Empties what was sent; possible until the seal begins. Working texts stay for the author alone.</summary>
    public Task<SaveResult> WithdrawAsync(Author author, CancellationToken cancel) =>
        SwapAsync(author, content => content.Withdraw(), null, cancel);

    /// <summary>Notes which version of the Rule's text was accepted.</summary>
    public Task<SaveResult> AcceptRuleAsync(Author author, int version, CancellationToken cancel) =>
        SwapAsync(author, content => content.AcceptRule(version), TimeSpan.Zero, cancel);

    /// <summary>The author has written the code down: it is forgotten here.</summary>
    public Task<SaveResult> KeepCodeAsync(Author author, CancellationToken cancel) =>
        SwapAsync(author, content => content.KeepCode(), null, cancel);

    /// <summary>The author wants no code: nobody will ever be able to look the comments up.</summary>
    public Task<SaveResult> DeclineCodeAsync(Author author, CancellationToken cancel) =>
        SwapAsync(author, content => content.DeclineCode(), null, cancel);

    /// <summary>
    /// Whether the author wants the texts opened although fewer than ten have sent. The question is asked, and the answer taken, only while a
    /// closed window waits below that floor.
    /// </summary>
    public async Task<SaveResult> AgreeToBeOpenedWithFewAsync(Author author, bool agrees, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(author);
        if (!await SealLedger.IsBelowTheFloorAsync(_record, author.WindowId, cancel)) return new SaveResult(SaveStatus.Over);
        return await SwapAsync(author, content => content.AgreeToBeOpenedWithFew(agrees), null, cancel);
    }

    private Task<SaveResult> SwapAsync(Author author, Func<BoxContent, Applied> change, TimeSpan? lateSending, CancellationToken cancel) =>
        SwapAsync(author, (content, _) => change(content), lateSending, cancel);

    /// <param name="author">Whose box.</param>
    /// <param name="change">Applied to the content as it is in the database at that moment, and to the bytes that fit the box; may run several times.</param>
    /// <param name="lateSending">Allowance after the closing instant; nothing where the change is taken until the seal begins.</param>
    /// <param name="cancel">Ends the wait.</param>
    private async Task<SaveResult> SwapAsync(Author author, Func<BoxContent, int, Applied> change, TimeSpan? lateSending, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(author);
        using var key = await _keys.OpenAsync(author.WindowId, cancel);
        try
        {
            await using var connection = await _record.OpenConnectionAsync(cancel);
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                if (await ReadAsync(connection, author, cancel) is not { } box) return new SaveResult(SaveStatus.NotThere);
                var content = Content(key, author, box);
                var applied = change(content, Box.Room(box.Length));
                if (applied.Status != SaveStatus.Saved) return new SaveResult(applied.Status, content, applied.Theirs);
                var now = _time.GetUtcNow() - (lateSending ?? TimeSpan.Zero);
                if (!applied.IsChanged)
                    return new SaveResult(await IsTakenAsync(connection, author, now, lateSending is null, cancel) ? SaveStatus.Saved : SaveStatus.Over, content);
                if (BoxContentForm.Write(content, Box.Room(box.Length)) is not { } bytes) return new SaveResult(SaveStatus.TooLong, Content(key, author, box));
                var changed = Box.Lock(key, author.WindowId, author.Tag.Span, bytes, box.Length);
                if (await SwapAsync(connection, author, box, changed, lateSending is null ? null : now, cancel)) return new SaveResult(SaveStatus.Saved, content);
                if (!await IsTakenAsync(connection, author, now, lateSending is null, cancel)) return new SaveResult(SaveStatus.Over, Content(key, author, box));
            }
            return new SaveResult(SaveStatus.Busy);
        }
        catch (NpgsqlException slow) when (slow.InnerException is TimeoutException || slow is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable })
        {
            return new SaveResult(SaveStatus.Busy);
        }
    }

    private static async Task<byte[]?> ReadAsync(NpgsqlConnection connection, Author author, CancellationToken cancel)
    {
        await using var read = new NpgsqlCommand(Read, connection)
        {
            CommandTimeout = Patience,
            Parameters = { new() { Value = author.WindowId }, new() { Value = author.Tag, NpgsqlDbType = NpgsqlDbType.Bytea } },
        };
        return (byte[]?)await read.ExecuteScalarAsync(cancel);
    }

    private static async Task<bool> SwapAsync(NpgsqlConnection connection, Author author, byte[] seen, byte[] changed, DateTimeOffset? now, CancellationToken cancel)
    {
        await using var swap = new NpgsqlCommand(now is null ? SwapUntilSealing : Swap, connection)
        {
            CommandTimeout = Patience,
            Parameters =
            {
                new() { Value = changed },
                new() { Value = author.WindowId },
                new() { Value = author.Tag, NpgsqlDbType = NpgsqlDbType.Bytea },
                new() { Value = seen.AsMemory(0, Box.NonceBytes), NpgsqlDbType = NpgsqlDbType.Bytea },
            },
        };
        if (now is { } instant) swap.Parameters.Add(new() { Value = instant.ToUniversalTime() });
        return await swap.ExecuteNonQueryAsync(cancel) == 1;
    }

    private static async Task<bool> IsTakenAsync(NpgsqlConnection connection, Author author, DateTimeOffset now, bool untilSealing, CancellationToken cancel)
    {
        await using var ask = new NpgsqlCommand(IsTaken, connection)
        {
            Parameters = { new() { Value = author.WindowId }, new() { Value = now.ToUniversalTime() }, new() { Value = untilSealing } },
        };
        return (bool)(await ask.ExecuteScalarAsync(cancel))!;
    }

    private static BoxContent Content(BoxKey key, Author author, byte[] box) =>
        BoxContentForm.Read(Box.Unlock(key, author.WindowId, author.Tag.Span, box), Box.Room(box.Length));
}
