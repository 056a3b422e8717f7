using BTech.Record.Boxes;

namespace BTech.Record.FollowUp;

/// <summary>
/// The keys under which requests by follow-up code wait for their release. Each belongs to one window and one batch and is named for the
/// day on which that batch is released, so that no table needs a time. Operators may swap the implementation as with <see cref="IBoxKeys"/>.
/// </summary>
public interface IBatchKeys
{
    /// <summary>The batches of a window that have a key, earliest first: one, or two while a release is on its way.</summary>
    Task<IReadOnlyList<DateOnly>> FindAsync(Guid windowId, CancellationToken cancel);

    /// <summary>A batch's key, for the length of one request; dispose it as soon as the work is done.</summary>
    /// <exception cref="BoxKeysMissingException">There is no such key (any more).</exception>
    Task<BoxKey> OpenAsync(Guid windowId, DateOnly batch, CancellationToken cancel);

    /// <summary>Makes a batch's key; leaves one that exists as it is.</summary>
    Task CreateAsync(Guid windowId, DateOnly batch, CancellationToken cancel);

    /// <summary>Destroys a batch's key; nothing happens when there is none.</summary>
    Task DestroyAsync(Guid windowId, DateOnly batch, CancellationToken cancel);
}
