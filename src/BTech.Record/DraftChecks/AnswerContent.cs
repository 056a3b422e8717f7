using System.Buffers.Binary;
using System.Text;

namespace BTech.Record.DraftChecks;

/// <summary>What stands in a box: version (1) ‖ kind (1) ‖ number of the sentence (4) ‖ id of the page it was sent from (16), by which an answer that is sent twice is kept once ‖ words in UTF-8. An unused box has kind 0.</summary>
internal readonly record struct AnswerContent(AnswerKind Kind, int Sentence, Guid Page, string Words)
{
    private const byte Version = 1;
    private const int Head = 22;

    public bool IsUsed => Kind != 0;

    public byte[] ToBytes()
    {
        var words = Encoding.UTF8.GetBytes(Words ?? "");
        var bytes = new byte[Head + words.Length];
        (bytes[0], bytes[1]) = (Version, (byte)Kind);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(2), Sentence);
        Page.TryWriteBytes(bytes.AsSpan(6), bigEndian: true, out _);
        words.CopyTo(bytes, Head);
        return bytes;
    }

    /// <exception cref="InvalidDataException">A form that this version does not know.</exception>
    public static AnswerContent From(ReadOnlySpan<byte> bytes) => bytes.Length >= Head && bytes[0] == Version
        ? new AnswerContent((AnswerKind)bytes[1], BinaryPrimitives.ReadInt32BigEndian(bytes[2..]), new Guid(bytes[6..Head], bigEndian: true), Encoding.UTF8.GetString(bytes[Head..]))
        : throw new InvalidDataException("A box for an answer holds a form that this version does not know.");
}
