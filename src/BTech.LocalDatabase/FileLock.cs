namespace BTech.LocalDatabase;

/// <summary>A lock that the operating system releases when its holder ends, however it ends.</summary>
internal static class FileLock
{
    /// <summary>Alone. Waits for others up to the limit.</summary>
    public static async Task<FileStream> ExclusiveAsync(string path, TimeSpan limit, CancellationToken cancel)
    {
        var deadline = Environment.TickCount64 + (long)limit.TotalMilliseconds;
        while (true)
        {
            if (TryExclusive(path) is { } held) return held;
            if (Environment.TickCount64 > deadline)
                throw new LocalPostgresException($"Another process has been starting or stopping the local PostgreSQL for {limit.TotalSeconds:0} seconds (lock \"{path}\").");
            await Task.Delay(50, cancel);
        }
    }

    /// <summary>Alone, or null when anybody else holds it.</summary>
    public static FileStream? TryExclusive(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Together with other users.</summary>
    public static FileStream Shared(string path) => new(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);
}
