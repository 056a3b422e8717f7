using BTech.Record.Coding;
using BTech.Record.Disclosure;

namespace BTech.Record.Reports;

/// <summary>A theme that runs through several focus areas: a candidate for an overarching message, for the team alone.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Areas">In how many focus areas it was coded, two or more.</param>
/// <param name="Contributors">How many contributors are behind it, a campaign as one.</param>
public sealed record OverarchingTheme(Theme Theme, TeamCount Areas, TeamCount Contributors);
