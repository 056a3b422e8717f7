namespace BTech.Team.Tests.Roles;

public sealed class CombinationTests
{
    private static readonly Guid One = Guid.NewGuid();
    private static readonly Guid Other = Guid.NewGuid();

    [Theory]
    [Invariant(21)]
    [InlineData(StaffRole.Administrator, StaffRole.Moderator)]
    [InlineData(StaffRole.Administrator, StaffRole.Clearance)]
    [InlineData(StaffRole.Offers, StaffRole.Moderator)]
    [InlineData(StaffRole.Offers, StaffRole.Clearance)]
    [InlineData(StaffRole.Moderator, StaffRole.Administrator)]
    [InlineData(StaffRole.Clearance, StaffRole.Offers)]
    public void Forbidding_PeopleAndInputsOfOneWindow_IsRefused(StaffRole held, StaffRole wanted)
    {
        Assert.NotNull(Combination.Forbidding([Held(held, One)], wanted, One));
        Assert.NotNull(Combination.Forbidding([Held(held, null)], wanted, One));
        Assert.NotNull(Combination.Forbidding([Held(held, One)], wanted, null));
    }

    [Theory]
    [InlineData(StaffRole.Administrator, StaffRole.Offers)]
    [InlineData(StaffRole.Moderator, StaffRole.Clearance)]
    public void Forbidding_SameSide_IsAllowed(StaffRole held, StaffRole wanted) =>
        Assert.Null(Combination.Forbidding([Held(held, null)], wanted, null));

    [Fact]
    public void Forbidding_AnotherWindow_IsAllowed() =>
        Assert.Null(Combination.Forbidding([Held(StaffRole.Administrator, One)], StaffRole.Moderator, Other));

    private static Assignment Held(StaffRole role, Guid? window) => new() { Id = Guid.NewGuid(), StaffId = Guid.NewGuid(), Role = role, WindowId = window };
}
