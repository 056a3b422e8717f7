using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BTech.Record.Boxes;

/// <summary>Writes and reads the content of a box: JSON, Brotli, preceded by the length it had before compression.</summary>
[JsonSerializable(typeof(BoxContent))]
internal sealed partial class BoxContentForm : JsonSerializerContext
{
    private static readonly BoxContentForm Form = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        // Nobody renders this as HTML; escaped Arabic or Chinese would fill the box three times as fast.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    private const int LengthBytes = 4;
    private const int MaxPlainBytes = 8 * 1024 * 1024;

    // The room that letters may take: one part in eight.
    private const int LetterShare = 8;

    // What a text costs more beside others than alone: its id, marks and the second mention of its words.
    private const int LetterOverhead = 160;

    /// <summary>Bytes of a box that are kept for letters.</summary>
    public static int LetterRoom(int room) => room / LetterShare;

    /// <summary>What a letter takes of that room, whatever else lies in the box.</summary>
    public static int LetterBytes(Guid id, IReadOnlyList<LetterPart> parts)
    {
        var alone = new BoxContent();
        alone.Written.AddRange(parts.Select(part => new Piece { Place = new Place(part.FocusArea, Item: id), Kind = Inputs.InputKind.Comment, Working = part.Text, Sent = part.Text }));
        var json = JsonSerializer.SerializeToUtf8Bytes(alone, Form.BoxContent);
        var buffer = new byte[BrotliEncoder.GetMaxCompressedLength(json.Length)];
        try
        {
            return BrotliEncoder.TryCompress(json, buffer, out var written, quality: 4, window: 18) ? written + written / 16 + LetterOverhead : int.MaxValue / 2;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(json);
            CryptographicOperations.ZeroMemory(buffer);
        }
    }

    /// <summary>The content's bytes, or nothing when they do not fit beside the room that is still kept for letters.</summary>
    public static byte[]? Write(BoxContent content, int boxRoom)
    {
        var room = OwnRoom(content, boxRoom);
        var json = JsonSerializer.SerializeToUtf8Bytes(content, Form.BoxContent);
        var buffer = ArrayPool<byte>.Shared.Rent(room);
        try
        {
            if (json.Length > MaxPlainBytes) return null;
            // Quality 4 costs a quarter of a millisecond for a full box; more would only slow down every autosave.
            if (!BrotliEncoder.TryCompress(json, buffer.AsSpan(LengthBytes, room - LengthBytes), out var written, quality: 4, window: 18)) return null;
            BinaryPrimitives.WriteInt32BigEndian(buffer, json.Length);
            Measure(content, LengthBytes + written, room);
            return buffer.AsSpan(0, LengthBytes + written).ToArray();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(json);
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    public static BoxContent Read(ReadOnlySpan<byte> bytes, int room)
    {
        var json = new byte[Math.Clamp(BinaryPrimitives.ReadInt32BigEndian(bytes), 0, MaxPlainBytes)];
        if (!BrotliDecoder.TryDecompress(bytes[LengthBytes..], json, out var length) || length != json.Length)
            throw new InvalidDataException("The content of a box cannot be read.");
        var content = JsonSerializer.Deserialize(json, Form.BoxContent)!;
        CryptographicOperations.ZeroMemory(json);
        Measure(content, bytes.Length, OwnRoom(content, room));
        return content;
    }

    private static int OwnRoom(BoxContent content, int room) => room - Math.Max(0, LetterRoom(room) - content.LetterBytes);

    private static void Measure(BoxContent content, int used, int room)
    {
        content.RoomLeft = room - used;
        content.FullPercent = (int)Math.Ceiling(used * 100.0 / room);
    }
}
