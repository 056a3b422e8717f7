using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using BTech.Testing;
using BTech.Web.Operations;
using BTech.Web.Settings;

namespace BTech.Web.Tests.Starting;

public sealed partial class ServingTests
{
    [Fact]
    public async Task Start_TwoAtOnce_OneLoadsTheSampleAndBothPrintTheSame()
    {
        await using var installed = await Installed.NewAsync();
        await using var first = ConsultProcess.Serve(installed.Settings(("Sample__Load", "true"), ("Demo__Password", "")));
        await using var second = ConsultProcess.Serve(installed.Settings(("Sample__Load", "true"), ("Demo__Password", "")));
        await Task.WhenAll(first.OpenAsync(), second.OpenAsync());
        await first.SignalAsync("TERM");
        await second.SignalAsync("INT");
        var (one, other) = (await first.EndAsync(), await second.EndAsync());

        Assert.Equal((0, 0), (one.ExitCode, other.ExitCode));
        Assert.Equal((string.Empty, string.Empty), (one.Errors, other.Errors));
        Assert.Equal(3, Links().Count(one.Output));
        Assert.Equal(Codes(one.Output), Codes(other.Output));
        Assert.Equal(5, Staff().Count(one.Output));
        Assert.Equal(Passwords().Match(one.Output).Value, Passwords().Match(other.Output).Value);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(installed.Folder, "demo.json")));

        // Later, on another port: the same people, at the address that works now.
        var settings = installed.Settings(("Sample__Load", "true"), ("Demo__Password", ""));
        await using var again = ConsultProcess.Serve(settings);
        await again.OpenAsync();
        await again.SignalAsync("TERM");
        var later = await again.EndAsync();
        Assert.Equal(Codes(one.Output), Codes(later.Output));
        Assert.All(Links().Matches(later.Output), link => Assert.StartsWith(settings["ASPNETCORE_URLS"], link.Value.Trim(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_PortTaken_IsOneSentenceThatSaysWhatToDo()
    {
        await using var installed = await Installed.NewAsync();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var answer = await ConsultProcess.RunAsync([], installed.Settings(("ASPNETCORE_URLS", $"http://localhost:{port}")));

        Assert.Equal(1, answer.ExitCode);
        Assert.Equal(string.Empty, answer.Output);
        Assert.Equal($"Setting ASPNETCORE_URLS: http://localhost:{port} is in use by another program; stop that program, or start with another port, such as ASPNETCORE_URLS=http://localhost:5081.\n", answer.Errors);
    }

    [Fact]
    public async Task Start_BadSetting_IsOneLineAndNothingElse()
    {
        await using var installed = await Installed.NewAsync();

        var answer = await ConsultProcess.RunAsync([], installed.Settings(("Mail__Port", "smtp")));

        Assert.Equal(1, answer.ExitCode);
        Assert.Equal(string.Empty, answer.Output);
        Assert.Equal("Setting Mail__Port: \"smtp\" is not a whole number from 1 to 65535; correct it or leave it unset.\n", answer.Errors);
    }

    [Fact]
    public async Task Start_ServerAway_NamesTheSetting()
    {
        await using var installed = await Installed.NewAsync();

        var answer = await ConsultVerb.RunAsync(["migrate"], installed.Settings(("ConnectionStrings__Owner", $"Host=127.0.0.1;Port={Installed.FreePort()};Database=none;Username=nobody")));

        Assert.Equal(1, answer.ExitCode);
        Assert.StartsWith("Setting ConnectionStrings__Owner: the server does not answer", answer.Errors, StringComparison.Ordinal);
        Assert.Single(answer.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Migrate_DatabaseOfAnotherVersion_IsOneSentenceAndChangesNothing()
    {
        await using var database = await TestDatabases.NewAsync();
        await database.ExecuteAsync("UPDATE people.\"__EFMigrationsHistory\" SET migration_id = '20990101000000_Later'");

        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => Migration.RunAsync(database.Owner, TestContext.Current.CancellationToken));

        Assert.Contains("people 20990101000000_Later", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1L, await database.AskAsync<long>("SELECT count(*) FROM people.\"__EFMigrationsHistory\""));
    }

    private static List<string> Codes(string output) => [.. Links().Matches(output).Select(link => link.Value.Split('/')[^1])];

    [GeneratedRegex(@"http://localhost:\d+(/\w\w)?/participate/\w+")]
    private static partial Regex Links();

    [GeneratedRegex(@"^  \S+@example\.org  \(\w+\)$", RegexOptions.Multiline)]
    private static partial Regex Staff();

    [GeneratedRegex("with the password (.+):")]
    private static partial Regex Passwords();
}
