using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using BTech.Documents.Imports;
using Microsoft.AspNetCore.DataProtection;

namespace BTech.Web.Pages.Moderate;

/// <summary>
/// What was read of a file, on its way through the page on which its places are chosen and back: the server keeps nothing of it in between. It is
/// packed, because it comes back with every look, and sealed against change, so that only what was read and not let go can be taken over, and only into the
/// round for which it was read.
/// </summary>
/// <param name="Id">What becomes the import's id: sent twice, it is added once.</param>
/// <param name="Draft">What was read.</param>
public sealed record CarriedDraft(Guid Id, ImportDraft Draft)
{
    private const string Purpose = "btc/v1/import";

    // Fields of a form are limited one by one.
    private const int Piece = 256 * 1024;

    /// <summary>The pieces for hidden fields.</summary>
    public IReadOnlyList<string> Pack(IDataProtectionProvider protection, Guid windowId)
    {
        ArgumentNullException.ThrowIfNull(protection);
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true)) JsonSerializer.Serialize(brotli, this);
        return [.. Convert.ToBase64String(For(protection, windowId).Protect(packed.ToArray())).Chunk(Piece).Select(piece => new string(piece))];
    }

    /// <summary>What was packed; nothing when the pieces are not ours, not whole, of another round, or from before the keys were changed.</summary>
    public static CarriedDraft? Unpack(IDataProtectionProvider protection, Guid windowId, IEnumerable<string?> pieces)
    {
        ArgumentNullException.ThrowIfNull(protection);
        try
        {
            using var packed = new MemoryStream(For(protection, windowId).Unprotect(Convert.FromBase64String(string.Concat(pieces))));
            using var brotli = new BrotliStream(packed, CompressionMode.Decompress);
            return JsonSerializer.Deserialize<CarriedDraft>(brotli);
        }
        catch (Exception broken) when (broken is CryptographicException or FormatException or JsonException or InvalidDataException or InvalidOperationException)
        {
            return null;
        }
    }

    private static IDataProtector For(IDataProtectionProvider protection, Guid windowId) => protection.CreateProtector(Purpose, windowId.ToString("N"));
}
