using System.Diagnostics;
using BTech.Testing;
using BTech.Web.Settings;

namespace BTech.Web.Tests.Starting;

/// <summary>The npm step of the build, in a small repository of its own with an npm that only notes that it was called.</summary>
public sealed class FrontEndTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("front end ").FullName;

    public FrontEndTests()
    {
        var web = Path.Combine(DataSettings.Repository()!, "src", "BTech.Web");
        Directory.CreateDirectory(Web);
        Directory.CreateDirectory(Programs);
        foreach (var file in new[] { "FrontEnd.targets", "front-end.mjs" }) File.Copy(Path.Combine(web, file), Path.Combine(Web, file));
        File.WriteAllText(Path.Combine(_root, "package-lock.json"), "{}");
        Program("npm", """
            echo "$@" >> "$ROOT/called"
            for family in noto-sans noto-sans-arabic; do
              mkdir -p "$ROOT/node_modules/@fontsource/$family/files"
              for part in latin latin-ext cyrillic arabic; do for weight in 400 700; do
                echo font > "$ROOT/node_modules/@fontsource/$family/files/$family-$part-$weight-normal.woff2"
              done; done
            done
            mkdir -p "$ROOT/node_modules/subset-font"
            echo 'module.exports = async (font, text) => Buffer.from(`${text.length}`);' > "$ROOT/node_modules/subset-font/index.js"
            """);
    }

    private string Web => Path.Combine(_root, "src", "BTech.Web");

    private string Programs => Path.Combine(_root, "programs");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task Build_OnlyAfterTheLockFileChanged_CallsNpm()
    {
        Assert.Equal(0, (await BuildAsync()).ExitCode);
        foreach (var font in new[] { "noto-sans-arabic-arabic", "noto-sans-arabic-basic", "noto-sans-latin-basic", "noto-sans-latin-more", "noto-sans-cyrillic" })
            Assert.True(File.Exists(Path.Combine(Web, "wwwroot", "fonts", $"{font}-700-normal.woff2")), font);
        Assert.Equal(0, (await BuildAsync()).ExitCode);
        // Touched, as a checkout does, but the same.
        File.SetLastWriteTimeUtc(Path.Combine(_root, "package-lock.json"), DateTime.UtcNow.AddMinutes(1));
        Assert.Equal(0, (await BuildAsync()).ExitCode);
        Assert.Equal(1, Calls);

        await File.WriteAllTextAsync(Path.Combine(_root, "package-lock.json"), "{ }", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(Path.Combine(_root, "package-lock.json"), DateTime.UtcNow.AddMinutes(2));
        Assert.Equal(0, (await BuildAsync()).ExitCode);
        Assert.Equal(2, Calls);
    }

    [Fact]
    public async Task Build_TwoAtOnce_CallNpmOnce()
    {
        var answers = await Task.WhenAll(BuildAsync(), BuildAsync());

        Assert.All(answers, answer => Assert.Equal(0, answer.ExitCode));
        Assert.Equal(1, Calls);
    }

    [Fact]
    public async Task Build_NodeMissing_SaysWhatToInstall()
    {
        Program("node", "exit 127");

        Assert.Contains("Node.js is missing: install version 20 or newer", (await BuildAsync()).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v18.20.4")]
    [InlineData("v9.11.2")]
    public async Task Build_NodeTooOld_SaysWhatToInstall(string version)
    {
        Program("node", $"echo {version}");

        Assert.Contains($"Node.js {version} is too old: install version 20 or newer", (await BuildAsync()).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Build_NpmFails_SaysThatItNeedsTheRegistryOnce()
    {
        Program("npm", "echo 'npm error network no way out' >&2; exit 1");

        var answer = await BuildAsync();

        Assert.NotEqual(0, answer.ExitCode);
        Assert.Contains("needs the npm registry once: network no way out", answer.Output, StringComparison.Ordinal);
    }

    private int Calls => File.ReadAllLines(Path.Combine(_root, "called")).Length;

    private void Program(string name, string script)
    {
        var path = Path.Combine(Programs, name);
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private async Task<ProgramAnswer> BuildAsync()
    {
        var start = new ProcessStartInfo("dotnet", ["msbuild", Path.Combine(Web, "FrontEnd.targets"), "-t:RestoreFrontEnd", "-nologo", "-nodeReuse:false"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _root,
        };
        start.Environment["PATH"] = $"{Programs}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["ROOT"] = _root;
        using var build = Process.Start(start)!;
        var texts = await Task.WhenAll(build.StandardOutput.ReadToEndAsync(), build.StandardError.ReadToEndAsync());
        await build.WaitForExitAsync();
        return new ProgramAnswer(build.ExitCode, texts[0], texts[1]);
    }
}
