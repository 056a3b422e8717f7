using System.Diagnostics;
using System.Text;
using BTech.Documents.Pdf;
using Microsoft.Extensions.Time.Testing;

namespace BTech.Documents.Tests.Pdf;

/// <summary>The process that prints, and what is kept of it, with programs that behave badly in its place.</summary>
public sealed class PdfPressTests : IDisposable
{
    private static readonly PdfSheet Sheet = new("Title", "en", new PdfPageLine("", ""), [], null, [new PdfParagraph([new PdfRun("SECRETWORDS")])], []);

    private readonly string _folder = Directory.CreateTempSubdirectory("press ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Print_WithoutNode_SaysThatItIsNotInstalled() => await RefusesAsync(PdfFault.NotInstalled, new PdfLimits { Node = Path.Combine(_folder, "no such program") });

    [Fact]
    public async Task Print_WithoutEngine_SaysThatItIsNotInstalled() => await RefusesAsync(PdfFault.NotInstalled, Program("exit 3"));

    [Fact]
    public async Task Print_EngineThatFails_Fails() => await RefusesAsync(PdfFault.Failed, Program("cat > /dev/null; echo SECRETWORDS >&2; exit 1"));

    [Fact]
    public async Task Print_EngineThatSaysNothing_Fails() => await RefusesAsync(PdfFault.Failed, Program("cat > /dev/null"));

    [Fact]
    public async Task Print_EngineThatNeverEnds_IsEnded()
    {
        var limits = Program($"echo $$ > '{_folder}/pid'; cat > /dev/null; sleep 300") with { Time = TimeSpan.FromSeconds(1) };
        await RefusesAsync(PdfFault.TooMuch, limits);
        var pid = int.Parse((await File.ReadAllTextAsync(Path.Combine(_folder, "pid"), TestContext.Current.CancellationToken)).Trim(), System.Globalization.CultureInfo.InvariantCulture);
        Assert.False(IsAlive(pid));
    }

    [Fact]
    public async Task Print_EngineThatTakesTooMuchMemory_IsEnded() => await RefusesAsync(PdfFault.TooMuch, Program("cat > /dev/null; sleep 300") with { Memory = 1 });

    [Fact]
    public async Task Print_FileWithoutEnd_IsRefused() => await RefusesAsync(PdfFault.TooMuch, Program("cat > /dev/null; yes") with { LongestFile = 1_000_000 });

    [Fact]
    public async Task Print_TooLongASheet_IsRefusedBeforeAnything() => await RefusesAsync(PdfFault.TooMuch, new PdfLimits { LongestSheet = 10, Node = Path.Combine(_folder, "never started") });

    [Fact]
    public async Task Print_Always_GivesTheProcessNothingButTheSheet()
    {
        Environment.SetEnvironmentVariable("ConnectionStrings__Record", "Host=secret");
        try
        {
            var said = Encoding.UTF8.GetString(await new PdfPress(TimeProvider.System, Program("cat > /dev/null; env; echo \"args: $@\"")).PrintAsync(Sheet, TestContext.Current.CancellationToken));
            Assert.DoesNotContain("secret", said, StringComparison.Ordinal);
            Assert.DoesNotContain("HOME", said, StringComparison.Ordinal);
            Assert.DoesNotContain("SECRETWORDS", said, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("ConnectionStrings__Record", null);
        }
    }

    [Fact]
    public async Task Shelf_SameSheet_IsPrintedOnceAndAChangedOneTakesItsPlace()
    {
        var clock = new FakeTimeProvider();
        using var shelf = Shelf(Counting(), clock);
        var files = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => shelf.FileAsync("paper-1-en", Sheet, NoWord, TestContext.Current.CancellationToken)));
        Assert.Equal(1, Printings);
        Assert.All(files, file => Assert.Same(files[0], file));
        // A line of the list was removed: the old file is gone with it.
        await shelf.FileAsync("paper-1-en", Sheet with { Title = "Other" }, NoWord, TestContext.Current.CancellationToken);
        await shelf.FileAsync("paper-1-en", Sheet, NoWord, TestContext.Current.CancellationToken);
        Assert.Equal(3, Printings);
    }

