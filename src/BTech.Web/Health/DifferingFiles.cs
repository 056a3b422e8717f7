using BTech.Record.Reports.Files;
using Npgsql;

namespace BTech.Web.Health;

/// <summary>Files of published reports that came out as other bytes when they were made again from the same text.</summary>
public sealed class DifferingFiles(FileReleases releases)
{
    /// <summary>Which; nothing while the database is away, which must not take the page away that says so.</summary>
    public async Task<IReadOnlyList<DifferingFile>?> FindAsync(CancellationToken cancel)
    {
        try
        {
            return await releases.DifferingAsync(cancel);
        }
        catch (Exception away) when (away is NpgsqlException or TimeoutException or InvalidOperationException)
        {
            return null;
        }
    }
}
