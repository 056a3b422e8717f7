namespace BTech.Web.Pages.Moderate;

/// <summary>What a moderator says about one commented paragraph.</summary>
public sealed class AnchorLine
{
    /// <summary>Its number in the round's version.</summary>
    public int Number { get; set; }

    /// <summary>The numbers that it has become, as typed; empty when its text was deleted.</summary>
    public string? Now { get; set; }
}