    [Fact]
    public async Task Shelf_Full_GivesUpWhatWasLongestUnused()
    {
        using var shelf = Shelf(Counting(), new FakeTimeProvider(), capacity: 15);
        foreach (var name in new[] { "a", "b", "a", "c", "a" }) await shelf.FileAsync(name, Sheet, NoWord, TestContext.Current.CancellationToken);
        // Each file is 5 bytes long, three have room.
        Assert.Equal(3, Printings);
        await shelf.FileAsync("d", Sheet, NoWord, TestContext.Current.CancellationToken);
        await shelf.FileAsync("a", Sheet, NoWord, TestContext.Current.CancellationToken);
        Assert.Equal(4, Printings);
        await shelf.FileAsync("b", Sheet, NoWord, TestContext.Current.CancellationToken);
        Assert.Equal(5, Printings);
    }

    [Fact]
    public async Task Shelf_Cleared_PrintsAnew()
    {
        using var shelf = Shelf(Counting(), new FakeTimeProvider());
        await shelf.FileAsync("a", Sheet, NoWord, TestContext.Current.CancellationToken);
        shelf.Clear();
        await shelf.FileAsync("a", Sheet, NoWord, TestContext.Current.CancellationToken);
        Assert.Equal(2, Printings);
    }

    [Fact]
    public async Task Shelf_Failure_IsTriedAgainAfterHalfAMinute()
    {
        var clock = new FakeTimeProvider();
        using var shelf = Shelf(Program($"echo x >> '{_folder}/count'; exit 1"), clock);
        await Assert.ThrowsAsync<PdfUnavailableException>(() => shelf.FileAsync("a", Sheet, NoWord, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<PdfUnavailableException>(() => shelf.FileAsync("a", Sheet, NoWord, TestContext.Current.CancellationToken));
        Assert.Equal(1, Printings);
        clock.Advance(TimeSpan.FromSeconds(31));
        await Assert.ThrowsAsync<PdfUnavailableException>(() => shelf.FileAsync("a", Sheet, NoWord, TestContext.Current.CancellationToken));
        Assert.Equal(2, Printings);
    }

    [Fact]
    public async Task Shelf_MoreThanMayWait_AreToldSoAtOnce()
    {
        using var shelf = Shelf(Program($"cat > /dev/null; while [ ! -e '{_folder}/go' ]; do sleep 0.05; done; echo file"), new FakeTimeProvider());
        var asked = Enumerable.Range(0, PdfShelf.MostWaiting + 3).Select(at => shelf.FileAsync($"name {at}", Sheet, NoWord, TestContext.Current.CancellationToken)).ToList();
        var refused = 0;
        foreach (var _ in Enumerable.Range(0, 3))
        {
            var first = await Task.WhenAny(asked);
            Assert.Equal(PdfFault.Busy, (await Assert.ThrowsAsync<PdfUnavailableException>(() => first)).Fault);
            asked.Remove(first);
            refused++;
        }
        await File.WriteAllTextAsync(Path.Combine(_folder, "go"), "", TestContext.Current.CancellationToken);
        await Task.WhenAll(asked);
        Assert.Equal(3, refused);
    }

    private static byte[] NoWord() => throw new InvalidOperationException("Nobody should ask for the Word file.");

    private static PdfShelf Shelf(PdfLimits limits, TimeProvider clock, long capacity = PdfShelf.Capacity) =>
        new(new PdfEngines(new PdfPress(TimeProvider.System, limits), new WordPress(TimeProvider.System, limits)), clock, capacity);

    private int Printings => File.ReadAllLines(Path.Combine(_folder, "count")).Length;

    private PdfLimits Counting() => Program($"cat > /dev/null; echo x >> '{_folder}/count'; echo file");

    private static async Task RefusesAsync(PdfFault fault, PdfLimits limits)
    {
        var refusal = await Assert.ThrowsAsync<PdfUnavailableException>(() => new PdfPress(TimeProvider.System, limits).PrintAsync(Sheet, TestContext.Current.CancellationToken));
        Assert.Equal(fault, refusal.Fault);
        Assert.DoesNotContain("SECRETWORDS", refusal.ToString(), StringComparison.Ordinal);
    }

    private static bool IsAlive(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // PATH is not passed on, so the shell finds its programs where it looks by itself.
    private PdfLimits Program(string script)
    {
        var path = Path.Combine(_folder, $"{Guid.NewGuid():N}.sh");
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return new PdfLimits { Node = path };
    }
}
