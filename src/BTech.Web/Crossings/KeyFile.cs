using System.Security.Cryptography;
using BTech.Record.Boxes;

namespace BTech.Web.Crossings;

/// <summary>One key in one private file.</summary>
internal static class KeyFile
{
    /// <summary>The key; nothing when there is no file, or what wrapped it exists no more.</summary>
    public static byte[]? Read(string folder, string name, IKeyWrap wrap, string wrappingKey)
    {
        var file = Path.Combine(folder, name);
        if (PrivateFiles.Read(file) is not { } kept || wrap.Unwrap(wrappingKey, kept) is not { } key) return null;
        return key.Length == BoxKey.Length ? key : throw new InvalidDataException($"{file} is not a key of {BoxKey.Length} bytes.");
    }

    /// <summary>Makes a key; leaves one that exists as it is.</summary>
    public static void Create(string folder, string name, IKeyWrap wrap, string wrappingKey)
    {
        var key = RandomNumberGenerator.GetBytes(BoxKey.Length);
        Write(folder, name, key, wrap, wrappingKey);
        CryptographicOperations.ZeroMemory(key);
    }

    /// <summary>Puts a key where there is none.</summary>
    public static void Write(string folder, string name, byte[] key, IKeyWrap wrap, string wrappingKey)
    {
        var file = Path.Combine(folder, name);
        if (File.Exists(file)) return;
        PrivateFiles.Write(file, wrap.Wrap(wrappingKey, key), replace: false);
    }

    public static void Destroy(string file)
    {
        try
        {
            // Overwriting proves nothing on flash storage, but it costs nothing where it helps.
            using (var stream = new FileStream(file, FileMode.Open, FileAccess.Write))
            {
                stream.Write(RandomNumberGenerator.GetBytes((int)stream.Length));
                stream.Flush(flushToDisk: true);
            }
            File.Delete(file);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            // Another node was quicker.
        }
    }
}
