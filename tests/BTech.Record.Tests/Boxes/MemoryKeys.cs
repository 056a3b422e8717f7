using System.Collections.Concurrent;
using System.Security.Cryptography;
using BTech.Record.Boxes;

namespace BTech.Record.Tests.Boxes;

/// <summary>A key ring in memory.</summary>
public sealed class MemoryKeys : IBoxKeys
{
    private readonly ConcurrentDictionary<Guid, byte[]> _keys = [];

    public Task<BoxKey> OpenAsync(Guid windowId, CancellationToken cancel) =>
        _keys.TryGetValue(windowId, out var key) ? Task.FromResult(new BoxKey((byte[])key.Clone())) : throw new BoxKeysMissingException();

    public Task CreateAsync(Guid windowId, CancellationToken cancel)
    {
        _keys.TryAdd(windowId, RandomNumberGenerator.GetBytes(32));
        return Task.CompletedTask;
    }

    public Task<bool> DestroyAsync(Guid windowId, CancellationToken cancel)
    {
        _keys.TryRemove(windowId, out _);
        return Task.FromResult(true);
    }

    public Task<KeysFound> FindAsync(Guid windowId, CancellationToken cancel) => Task.FromResult(_keys.ContainsKey(windowId) ? KeysFound.All : KeysFound.None);
}
