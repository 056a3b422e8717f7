namespace BTech.Record.Boxes;

/// <summary>
/// The keys of the windows as the Record side sees them: made, opened for one piece of work, destroyed.
/// Operators may swap the implementation (files, a key management service); nothing here says where a key lives.
/// </summary>
public interface IBoxKeys
{
    /// <summary>The box key of a window, for the length of one request; dispose it as soon as the work is done.</summary>
    /// <exception cref="BoxKeysMissingException">The window has no box key (any more).</exception>
    Task<BoxKey> OpenAsync(Guid windowId, CancellationToken cancel);

    /// <summary>Makes all keys of a window; leaves keys that exist as they are.</summary>
    Task CreateAsync(Guid windowId, CancellationToken cancel);

    /// <summary>Destroys all keys of a window; nothing happens when there are none.</summary>
    /// <returns>Whether that is final now; not where a key service waits some days before it destroys.</returns>
    Task<bool> DestroyAsync(Guid windowId, CancellationToken cancel);

    /// <summary>Which of a window's keys, that of the boxes and that of the author tags, are there and readable.</summary>
    Task<KeysFound> FindAsync(Guid windowId, CancellationToken cancel);
}

/// <summary>Which keys of a window are there.</summary>
public enum KeysFound
{
    /// <summary>None: not made yet, lost, or destroyed at the seal.</summary>
    None = 0,

    /// <summary>One of the two.</summary>
    Some = 1,

    /// <summary>Both.</summary>
    All = 2,
}
