using System.Globalization;
using System.Text.RegularExpressions;
using BTech.Record.Verification;
using BTech.Testing;
using BTech.Web.Crossings.Verifying;
using BTech.Web.Settings;

namespace BTech.Adversary.Tests.Register;

/// <summary>
/// docs/invariants.md lists what must hold and where it could leak. Each number there has a test that says it, or a check of an installation;
/// and the list names exactly these.
/// </summary>
public sealed partial class RegisterTests
{
    private const int Invariants = 30;
    private const int Channels = 31;

    private static readonly Lazy<Dictionary<string, (string Says, string By)>> Document = new(() =>
        File.ReadLines(Path.Combine(DataSettings.Repository()!, "docs", "invariants.md")).Select(line => Row().Match(line)).Where(row => row.Success)
            .ToDictionary(row => row.Groups["number"].Value, row => (row.Groups["says"].Value, row.Groups["by"].Value), StringComparer.Ordinal));

    [Fact]
    public async Task Register_EveryNumber_HasATestOrACheck_AndTheDocumentNamesThem()
    {
        var (classes, astray) = MarkedTests.Read();
        Assert.Empty(astray);
        var checks = await ChecksAsync();
        var numbers = Enumerable.Range(1, Invariants).Select(number => $"I{number}").Concat(Enumerable.Range(1, Channels).Select(number => $"L{number}")).ToList();
        Assert.Empty(classes.Select(one => one.Key).Except(numbers));
        Assert.Equal(numbers.Order(StringComparer.Ordinal), Document.Value.Keys.Order(StringComparer.Ordinal));

        var wrong = new List<string>();
        foreach (var number in numbers)
        {
            var by = string.Join(", ", classes[number].Order(StringComparer.Ordinal).Select(name => $"`{name}`"));
            if (checks[number].Any()) by += $"{(by.Length > 0 ? "; " : "")}verify: {string.Join(", ", checks[number].Order(StringComparer.Ordinal))}";
            if (by.Length == 0) wrong.Add($"{number} has neither a test nor a check: {Document.Value[number].Says}");
            else if (by != Document.Value[number].By) wrong.Add($"docs/invariants.md should read: | {number} | {Document.Value[number].Says} | {by} |");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>What <c>verify</c> looks at, by number; it says so itself.</summary>
    private static async Task<ILookup<string, string>> ChecksAsync()
    {
        await using var host = await TestHost.StartAsync();
        var all = await host.WithAsync<Verification, IReadOnlyList<Verified>>(verification => verification.RunAsync(null, TestContext.Current.CancellationToken));
        return all.SelectMany(check => check.Invariants.Select(number => (Number: string.Create(CultureInfo.InvariantCulture, $"I{number}"), check.Name)))
            .ToLookup(check => check.Number, check => check.Name);
    }

    [GeneratedRegex(@"^\| (?<number>[IL]\d+) \| (?<says>.+?) \| (?<by>.+?) \|$")]
    private static partial Regex Row();
}
