namespace BTech.Record.Coding;

/// <summary>What became of one theme from one version of the code book to another.</summary>
/// <param name="ThemeId">The theme.</param>
/// <param name="Before">What was said of it before; nothing where it was not in the list.</param>
/// <param name="After">What is said of it after; nothing where it is gone.</param>
/// <param name="BroaderBefore">Name of the broader theme before.</param>
/// <param name="BroaderAfter">Name of the broader theme after.</param>
/// <param name="Act">What was done; nothing where versions further apart are compared.</param>
/// <param name="Other">Name of the theme into which it was merged, or off which it was split.</param>
public sealed record ThemeStep(Guid ThemeId, ThemeWording? Before, ThemeWording? After, string? BroaderBefore, string? BroaderAfter, BookAct? Act, string? Other)
{
    /// <summary>Its name: the one it has, or the last one that it had.</summary>
    public string Name => (After ?? Before)!.Name!;

    /// <summary>Whether it is called something else.</summary>
    public bool IsRenamed => Before is not null && After is not null && Before.Name != After.Name;

    /// <summary>Whether its texts or its reach differ.</summary>
    public bool IsDefinedAnew => Before is not null && After is not null
        && (Before.Definition, Before.WhenToUse, Before.WhenNot, Before.Example, Before.IsCrossCutting) != (After.Definition, After.WhenToUse, After.WhenNot, After.Example, After.IsCrossCutting);

    /// <summary>Whether it stands under another theme.</summary>
    public bool IsMoved => Before is not null && After is not null && Before.ParentId != After.ParentId;

    /// <summary>Whether anything differs.</summary>
    public bool IsDifferent => Before is null != After is null || IsRenamed || IsDefinedAnew || IsMoved;
}
