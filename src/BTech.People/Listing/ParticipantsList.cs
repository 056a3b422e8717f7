using System.Security.Cryptography;
using System.Text.Json;
using BTech.People.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.People.Listing;

/// <summary>
/// Who agreed to be listed, and the lines frozen for each published report. Being listed does not depend on having written,
/// and the report itself keeps no more than the hash of its lines.
/// </summary>
public sealed class ParticipantsList
{
    /// <summary>Version of the text on <em>About you</em> to which people agree now.</summary>
    public const int TextVersion = 1;

    private readonly PeopleContext _people;

    internal ParticipantsList(PeopleContext people) => _people = people;

    /// <summary>What one participant agreed to; nothing when the question was never answered.</summary>
    public Task<ListingConsent?> ConsentOfAsync(Guid participantId, CancellationToken cancel) =>
        _people.Consents.AsNoTracking().SingleOrDefaultAsync(consent => consent.ParticipantId == participantId, cancel);

    /// <summary>How the participant would be listed: honorific, name, role, organisation, group.</summary>
    public Task<ListedLine?> LineOfAsync(Guid participantId, CancellationToken cancel) =>
        _people.Participants.Where(participant => participant.Id == participantId)
            .Select(participant => new ListedLine(participant.GroupLabel, participant.Honorific, participant.Name, participant.Role,
                participant.Organisation == null ? null : participant.Organisation.Name))
            .SingleOrDefaultAsync(cancel);

    /// <summary>The lines that would be frozen now for a window, in order.</summary>
    public async Task<IReadOnlyList<ListedLine>> ConsentsAsync(Guid windowId, CancellationToken cancel)
    {
        var agreed = await (
            from invitation in _people.Invitations
            join consent in _people.Consents on invitation.ParticipantId equals consent.ParticipantId
            where invitation.WindowId == windowId && consent.Choice != ListingChoice.None
            select new
            {
                consent.Choice,
                Line = new ListedLine(invitation.Participant.GroupLabel, invitation.Participant.Honorific, invitation.Participant.Name,
                    invitation.Participant.Role, invitation.Participant.Organisation == null ? null : invitation.Participant.Organisation.Name),
            }).ToListAsync(cancel);
        return agreed
            .Where(person => person.Choice == ListingChoice.Full || person.Line.Organisation is not null)
            .Select(person => person.Choice == ListingChoice.Full ? person.Line : new ListedLine(person.Line.GroupLabel, null, null, null, person.Line.Organisation))
            .Distinct()
            .OrderBy(line => line.GroupLabel, StringComparer.Ordinal)
            .ThenBy(line => line.Organisation ?? line.Name, StringComparer.InvariantCulture)
            .ThenBy(line => line.Name, StringComparer.InvariantCulture)
            .ToList();
    }

    /// <summary>Keeps what a participant agreed to. Writes no date.</summary>
    public async Task SetAsync(Guid participantId, ListingChoice choice, CancellationToken cancel)
    {
        // One statement: two presses of the button at once are one answer.
        await _people.Database.ExecuteSqlAsync($"""
            INSERT INTO people.listing_consent (participant_id, choice, text_version) VALUES ({participantId}, {(int)choice}, {TextVersion})
            ON CONFLICT (participant_id) DO UPDATE SET choice = excluded.choice, text_version = excluded.text_version
            """, cancel);
    }

    /// <summary>Freezes the lines of those who agree now, for one version of one report that is about to be published. What an attempt that failed froze is let go:
    /// somebody may have changed their mind since.</summary>
    /// <returns>SHA-256 of the lines, which the report keeps.</returns>
    public async Task<byte[]> FreezeAsync(int reportNumber, int version, Guid windowId, CancellationToken cancel) =>
        await FreezeAsync(reportNumber, version, await ConsentsAsync(windowId, cancel), cancel);

