namespace BTech.Team.Tests.Accounts;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData(null, PasswordProblem.TooShort)]
    [InlineData("eleven char", PasswordProblem.TooShort)]
    [InlineData("Password1234!", PasswordProblem.TooCommon)]
    [InlineData("aaaaaaaaaaaaaaaa", PasswordProblem.TooCommon)]
    [InlineData("consultation2026", PasswordProblem.TooCommon)]
    [InlineData("123456789012345", PasswordProblem.TooCommon)]
    [InlineData("katharina.example1", PasswordProblem.OwnAddress)]
    [InlineData("seven brown bears", PasswordProblem.None)]
    [InlineData("семь бурых медведей", PasswordProblem.None)]
    public void Check_Password_Says(string? password, PasswordProblem expected) =>
        Assert.Equal(expected, PasswordRules.Check(password, "katharina.example@example.org"));

    [Fact]
    public void Check_ABook_IsTooLong() => Assert.Equal(PasswordProblem.TooLong, PasswordRules.Check(new string('x', 100) + new string('y', 101), null));
}
