using BTech.Testing;
using BTech.Web.Commands;

namespace BTech.Web.Tests.Commands;

/// <summary>What can be seen without running anything: help, wrong usage, and when the site is served instead.</summary>
public sealed class CommandLineTests
{
    private static readonly Dictionary<string, string> NoSettings = [];

    [Theory]
    [InlineData("")]
    [InlineData("migrate")]
    [InlineData("seed")]
    [InlineData("seed tunis-2019")]
    [InlineData("seed synthetic")]
    [InlineData("staff")]
    [InlineData("staff add")]
    [InlineData("invite")]
    [InlineData("window")]
    [InlineData("window list")]
    [InlineData("window show")]
    [InlineData("window close")]
    [InlineData("window seal")]
    [InlineData("database")]
    [InlineData("export")]
    [InlineData("export report")]
    [InlineData("export inputs")]
    [InlineData("health")]
    public async Task Help_EveryVerb_IsDone(string verb)
    {
        var answer = await ConsultVerb.RunAsync([.. Words(verb), "--help"], NoSettings);
        Assert.Equal((0, ""), (answer.ExitCode, answer.Errors));
        Assert.Contains("Usage:", answer.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("--nonsense")]
    [InlineData("migrate extra")]
    [InlineData("migrate --nonsense")]
    [InlineData("seed")]
    [InlineData("seed synthetic")]
    [InlineData("seed synthetic --participants many")]
    [InlineData("seed synthetic --participants 3 --state shut")]
    [InlineData("staff add")]
    [InlineData("staff add a@example.org")]
    [InlineData("staff add a@example.org --role king")]
    [InlineData("staff add a@example.org --role 1")]
    [InlineData("invite b-tech/3")]
    [InlineData("window")]
    [InlineData("window show")]
    [InlineData("window close")]
    [InlineData("export report")]
    [InlineData("export report one --format docx")]
    [InlineData("export report 1")]
    [InlineData("export inputs b-tech/2 --format csv")]
    [InlineData("export inputs b-tech/2 --format exe --reason x --delete-by 2027-01-01")]
    [InlineData("export report 1 --format exe")]
    public async Task WrongUsage_Always_IsTwo(string line)
    {
        var answer = await ConsultVerb.RunAsync(Words(line), NoSettings);
        Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
        Assert.EndsWith("--help says how it is used.\n", answer.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("--urls http://localhost:1", true)]
    [InlineData("--environment=Staging --Mail:Port=25 --Site:PublicUrl https://example.org", true)]
    [InlineData("--urls", false)]
    [InlineData("--help", false)]
    [InlineData("--version", false)]
    [InlineData("--json", false)]
    [InlineData("serve", false)]
    [InlineData("--environment=Staging migrate", false)]
    public void IsServing_SettingsOnly_IsTrue(string line, bool expected) => Assert.Equal(expected, CommandLine.IsServing(Words(line)));

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
