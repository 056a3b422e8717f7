using System.Buffers.Binary;
using System.Security.Cryptography;
using BTech.Agenda;

namespace BTech.Record.Inputs;

/// <summary>
/// Where a reader begins. Everybody walks the ids in a circle from a start of their own, so that no two members of the team
/// read a window in the same order and the same texts do not always come first and last.
/// </summary>
internal static class ReadersOrder
{
    public static Guid Start(StaffId reader, Guid windowId)
    {
        Span<byte> both = stackalloc byte[32];
        reader.Value.TryWriteBytes(both);
        windowId.TryWriteBytes(both[16..]);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(both, hash);
        return new Guid(
            BinaryPrimitives.ReadInt32BigEndian(hash), BinaryPrimitives.ReadInt16BigEndian(hash[4..]), BinaryPrimitives.ReadInt16BigEndian(hash[6..]),
            hash[8], hash[9], hash[10], hash[11], hash[12], hash[13], hash[14], hash[15]);
    }
}
