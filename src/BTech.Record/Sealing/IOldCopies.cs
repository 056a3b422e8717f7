namespace BTech.Record.Sealing;

/// <summary>
/// Copies that an installation keeps of its database and of its server's log: backups, archived write-ahead logs, old log files. They hold
/// boxes of a window as it was written; without the keys those are noise, but whoever kept a key would read them.
/// </summary>
public interface IOldCopies
{
    /// <summary>Removes everything that was copied or logged until now, because a window is sealed. Called again, it removes what is left.</summary>
    /// <param name="windowId">The window.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Done; not permitted here, where the installation knows of none and cannot remove any; failed, where something could not be removed.</returns>
    Task<CheckOutcome> RemoveAsync(Guid windowId, CancellationToken cancel);
}
