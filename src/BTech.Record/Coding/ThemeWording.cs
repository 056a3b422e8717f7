namespace BTech.Record.Coding;

/// <summary>What the team says of a theme.</summary>
/// <param name="Name">Name, unique within the consultation whatever its capitals.</param>
/// <param name="Definition">What it means.</param>
/// <param name="WhenToUse">When it is given to a passage.</param>
/// <param name="WhenNot">When it is not.</param>
/// <param name="Example">An example in the team's own words.</param>
/// <param name="IsCrossCutting">Whether it may be applied in every focus area.</param>
/// <param name="ParentId">The broader theme.</param>
public sealed record ThemeWording(
    string? Name, string? Definition = null, string? WhenToUse = null, string? WhenNot = null, string? Example = null, bool IsCrossCutting = false, Guid? ParentId = null);
