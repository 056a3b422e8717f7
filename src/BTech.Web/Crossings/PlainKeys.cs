namespace BTech.Web.Crossings;

/// <summary>Keys lie in their files as they are: safe from who has the database alone, not from who has the disk.</summary>
internal sealed class PlainKeys : IKeyWrap
{
    public static readonly PlainKeys Instance = new();

    public byte[] Wrap(string name, byte[] key) => [.. key];

    public byte[]? Unwrap(string name, byte[] wrapped) => wrapped;

    public bool Destroy(string name) => true;
}
