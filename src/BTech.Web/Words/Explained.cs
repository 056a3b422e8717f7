using BTech.Record.Verification;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Words;

/// <summary>A check on an installation in words, the same on the page and for a script.</summary>
/// <param name="Verdict">What it comes to.</param>
/// <param name="LookedAt">What was looked at.</param>
/// <param name="Means">What the outcome means, and what to do.</param>
/// <param name="CouldNotSee">What it could not see.</param>
public sealed record Explained(string Verdict, string LookedAt, string Means, string CouldNotSee)
{
    /// <summary>Explains a check in the language that is spoken.</summary>
    public static Explained Of(Verified check, IStringLocalizer<Verify> words)
    {
        ArgumentNullException.ThrowIfNull(check);
        ArgumentNullException.ThrowIfNull(words);
        return new Explained(
            words[$"Verdict.{check.Verdict}"], words[$"Look.{check.Name}"],
            words[check.Verdict == Record.Verification.Verdict.Green ? "Good" : $"Bad.{check.Name}"], words[$"Blind.{check.Name}"]);
    }

    /// <summary>What no installation can show by itself, and the tests of this version prove.</summary>
    public static IReadOnlyList<string> ProvedByTests(IStringLocalizer<FollowUp> seal)
    {
        ArgumentNullException.ThrowIfNull(seal);
        return [.. Enumerable.Range(1, 6).Select(line => seal[$"Seal.Tests.{line}"].Value)];
    }
}
