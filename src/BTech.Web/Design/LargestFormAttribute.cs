namespace BTech.Web.Design;

/// <summary>
/// The largest form that a page takes, where it is more than usual: see <see cref="FormGate"/>. Not the framework's own attribute, whose filter
/// notes in the log for each request that the form was read before it.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LargestFormAttribute(long bytes) : Attribute
{
    /// <summary>In bytes.</summary>
    public long Bytes => bytes;
}
