using System.Collections.Concurrent;
using System.Security.Cryptography;
using BTech.Record.Boxes;
using BTech.Record.FollowUp;

namespace BTech.Record.Tests.FollowUp;

/// <summary>Batch keys and tombstones in memory; a test may let one call in turn fail, as if the process had died there.</summary>
public sealed class MemoryBatches : IBatchKeys, ITombstones
{
    private readonly ConcurrentDictionary<(Guid Window, DateOnly Batch), byte[]> _keys = [];
    private IReadOnlyCollection<Guid> _tombstones = [];
    private int _calls;

    /// <summary>Which of the calls that change something fails; none when 0.</summary>
    public int BreakAt { get; set; }

    /// <summary>The tombstones as they are written down.</summary>
    public IReadOnlyCollection<Guid> Buried => _tombstones;

    public void CountAnew(int breakAt) => (_calls, BreakAt) = (0, breakAt);

    public Task<IReadOnlyList<DateOnly>> FindAsync(Guid windowId, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<DateOnly>>([.. _keys.Keys.Where(key => key.Window == windowId).Select(key => key.Batch).Order()]);

    /// <summary>Whose keys are there and cannot be read.</summary>
    public Guid? Unreadable { get; set; }

    public Task<BoxKey> OpenAsync(Guid windowId, DateOnly batch, CancellationToken cancel) =>
        windowId == Unreadable ? throw new IOException("not readable") : _keys.TryGetValue((windowId, batch), out var key) ? Task.FromResult(new BoxKey((byte[])key.Clone())) : throw new BoxKeysMissingException();

    public Task CreateAsync(Guid windowId, DateOnly batch, CancellationToken cancel) =>
        Change(() => _keys.TryAdd((windowId, batch), RandomNumberGenerator.GetBytes(32)));

    public Task DestroyAsync(Guid windowId, DateOnly batch, CancellationToken cancel) => Change(() => _keys.TryRemove((windowId, batch), out _));

    public Task<IReadOnlyCollection<Guid>> ReadAsync(CancellationToken cancel) => Task.FromResult(_tombstones);

    public Task WriteAsync(IReadOnlyCollection<Guid> inputs, CancellationToken cancel) => Change(() => _tombstones = inputs);

    private Task Change(Action change)
    {
        var breaks = ++_calls == BreakAt;
        // Half of the time the work is done and only the answer lost.
        if (!breaks || BreakAt % 2 == 0) change();
        return breaks ? throw new TimeoutException("killed") : Task.CompletedTask;
    }
}
