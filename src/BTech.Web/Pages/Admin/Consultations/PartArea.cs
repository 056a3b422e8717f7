using System.Globalization;

namespace BTech.Web.Pages.Admin.Consultations;

/// <summary>A part of a paper on its way in, with the focus area chosen for it.</summary>
public sealed class PartArea
{
    public PartArea()
    {
    }

    public PartArea(string heading, string? area) => (Heading, Area) = (heading, area);

    /// <summary>The part's heading, Markdown.</summary>
    public string Heading { get; set; } = "";

    /// <summary>Number of the focus area; empty for none.</summary>
    public string? Area { get; set; }

    /// <summary>The same as a number.</summary>
    public int? Number => int.TryParse(Area, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
