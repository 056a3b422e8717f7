using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace BTech.Team.Audit;

/// <summary>One act of staff, chained to the one before: nobody can change or take out a line unnoticed.</summary>
public sealed class AuditEntry
{
    /// <summary>1, 2, 3 … without gaps.</summary>
    public required long Number { get; init; }

    /// <summary>When it was done, to the microsecond.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it; nothing for the command line and the clock.</summary>
    public Guid? StaffId { get; init; }

    /// <summary>What was done ("window opened").</summary>
    public required string Action { get; init; }

    /// <summary>To what ("b-tech/3"); never a participant, a text or a number of contributions.</summary>
    public string? Subject { get; init; }

    /// <summary>SHA-256 of the hash before and of everything above.</summary>
    public required byte[] Hash { get; init; }

    internal static byte[] HashOf(byte[] before, long number, DateTimeOffset at, Guid? staff, string action, string? subject)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> figure = stackalloc byte[8];
        hash.AppendData(before);
        BinaryPrimitives.WriteInt64BigEndian(figure, number);
        hash.AppendData(figure);
        BinaryPrimitives.WriteInt64BigEndian(figure, at.UtcTicks);
        hash.AppendData(figure);
        foreach (var text in new[] { staff?.ToString("D") ?? "", action, subject ?? "" })
        {
            // Each length goes in before its text, so that no two different lines give the same bytes.
            var bytes = Encoding.UTF8.GetBytes(text);
            BinaryPrimitives.WriteInt64BigEndian(figure, bytes.Length);
            hash.AppendData(figure);
            hash.AppendData(bytes);
        }
        return hash.GetHashAndReset();
    }
}
