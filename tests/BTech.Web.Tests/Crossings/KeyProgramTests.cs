using System.Security.Cryptography;
using BTech.Record.Boxes;
using BTech.Record.Disclosure;
using BTech.Record.Sealing;
using BTech.Record.Verification;
using BTech.Testing;
using BTech.Web.Crossings;
using BTech.Web.Crossings.Verifying;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.Crossings;

/// <summary>Keys wrapped by an operator's program: what lies on the disk opens nothing without it, and destroying goes through it.</summary>
public sealed class KeyProgramTests : IDisposable
{
    private readonly ToyKeyService _service = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _service.Dispose();

    [Fact]
    public void Wrap_AndBack_GivesTheKey()
    {
        var program = new KeyProgram(_service.Program);
        var key = RandomNumberGenerator.GetBytes(32);
        var wrapped = program.Wrap("one", key);
        Assert.NotEqual(key, wrapped);
        Assert.Equal(key, program.Unwrap("one", wrapped));
        Assert.True(program.Destroy("one"));
        Assert.Null(program.Unwrap("one", wrapped));
        Assert.DoesNotContain(Convert.ToBase64String(key), _service.Calls, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fail", "ends with 7")]
    [InlineData("garbage", "something else than base 64")]
    public void Program_ThatFails_SaysHowAndNotWhat(string mode, string reason)
    {
        var program = new KeyProgram(_service.Program);
        var wrapped = program.Wrap("one", RandomNumberGenerator.GetBytes(32));
        _service.Behave(mode);
        foreach (var act in new Action[] { () => program.Wrap("two", new byte[32]), () => program.Unwrap("one", wrapped) })
        {
            var fault = Assert.Throws<OperatorProgramException>(act);
            Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", fault.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Fault_OfAProgram_IsSaidBeforeTheSiteStarts()
    {
        Assert.Null(KeyProgram.Fault(_service.Program));
        _service.Behave("fail");
        Assert.Equal("its check ends with 7", KeyProgram.Fault(_service.Program));
        Assert.Equal("it cannot be run", KeyProgram.Fault(_service.Program + ".missing"));
    }

    [Fact]
    public async Task Window_OpenedWrittenInAndSealed_LeavesNoPlainKeyAndPrintsTheServicesWaiting()
    {
        await using var host = await HostAsync();
        var window = await TestWindow.MakeAsync(host);
        Assert.Contains(window.Id.ToString("D"), _service.WrappingKeys);
        Assert.All(Directory.EnumerateFiles(host.KeysFolder, "*.key", SearchOption.AllDirectories), file => Assert.Equal(Path.GetFileName(file) == "cookie.key", new FileInfo(file).Length == BoxKey.Length));
        for (var person = 1; person <= 11; person++) await window.SendAsync(person, $"Thought {person}.");
        // The service destroys only after some days, and the seal page says so.
        _service.Behave("waiting");
        await window.SealAsync();

        var page = (await host.WithAsync<SealPages, SealPage?>(pages => pages.FindAsync(window.Id, Cancel)))!;
        Assert.Equal((Band.TenOrMore, CheckOutcome.NotPermittedHere), (page.Contributors.Band, page.Checks.Single(check => check.Step == 7).Outcome));
        // What is left belongs to requests by follow-up code, which wait for their release.
        Assert.All(_service.WrappingKeys, name => Assert.StartsWith($"{window.Id:D}.", name, StringComparison.Ordinal));
        Assert.DoesNotContain(await host.WithAsync<Verification, IReadOnlyList<Verified>>(verification => verification.RunAsync(null, Cancel)), one => one is { Name: "keys", Verdict: Verdict.Red });
    }

    [Fact]
    public async Task Window_WhoseWrappingKeyIsGone_HasNoKeys()
    {
        await using var host = await HostAsync();
        var window = await TestWindow.MakeAsync(host);
        new KeyProgram(_service.Program).Destroy(window.Id.ToString("D"));
        Assert.Equal(KeysFound.None, await host.WithAsync<IBoxKeys, KeysFound>(keys => keys.FindAsync(window.Id, Cancel)));
    }

    [Fact]
    public async Task Verify_KeyThatLiesUnwrapped_IsRed()
    {
        await using var host = await HostAsync();
        var window = await TestWindow.MakeAsync(host);
        var file = Path.Combine(host.KeysFolder, "windows", window.Id.ToString("D"), "old.key");
        await File.WriteAllBytesAsync(file, new byte[32], Cancel);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.Equal([$"{file}: not wrapped"], (await host.WithAsync<Verification, IReadOnlyList<Verified>>(verification => verification.RunAsync(null, Cancel))).Single(one => one.Name == "keys").Found);
    }

    private Task<TestHost> HostAsync() => TestHost.StartAsync(settings: new Dictionary<string, string> { ["Keys__Command"] = _service.Program });
}