    /// <summary>Freezes a list that was handed in, in its own order: the participants of a meeting.</summary>
    /// <returns>SHA-256 of the lines, which the report keeps.</returns>
    public async Task<byte[]> FreezeAsync(int reportNumber, int version, IReadOnlyList<ListedLine> lines, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(lines);
        await using var transaction = await _people.Database.BeginTransactionAsync(cancel);
        await _people.Lines.Where(line => line.ReportNumber == reportNumber && line.Version == version).ExecuteDeleteAsync(cancel);
        _people.Lines.AddRange(lines.Select((line, index) => new FrozenLine
        {
            ReportNumber = reportNumber, Version = version, Order = index + 1, GroupLabel = line.GroupLabel,
            Honorific = line.Honorific, Name = line.Name, Role = line.Role, Organisation = line.Organisation,
        }));
        await _people.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        _people.ChangeTracker.Clear();
        return Hash(lines);
    }

    /// <summary>Freezes for a version the lines that the newest earlier one has left, where nobody can be asked any more: at a meeting, and once what people agreed to is erased.</summary>
    /// <returns>SHA-256 of the lines, which the report keeps.</returns>
    public async Task<byte[]> FreezeAgainAsync(int reportNumber, int version, CancellationToken cancel)
    {
        var before = await _people.Lines.Where(line => line.ReportNumber == reportNumber && line.Version < version).MaxAsync(line => (int?)line.Version, cancel);
        return await FreezeAsync(reportNumber, version, before is { } earlier ? await LinesAsync(reportNumber, earlier, cancel) : [], cancel);
    }

    /// <summary>The frozen lines of one version of a report, in order.</summary>
    public async Task<IReadOnlyList<ListedLine>> LinesAsync(int reportNumber, int version, CancellationToken cancel) =>
        await _people.Lines.Where(line => line.ReportNumber == reportNumber && line.Version == version).OrderBy(line => line.Order)
            .Select(line => new ListedLine(line.GroupLabel, line.Honorific, line.Name, line.Role, line.Organisation)).ToListAsync(cancel);

    /// <summary>The lines of all versions of a report, each once, with its place in the newest version that has it: an earlier version can still be read.</summary>
    public async Task<IReadOnlyList<(int Version, int Order, ListedLine Line)>> AllAsync(int reportNumber, CancellationToken cancel)
    {
        var lines = await _people.Lines.AsNoTracking().Where(line => line.ReportNumber == reportNumber).OrderByDescending(line => line.Version).ThenBy(line => line.Order).ToListAsync(cancel);
        return [.. lines.Select(line => (line.Version, line.Order, Line: new ListedLine(line.GroupLabel, line.Honorific, line.Name, line.Role, line.Organisation))).DistinctBy(line => line.Line)];
    }

    /// <summary>
    /// Takes a line out of every version of a published list, at once. Whoever it names wished it: what they agreed to is withdrawn too, so that a
    /// corrected version does not name them again. The hash that the report keeps stays that of the list as it was published.
    /// </summary>
    /// <returns>Whether there was such a line.</returns>
    public async Task<bool> RemoveAsync(int reportNumber, int version, int order, Guid windowId, CancellationToken cancel)
    {
        await using var transaction = await _people.Database.BeginTransactionAsync(cancel);
        if (await _people.Lines.AsNoTracking().SingleOrDefaultAsync(line => line.ReportNumber == reportNumber && line.Version == version && line.Order == order, cancel) is not { } gone)
            return false;
        await _people.Lines.Where(line => line.ReportNumber == reportNumber && line.GroupLabel == gone.GroupLabel && line.Honorific == gone.Honorific
            && line.Name == gone.Name && line.Role == gone.Role && line.Organisation == gone.Organisation).ExecuteDeleteAsync(cancel);
        var choice = gone.Name is null ? ListingChoice.OrganisationOnly : ListingChoice.Full;
        var named = _people.Invitations
            .Where(invitation => invitation.WindowId == windowId && invitation.Participant.GroupLabel == gone.GroupLabel
                && invitation.Participant.Organisation!.Name == gone.Organisation
                && (gone.Name == null || (invitation.Participant.Name == gone.Name && invitation.Participant.Role == gone.Role)))
            .Select(invitation => invitation.ParticipantId);
        await _people.Consents.Where(consent => consent.Choice == choice && named.Contains(consent.ParticipantId))
            .ExecuteUpdateAsync(set => set.SetProperty(consent => consent.Choice, ListingChoice.None), cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>SHA-256 over the lines, in order.</summary>
    public static byte[] Hash(IReadOnlyList<ListedLine> lines) => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(lines));
}
