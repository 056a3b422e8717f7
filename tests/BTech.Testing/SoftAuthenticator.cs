using System.Buffers.Binary;
using System.Buffers.Text;
using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BTech.Testing;

/// <summary>
/// A browser with an authenticator, as far as a site can see: answers the options of a page as WebAuthn level 3 says. Everything in its answers that
/// a site must look at can be made wrong.
/// </summary>
public sealed class SoftAuthenticator
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _credentialId = RandomNumberGenerator.GetBytes(32);
    private string _owner = "";

    /// <summary>The site that the browser believes to be at.</summary>
    public string Origin { get; set; } = "http://localhost";

    /// <summary>Whether finger, face or number were right.</summary>
    public bool KnowsItsOwner { get; set; } = true;

    /// <summary>How often it has signed; a copy would not know.</summary>
    public uint Count { get; set; }

    /// <summary>Makes a passkey, as <c>navigator.credentials.create</c>.</summary>
    public string Create(string options)
    {
        var asked = JsonNode.Parse(options)!;
        _owner = asked["user"]!["id"]!.GetValue<string>();
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        var key = new CborWriter();
        key.WriteStartMap(5);
        key.WriteInt32(1);
        key.WriteInt32(2);
        key.WriteInt32(3);
        key.WriteInt32(-7);
        key.WriteInt32(-1);
        key.WriteInt32(1);
        key.WriteInt32(-2);
        key.WriteByteString(point.X!);
        key.WriteInt32(-3);
        key.WriteByteString(point.Y!);
        key.WriteEndMap();
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)_credentialId.Length);
        var statement = new CborWriter();
        statement.WriteStartMap(3);
        statement.WriteTextString("fmt");
        statement.WriteTextString("none");
        statement.WriteTextString("attStmt");
        statement.WriteStartMap(0);
        statement.WriteEndMap();
        statement.WriteTextString("authData");
        statement.WriteByteString([.. Data(asked["rp"]!["id"]!.GetValue<string>(), isNew: true), .. new byte[16], .. length, .. _credentialId, .. key.Encode()]);
        statement.WriteEndMap();
        return Answer(new JsonObject
        {
            ["clientDataJSON"] = Base64Url.EncodeToString(ClientData("webauthn.create", asked)),
            ["attestationObject"] = Base64Url.EncodeToString(statement.Encode()),
            ["transports"] = new JsonArray("internal"),
        });
    }

    /// <summary>Signs a challenge with it, as <c>navigator.credentials.get</c>.</summary>
    public string Get(string options)
    {
        var asked = JsonNode.Parse(options)!;
        Count++;
        var (data, client) = (Data(asked["rpId"]!.GetValue<string>(), isNew: false), ClientData("webauthn.get", asked));
        return Answer(new JsonObject
        {
            ["clientDataJSON"] = Base64Url.EncodeToString(client),
            ["authenticatorData"] = Base64Url.EncodeToString(data),
            ["signature"] = Base64Url.EncodeToString(_key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
            ["userHandle"] = _owner,
        });
    }

    private byte[] Data(string site, bool isNew)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);
        // Somebody is there; it is the owner; the passkey can be copied between devices and is; a new one follows.
        var flags = 0x01 | (KnowsItsOwner ? 0x04 : 0) | 0x08 | 0x10 | (isNew ? 0x40 : 0);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(site)), (byte)flags, .. count];
    }

    private byte[] ClientData(string type, JsonNode asked) => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["type"] = type,
        ["challenge"] = asked["challenge"]!.GetValue<string>(),
        ["origin"] = Origin,
        ["crossOrigin"] = false,
    });

    private string Answer(JsonObject response) => new JsonObject
    {
        ["id"] = Base64Url.EncodeToString(_credentialId),
        ["rawId"] = Base64Url.EncodeToString(_credentialId),
        ["type"] = "public-key",
        ["authenticatorAttachment"] = "platform",
        ["clientExtensionResults"] = new JsonObject(),
        ["response"] = response,
    }.ToJsonString();
}
