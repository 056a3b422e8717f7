namespace BTech.Web.Pages.Reports;

/// <summary>A section of a report by what was heard in it.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Points">Its key points in reading order.</param>
public sealed record HeardSection(string Heading, IReadOnlyList<HeardPoint> Points);
