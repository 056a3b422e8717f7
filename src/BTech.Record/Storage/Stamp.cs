using System.Security.Cryptography;
using System.Text;

namespace BTech.Record.Storage;

/// <summary>Stands for something as it was shown, to be sent back with a form: another one means that it was changed.</summary>
internal static class Stamp
{
    /// <summary>The first 64 bits of SHA-256 (FIPS 180-4), as hexadecimal digits: enough to tell two states of one thing apart.</summary>
    public static string Of(string everything) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(everything)))[..16];
}
