using BTech.Record.Inputs;

namespace BTech.Record.Boxes;

/// <summary>What one page posts: one or several fields, and who it is, so that a repeated post gives the same result.</summary>
/// <param name="PageId">Random id minted when the page was rendered.</param>
/// <param name="Fields">The fields of the page.</param>
/// <param name="SendWhatIsThere">The tick "send what is there", where the page has it.</param>
public sealed record BoxChange(string PageId, IReadOnlyList<FieldChange> Fields, bool? SendWhatIsThere = null)
{
    /// <summary>A page with one field.</summary>
    public static BoxChange Of(string pageId, FieldChange field) => new(pageId, [field]);
}

/// <summary>The working text of one place.</summary>
/// <param name="Place">Where.</param>
/// <param name="Kind">What kind of thing.</param>
/// <param name="SeenCounter">The field's edit counter when the page was rendered.</param>
/// <param name="Text">The words; nothing empties the field.</param>
public sealed record FieldChange(Place Place, InputKind Kind, int SeenCounter, PieceText? Text);
