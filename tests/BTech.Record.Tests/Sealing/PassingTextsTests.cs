using System.Security.Cryptography;
using System.Text;
using BTech.Record.Sealing;

namespace BTech.Record.Tests.Sealing;

public sealed class PassingTextsTests
{
    [Fact]
    public void Get_TextsBelowAndAboveTheBound_AreWhatWasAdded()
    {
        using var texts = new PassingTexts(bound: 1_000);
        var added = Enumerable.Range(0, 300).Select(number => (Number: number, Passing: texts.Add(Text(number)))).ToArray();
        Random.Shared.Shuffle(added);

        Assert.Contains(added, one => one.Passing.Text is not null);
        Assert.Contains(added, one => one.Passing.Text is null);
        Assert.All(added, one => Assert.Equal(Text(one.Number), texts.Get(one.Passing)));
    }

    [Fact]
    public void Add_AboveTheBound_LeavesNoNameAndNoWordOnTheDiskAndNoneInTheCallersArray()
    {
        // Files without a name are looked at through /proc.
        if (!OperatingSystem.IsLinux()) return;
        var before = Directory.EnumerateFiles(Path.GetTempPath()).ToHashSet(StringComparer.Ordinal);
        using var texts = new PassingTexts(bound: 0);
        var mine = Text(7);
        texts.Add(mine);
        for (var number = 0; number < 50; number++) texts.Add(Text(number));

        Assert.All(mine, one => Assert.Equal(0, one));
        var file = Assert.Single(NamelessFiles(), file => new FileInfo(file).ResolveLinkTarget(false)!.FullName.Contains("(deleted)", StringComparison.Ordinal) && Holds(file, 50 * 40));
        var bytes = Encoding.Latin1.GetString(ReadShared(file));
        Assert.DoesNotContain("marker", bytes, StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.DoesNotContain(Directory.EnumerateFiles(Path.GetTempPath()), path => !before.Contains(path) && Guid.TryParseExact(Path.GetFileName(path), "N", out _));
    }

    [Fact]
    public void Get_AfterTheFileWasChanged_IsRefused()
    {
        // Files without a name are looked at through /proc.
        if (!OperatingSystem.IsLinux()) return;
        using var texts = new PassingTexts(bound: 0);
        var passing = texts.Add(Encoding.UTF8.GetBytes($"to be changed {Guid.NewGuid()}"));
        var size = passing.Length + 16;
        foreach (var file in NamelessFiles().Where(file => new FileInfo(file).ResolveLinkTarget(false)!.FullName.Contains("(deleted)", StringComparison.Ordinal) && ReadShared(file).Length == size))
            using (var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete))
                stream.WriteByte((byte)(ReadShared(file)[0] ^ 1));

        Assert.Throws<AuthenticationTagMismatchException>(() => texts.Get(passing));
    }

    private static byte[] Text(int number) => Encoding.UTF8.GetBytes($"marker {number} of a text that is longer than a line, {new string('x', number % 60)}");

    private static List<string> NamelessFiles() =>
        [.. Directory.EnumerateFiles("/proc/self/fd").Where(file => { try { return new FileInfo(file).LinkTarget?.StartsWith(Path.GetTempPath(), StringComparison.Ordinal) == true; } catch (IOException) { return false; } })];

    private static bool Holds(string file, int least) => ReadShared(file).Length >= least;

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var all = new MemoryStream();
        stream.CopyTo(all);
        return all.ToArray();
    }
}
