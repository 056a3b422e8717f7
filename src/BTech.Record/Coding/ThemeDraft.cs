namespace BTech.Record.Coding;

/// <summary>A theme as it stands in a file: other themes are known by their names, since no id of the database leaves it.</summary>
/// <param name="Name">Name.</param>
/// <param name="Broader">Name of the broader theme.</param>
/// <param name="Definition">What it means.</param>
/// <param name="WhenToUse">When it is given to a passage.</param>
/// <param name="WhenNot">When it is not.</param>
/// <param name="Example">An example in the team's own words.</param>
/// <param name="IsCrossCutting">Whether it may be applied in every focus area.</param>
public sealed record ThemeDraft(string Name, string? Broader, string Definition, string WhenToUse, string WhenNot, string Example, bool IsCrossCutting);
