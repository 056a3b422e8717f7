using System.Security.Cryptography;
using BTech.Record.Boxes;

namespace BTech.Web.Crossings;

/// <summary>
/// The windows' keys as plain files: <c>{Keys}/windows/{window}/tag.key, box.key, cookie.key</c>, folders 0700, files 0600;
/// the first two wrapped by a program of the operator's where there is one.
/// Read for every request and never cached, so that destroying a file destroys the key on every node.
/// </summary>
public sealed class KeyRing : IBoxKeys
{
    private const string Tag = "tag.key";
    private const string BoxFile = "box.key";
    private const string Cookie = "cookie.key";

    private readonly string _windows;
    private readonly IKeyWrap _wrap;

    public KeyRing(string keysDirectory, IKeyWrap wrap) => (_windows, _wrap) = (Path.Combine(keysDirectory, "windows"), wrap);

    public Task<BoxKey> OpenAsync(Guid windowId, CancellationToken cancel) =>
        Task.FromResult(new BoxKey(Read(windowId, BoxFile) ?? throw new BoxKeysMissingException()));

    public Task CreateAsync(Guid windowId, CancellationToken cancel)
    {
        foreach (var name in new[] { Tag, BoxFile, Cookie }) KeyFile.Create(Folder(windowId), name, WrapOf(name), NameOf(windowId));
        return Task.CompletedTask;
    }

    /// <summary>Destroys all three; participants' cookies of this window end with it. What wraps them goes first, so that files left by a crash open nothing.</summary>
    public Task<bool> DestroyAsync(Guid windowId, CancellationToken cancel)
    {
        var isFinal = _wrap.Destroy(NameOf(windowId));
        var folder = Folder(windowId);
        if (!Directory.Exists(folder)) return Task.FromResult(isFinal);
        foreach (var file in Directory.EnumerateFiles(folder)) KeyFile.Destroy(file);
        try
        {
            Directory.Delete(folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            // Somebody entered at this moment, and a fresh cookie key was made for the time after the seal.
        }
        return Task.FromResult(isFinal);
    }

    public Task<KeysFound> FindAsync(Guid windowId, CancellationToken cancel) =>
        Task.FromResult((KeysFound)new[] { Tag, BoxFile }.Count(name => Read(windowId, name) is not null));

    /// <summary>
    /// The key of this window's participant cookie. It is made anew when there is none, so that after the seal a fresh one serves
    /// <em>About you</em>, <em>Offers</em> and <em>On the record</em>.
    /// </summary>
    public byte[] CookieKey(Guid windowId)
    {
        if (Read(windowId, Cookie) is { } key) return key;
        KeyFile.Create(Folder(windowId), Cookie, WrapOf(Cookie), NameOf(windowId));
        return Read(windowId, Cookie)!;
    }

    /// <summary>The same key where it exists; never makes one, so that a forged cookie cannot fill the folder.</summary>
    public byte[]? FindCookieKey(Guid windowId) => Read(windowId, Cookie);

    /// <summary>The tag key, for the doors alone; the caller wipes it.</summary>
    internal byte[] TagKey(Guid windowId) => Read(windowId, Tag) ?? throw new BoxKeysMissingException();

    /// <summary>The box key on two papers; nothing when the window has none.</summary>
    public KeyHalves? Halve(Guid windowId)
    {
        if (Read(windowId, BoxFile) is not { } key) return null;
        var halves = KeyHalves.Of(key);
        CryptographicOperations.ZeroMemory(key);
        return halves;
    }

    /// <summary>Whether these two halves make the window's box key.</summary>
    public bool Fits(Guid windowId, string? first, string? second)
    {
        if (Read(windowId, BoxFile) is not { } key || KeyHalves.Join(first, second) is not { } joined) return false;
        var fits = CryptographicOperations.FixedTimeEquals(key, joined);
        CryptographicOperations.ZeroMemory(key);
        CryptographicOperations.ZeroMemory(joined);
        return fits;
    }

    /// <summary>Puts a lost box key back from its halves, where there is none; a key that is there stays as it is.</summary>
    /// <returns>Whether the window's box key now is the one that the halves make.</returns>
    public bool Restore(Guid windowId, string? first, string? second)
    {
        if (KeyHalves.Join(first, second) is not { } key) return false;
        KeyFile.Write(Folder(windowId), BoxFile, key, _wrap, NameOf(windowId));
        CryptographicOperations.ZeroMemory(key);
        return Fits(windowId, first, second);
    }

    /// <summary>Takes back a key that was put back and opens nothing.</summary>
    public void Forget(Guid windowId) => KeyFile.Destroy(Path.Combine(Folder(windowId), BoxFile));

    private byte[]? Read(Guid windowId, string name) => KeyFile.Read(Folder(windowId), name, WrapOf(name), NameOf(windowId));

    // The cookie's key opens no text, is asked for by every page, and is made anew after the seal, when the window's wrapping key is gone.
    private IKeyWrap WrapOf(string name) => name == Cookie ? PlainKeys.Instance : _wrap;

    private static string NameOf(Guid windowId) => windowId.ToString("D");

    private string Folder(Guid windowId) => Path.Combine(_windows, windowId.ToString("D"));
}
