namespace BTech.Web.Pages.Admin.Consultations;

/// <summary>The text beside one heading or paragraph of the English, as its fields stand on the page.</summary>
public sealed class BesideLine
{
    /// <summary>Markdown; empty while there is none.</summary>
    public string? Text { get; set; }

    /// <summary>Whether nothing stands here yet, and this text and the rest belong one further down.</summary>
    public bool MovesDown { get; set; }

    /// <summary>Whether it goes on in the text before.</summary>
    public bool Joins { get; set; }
}
