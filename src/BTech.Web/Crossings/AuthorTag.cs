using System.Security.Cryptography;

namespace BTech.Web.Crossings;

/// <summary>HMAC-SHA256(tag key, "btc/v1/author" ‖ window ‖ invitation): the only thing by which Record knows a person.</summary>
internal static class AuthorTag
{
    public static byte[] Of(ReadOnlySpan<byte> tagKey, Guid windowId, Guid invitationId)
    {
        var label = "btc/v1/author"u8;
        Span<byte> message = stackalloc byte[label.Length + 32];
        label.CopyTo(message);
        windowId.TryWriteBytes(message[label.Length..], bigEndian: true, out _);
        invitationId.TryWriteBytes(message[(label.Length + 16)..], bigEndian: true, out _);
        return HMACSHA256.HashData(tagKey, message);
    }
}
