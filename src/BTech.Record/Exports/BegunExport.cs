using BTech.Record.Coding;

namespace BTech.Record.Exports;

/// <summary>An export that stands in the register and whose texts may be read now, once, in one random order.</summary>
public sealed class BegunExport
{
    internal BegunExport(InputExport export, IReadOnlyList<Theme> themes, int bookVersion, bool hasImports, IReadOnlyList<Guid> order) =>
        (Export, Themes, BookVersion, HasImports, Order) = (export, themes, bookVersion, hasImports, order);

    /// <summary>Its line in the register.</summary>
    public InputExport Export { get; }

    /// <summary>The consultation's code book, by name.</summary>
    public IReadOnlyList<Theme> Themes { get; }

    /// <summary>The version of the code book with which it is made.</summary>
    public int BookVersion { get; }

    /// <summary>Whether texts from other channels are among its inputs.</summary>
    public bool HasImports { get; }

    /// <summary>The inputs in this file's own order.</summary>
    internal IReadOnlyList<Guid> Order { get; }
}
