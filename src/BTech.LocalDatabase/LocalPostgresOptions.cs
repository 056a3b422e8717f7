namespace BTech.LocalDatabase;

/// <summary>Where the local PostgreSQL lives and how careful it is.</summary>
/// <param name="Directory">The data directory of the installation; the server keeps everything below it where it can.</param>
public sealed record LocalPostgresOptions(string Directory)
{
    /// <summary>The folder <c>node_modules</c> that holds the packaged binaries; null looks for it above this assembly.</summary>
    public string? NodeModules { get; init; }

    /// <summary>Whether commits survive a power cut. Tests switch it off.</summary>
    public bool IsDurable { get; init; } = true;

    /// <summary>How many connections the server takes.</summary>
    public int MaxConnections { get; init; } = 100;
}
