using System.Globalization;
using System.Text.RegularExpressions;
using BTech.Web.Settings;

namespace BTech.Adversary.Tests.Register;

/// <summary>Which test says which number of the register, read from the sources of all test projects: one project alone sees only its own tests.</summary>
internal static partial class MarkedTests
{
    /// <summary>Numbers such as I6 or L13 with the classes whose tests say them, and marks that stand on no test.</summary>
    public static (ILookup<string, string> Classes, IReadOnlyList<string> Astray) Read()
    {
        var found = new List<(string Number, string Class)>();
        var astray = new List<string>();
        var tests = Path.Combine(DataSettings.Repository()!, "tests");
        foreach (var file in Directory.EnumerateFiles(tests, "*.cs", SearchOption.AllDirectories).Where(file => !BuildOutput().IsMatch(file)))
        {
            var lines = File.ReadAllLines(file);
            var isOfTests = lines.Any(line => Test().IsMatch(line));
            for (var at = 0; at < lines.Length; at++)
            {
                if (Mark().Match(lines[at]) is not { Success: true } mark) continue;
                // All attributes of a declaration stand one below the other.
                var (first, last) = (at, at);
                while (first > 0 && Attribute().IsMatch(lines[first - 1])) first--;
                while (Attribute().IsMatch(lines[last + 1])) last++;
                var isTest = lines[first..(last + 1)].Any(line => Test().IsMatch(line)) || (isOfTests && Class().IsMatch(lines[last + 1]));
                if (!isTest) astray.Add($"{Path.GetRelativePath(tests, file)}:{at + 1}");
                var letter = mark.Groups["kind"].Value == "Invariant" ? 'I' : 'L';
                foreach (var number in mark.Groups["numbers"].Value.Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture)))
                    found.Add(($"{letter}{number}", Path.GetFileNameWithoutExtension(file)));
            }
        }
        return (found.Distinct().ToLookup(one => one.Number, one => one.Class), astray);
    }

    [GeneratedRegex(@"^\s*\[(?<kind>Invariant|LeakChannel)\((?<numbers>[\d, ]+)\)\]$")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^\s*\[.*\]$|^\s*\[InlineData\(")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"^\s*\[(Fact|Theory)\b")]
    private static partial Regex Test();

    [GeneratedRegex(@"\bclass \w+")]
    private static partial Regex Class();

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]")]
    private static partial Regex BuildOutput();
}
