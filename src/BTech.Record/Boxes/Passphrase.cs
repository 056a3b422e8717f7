using System.Security.Cryptography;
using System.Text;
using BTech.Languages;
using Konscious.Security.Cryptography;

namespace BTech.Record.Boxes;

/// <summary>
/// The passphrase with which an author may lock the box against others who can open the link. Only an Argon2id verifier is kept, inside the box;
/// nobody can reset it.
/// </summary>
public static class Passphrase
{
    /// <summary>The fewest characters.</summary>
    public const int Shortest = 12;

    /// <summary>The most characters.</summary>
    public const int Longest = 200;

    private const int MemoryKilobytes = 19 * 1024;
    private const int Iterations = 2;
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    // Each computation takes 19 MiB: a crowd at the entrance must not take the server's memory.
    private static readonly SemaphoreSlim AtOnce = new(4);

    internal static async Task<string> VerifierAsync(string passphrase, CancellationToken cancel)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return Convert.ToHexStringLower([.. salt, .. await HashAsync(passphrase, salt, cancel)]);
    }

    internal static async Task<bool> IsAsync(string passphrase, string verifier, CancellationToken cancel)
    {
        var kept = Convert.FromHexString(verifier);
        return CryptographicOperations.FixedTimeEquals(await HashAsync(passphrase, kept[..SaltBytes], cancel), kept.AsSpan(SaltBytes));
    }

    private static async Task<byte[]> HashAsync(string passphrase, byte[] salt, CancellationToken cancel)
    {
        await AtOnce.WaitAsync(cancel);
        try
        {
            // The same words typed on another keyboard or device may be composed differently.
            using var argon = new Argon2id(Encoding.UTF8.GetBytes(UnicodeForm.Of(passphrase.Trim(), NormalizationForm.FormKC)))
            {
                Salt = salt, MemorySize = MemoryKilobytes, Iterations = Iterations, DegreeOfParallelism = 1,
            };
            return await argon.GetBytesAsync(HashBytes);
        }
        finally
        {
            AtOnce.Release();
        }
    }
}
