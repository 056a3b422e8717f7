namespace BTech.Web.Staff;

/// <summary>What the installation asks of its staff.</summary>
/// <param name="RequiresSecondFactor">Whether nobody gets further than setting up a second factor without one: always in Production.</param>
public sealed record StaffSettings(bool RequiresSecondFactor);
