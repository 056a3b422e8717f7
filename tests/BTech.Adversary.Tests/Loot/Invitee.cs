using System.Text;

namespace BTech.Adversary.Tests.Loot;

/// <summary>Somebody on the list of those invited, with everything by which records may name them; the attacker knows all of them.</summary>
internal sealed record Invitee(int Number, string Group, string Name, string Email, Guid InvitationId, Guid ParticipantId, string Address)
{
    /// <summary>The spellings that count as naming this person.</summary>
    public IEnumerable<byte[]> Names() =>
    [
        .. new[] { Name, Email, Email.ToUpperInvariant(), Address }.Select(Encoding.UTF8.GetBytes),
        .. new[] { InvitationId, ParticipantId }.SelectMany(Spellings),
    ];

    /// <summary>The forms of an id: as text, as PostgreSQL stores it, as .NET does.</summary>
    public static IEnumerable<byte[]> Spellings(Guid id) =>
        [Encoding.UTF8.GetBytes(id.ToString("D")), Encoding.UTF8.GetBytes(id.ToString("N")), id.ToByteArray(bigEndian: true), id.ToByteArray()];
}
