using BTech.Agenda.Retention;
using Npgsql;

namespace BTech.People.Retention;

/// <summary>What the People side keeps of a window. None of it depends on who has written.</summary>
/// <param name="Invitations">Invitations into the window.</param>
/// <param name="Participants">Participants who are invited to no other window, and go with it.</param>
/// <param name="Links">Links and typed codes of those invitations.</param>
public sealed record KeptPeople(int Invitations, int Participants, int Links);

/// <summary>
/// Erases what is kept of a window's participants: invitations, links, offers with what was noted about them, submissions on the record that were not published, waiting letters; the participants themselves, what they agreed to
/// and their organisations, unless another window still needs them. The frozen lists of published reports and published submissions stay: both
/// were agreed to. Of a submission that was taken down its place in the annex stays, and not a word.
/// </summary>
public sealed class PeopleErasure
{
    // Each behind those that it refers to.
    private static readonly string[] Tables =
        ["organisation", "organisation_alias", "participant", "listing_consent", "invitation", "invitation_link", "offer", "offer_follow_up", "offer_note", "submission", "outbox", "undelivered", "registration"];

    // Shorter names stand in other words by chance.
    private const int ShortestName = 6;

    private readonly NpgsqlDataSource _people;

    internal PeopleErasure(NpgsqlDataSource people) => _people = people;

    /// <summary>How much there is to erase.</summary>
    public async Task<KeptPeople> KeptAsync(Guid windowId, CancellationToken cancel)
    {
        await using var ask = _people.CreateCommand("""
            SELECT count(*)::int, (SELECT count(*)::int FROM people.participant p WHERE EXISTS (SELECT FROM people.invitation WHERE participant_id = p.id AND window_id = $1)
                                     AND NOT EXISTS (SELECT FROM people.invitation WHERE participant_id = p.id AND window_id <> $1)),
                   (SELECT count(*)::int FROM people.invitation_link l JOIN people.invitation i ON i.id = l.invitation_id WHERE i.window_id = $1)
            FROM people.invitation WHERE window_id = $1
            """);
        ask.Parameters.Add(new() { Value = windowId });
        await using var reader = await ask.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        return new KeptPeople(reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2));
    }

    /// <summary>Whether nothing of the window is left.</summary>
    public async Task<bool> IsDoneAsync(Guid windowId, CancellationToken cancel)
    {
        await using var ask = _people.CreateCommand(
            "SELECT NOT EXISTS (SELECT FROM people.invitation WHERE window_id = $1) AND NOT EXISTS (SELECT FROM people.outbox WHERE window_id = $1) AND NOT EXISTS (SELECT FROM people.registration WHERE window_id = $1)");
        ask.Parameters.Add(new() { Value = windowId });
        return (bool)(await ask.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>Erases it in one transaction that rewrites every table it touches. May be asked for again: then nothing is left to do.</summary>
    /// <returns>Names and addresses that must be found nowhere any more, for searching only; nothing when others held the tables: try again.</returns>
    public async Task<IReadOnlyCollection<string>?> EraseAsync(Guid windowId, CancellationToken cancel)
    {
        await using var connection = await _people.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        if (await ReadAsync(connection, cancel) is not { } tables) return null;
        var before = Words(tables);
        Remove(tables, windowId, keepsPublished: true);
        await tables.WriteAsync(cancel);
        await transaction.CommitAsync(cancel);
        // Whoever is invited elsewhere too, in the same or another capacity, keeps name and address.
        before.ExceptWith(Words(tables));
        return before;
    }

    /// <summary>Locks and reads the tables; nothing when others held one.</summary>
    internal static Task<WholeTables?> ReadAsync(NpgsqlConnection connection, CancellationToken cancel) => WholeTables.ReadAsync(connection, "people", Tables, cancel);

    /// <summary>Takes a window's people out of the tables, with everything that nothing else needs.</summary>
    internal static void Remove(WholeTables tables, Guid windowId, bool keepsPublished)
    {
        tables["outbox"].Rows.RemoveAll(letter => letter["window_id"] is Guid about && about == windowId);
        tables["registration"].Rows.RemoveAll(request => request.Of<Guid>("window_id") == windowId);
        tables["invitation"].Rows.RemoveAll(invitation => invitation.Of<Guid>("window_id") == windowId);
        var invitations = tables["invitation"].Values<Guid>("id");
        tables["invitation_link"].Rows.RemoveAll(link => !invitations.Contains(link.Of<Guid>("invitation_id")));
        tables["undelivered"].Rows.RemoveAll(letter => !invitations.Contains(letter.Of<Guid>("invitation_id")));
        tables["offer"].Rows.RemoveAll(offer => !invitations.Contains(offer.Of<Guid>("invitation_id")));
        var submissions = tables["submission"].Rows;
        submissions.RemoveAll(submission => submission.Of<Guid>("window_id") == windowId && (!keepsPublished || submission["number"] is null));
        foreach (var submission in submissions.Where(submission => submission.Of<Guid>("window_id") == windowId))
        {
            submission["invitation_id"] = null;
            if (!submission.Of<bool>("is_taken_down")) continue;
            submission["text"] = string.Empty;
            foreach (var column in new[] { "title", "name", "role", "organisation" }) submission[column] = null;
        }

        var offers = tables["offer"].Values<Guid>("id");
        tables["offer_follow_up"].Rows.RemoveAll(followUp => !offers.Contains(followUp.Of<Guid>("offer_id")));
        tables["offer_note"].Rows.RemoveAll(note => !offers.Contains(note.Of<Guid>("offer_id")));

        var invited = tables["invitation"].Values<Guid>("participant_id");
        tables["participant"].Rows.RemoveAll(participant => !invited.Contains(participant.Of<Guid>("id")));
        tables["listing_consent"].Rows.RemoveAll(consent => !invited.Contains(consent.Of<Guid>("participant_id")));
        var organisations = tables["participant"].Values<Guid>("organisation_id");
        tables["organisation"].Rows.RemoveAll(organisation => !organisations.Contains(organisation.Of<Guid>("id")));
        tables["organisation_alias"].Rows.RemoveAll(alias => !organisations.Contains(alias.Of<Guid>("organisation_id")));
    }

    private static HashSet<string> Words(WholeTables tables) => [.. Words(tables["participant"]).Concat(Words(tables["registration"])).Where(word => word.Length >= ShortestName)];

    private static IEnumerable<string> Words(WholeTable people) => people.Values<string>("email").Concat(people.Values<string>("name"));
}
