namespace BTech.Record.Inputs;

/// <summary>What kind of thing an input is.</summary>
public enum InputKind
{
    /// <summary>A comment on a focus area, a paragraph or the paper as a whole.</summary>
    Comment = 1,

    /// <summary>Another wording proposed for a paragraph.</summary>
    OtherWording = 2,

    /// <summary>An example.</summary>
    Example = 3,

    /// <summary>A resource: title, link, why it matters.</summary>
    Resource = 4,

    /// <summary>A dilemma: situation, tension, what would help.</summary>
    Dilemma = 5,

    /// <summary>Nothing that a participant wrote: came by another channel after the seal, see <see cref="Imports.ImportBook"/>.</summary>
    Imported = 6,
}
