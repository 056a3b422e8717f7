namespace BTech.Record.FollowUp;

/// <summary>
/// The ids of withdrawn inputs outside the database, so that a backup restored from before a withdrawal forgets again.
/// </summary>
public interface ITombstones
{
    /// <summary>All of them; none where nothing was ever withdrawn.</summary>
    Task<IReadOnlyCollection<Guid>> ReadAsync(CancellationToken cancel);

    /// <summary>Writes the whole list anew, in an order that says nothing about when one was added.</summary>
    Task WriteAsync(IReadOnlyCollection<Guid> inputs, CancellationToken cancel);
}
