namespace BTech.Record.Boxes;

/// <summary>Why an example, a resource or a dilemma cannot be kept as it stands.</summary>
public enum TextFault
{
    /// <summary>An example or a resource has no title.</summary>
    TitleMissing,

    /// <summary>The title is longer than <see cref="PieceText.MaxLineLength"/>.</summary>
    TitleTooLong,

    /// <summary>The link is longer than <see cref="PieceText.MaxLineLength"/>.</summary>
    LinkTooLong,

    /// <summary>The link is no address that a browser opens with http or https.</summary>
    NotALink,

    /// <summary>A dilemma has no situation.</summary>
    SituationMissing,
}
