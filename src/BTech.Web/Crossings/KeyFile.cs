using System.Security.Cryptography;
using BTech.Record.Boxes;

namespace BTech.Web.Crossings;

/// <summary>One key in one private file.</summary>
internal static class KeyFile
{
    public static byte[]? Read(string folder, string name)
    {
        var file = Path.Combine(folder, name);
        var key = PrivateFiles.Read(file);
        return key is null or { Length: BoxKey.Length } ? key : throw new InvalidDataException($"{file} is not a key of {BoxKey.Length} bytes.");
    }

    /// <summary>Makes a key; leaves one that exists as it is.</summary>
    public static void Create(string folder, string name)
    {
        var file = Path.Combine(folder, name);
        if (File.Exists(file)) return;
        var key = RandomNumberGenerator.GetBytes(BoxKey.Length);
        PrivateFiles.Write(file, key, replace: false);
        CryptographicOperations.ZeroMemory(key);
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
