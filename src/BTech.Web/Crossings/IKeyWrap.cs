namespace BTech.Web.Crossings;

/// <summary>What stands between a key and the file that it lies in.</summary>
public interface IKeyWrap
{
    /// <summary>What to write into the file.</summary>
    /// <param name="name">Which wrapping key; made when there is none.</param>
    /// <param name="key">The key.</param>
    /// <exception cref="OperatorProgramException">The keys' program failed.</exception>
    byte[] Wrap(string name, byte[] key);

    /// <summary>The key; nothing when its wrapping key exists no more.</summary>
    /// <exception cref="OperatorProgramException">The keys' program failed.</exception>
    byte[]? Unwrap(string name, byte[] wrapped);

    /// <summary>Destroys a wrapping key; nothing happens when there is none.</summary>
    /// <returns>Whether that is final now; not where a key service waits some days before it destroys.</returns>
    /// <exception cref="OperatorProgramException">The keys' program failed.</exception>
    bool Destroy(string name);
}
