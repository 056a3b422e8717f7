using BTech.Record.Sealing;
using BTech.Testing;
using BTech.Web.Crossings;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.Crossings;

/// <summary>Backups, archived logs and log files are removed at the seal by a program of the operator's, and what became of it stands on the seal page.</summary>
public sealed class OldCopiesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("old copies ").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Seal_WithAProgram_RemovesWhatWasCopiedBefore()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "monday.backup"), "noise", Cancel);
        await using var host = await HostAsync("""[ "$1" = check ] || { echo "$@" >> "$0.calls"; rm -f "$(dirname "$0")"/*.backup; }""");
        var checks = await SealAsync(host);
        Assert.Equal(CheckOutcome.Done, checks.Single(check => check.Name == SealCheck.OldCopiesRemoved).Outcome);
        Assert.Empty(Directory.EnumerateFiles(_folder, "*.backup"));
        // The instant of the seal, so that a backup made for the next window can stay.
        Assert.Equal([$"remove {host.Clock.GetUtcNow():yyyy-MM-ddTHH:mm:ss}Z"], await File.ReadAllLinesAsync(Program + ".calls", Cancel));
    }

    [Fact]
    public async Task Seal_WithoutAProgram_SaysThatItCannotRemoveAny()
    {
        await using var host = await TestHost.StartAsync();
        Assert.Equal(CheckOutcome.NotPermittedHere, (await SealAsync(host)).Single(check => check.Name == SealCheck.OldCopiesRemoved).Outcome);
    }

    [Theory]
    [InlineData("exit 5")]
    [InlineData("rm -- \"$0\"; exit 1")]
    public async Task Remove_ProgramThatFails_Failed(string act) =>
        Assert.Equal(CheckOutcome.Failed, await new OldCopies(await WriteAsync(act), TimeProvider.System, Real).RemoveAsync(Guid.NewGuid(), Cancel));

    [Fact]
    public async Task Remove_ProgramThatIsGone_Failed() =>
        Assert.Equal(CheckOutcome.Failed, await new OldCopies(Program, TimeProvider.System, Real).RemoveAsync(Guid.NewGuid(), Cancel));

    /// <summary>The backups of an installation are not to go because of people who are made up.</summary>
    [Fact]
    public async Task Remove_ForARehearsal_CallsNoProgram()
    {
        var copies = new OldCopies(await WriteAsync("echo called > \"$0.called\""), TimeProvider.System, (_, _) => Task.FromResult(true));
        Assert.Equal(CheckOutcome.NotPermittedHere, await copies.RemoveAsync(Guid.NewGuid(), Cancel));
        Assert.False(File.Exists(Program + ".called"));
    }

    private static Task<bool> Real(Guid window, CancellationToken cancel) => Task.FromResult(false);

    private string Program => Path.Combine(_folder, "remove-copies");

    private async Task<string> WriteAsync(string act)
    {
        await File.WriteAllTextAsync(Program, $"#!/bin/sh\n{act}\n", Cancel);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return Program;
    }

    private async Task<TestHost> HostAsync(string act) =>
        await TestHost.StartAsync(settings: new Dictionary<string, string> { ["Copies__Command"] = await WriteAsync(act) });

    private static async Task<IReadOnlyList<SealCheck>> SealAsync(TestHost host)
    {
        var window = await TestWindow.MakeAsync(host);
        for (var person = 1; person <= 11; person++) await window.SendAsync(person, $"Thought {person}.");
        await window.SealAsync();
        return (await host.WithAsync<SealPages, SealPage?>(pages => pages.FindAsync(window.Id, Cancel)))!.Checks;
    }
}
