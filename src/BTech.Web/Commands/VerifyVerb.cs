using System.CommandLine;
using BTech.Agenda.Windows;
using BTech.Record.Verification;
using BTech.Web.Crossings.Verifying;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Commands;

/// <summary><c>verify</c>: whether the records of this installation could be joined, check by check, and what none of them can see.</summary>
internal static class VerifyVerb
{
    public static Command Make()
    {
        var name = new Option<string?>("--window") { Description = "Only this window: slug/number, such as b-tech/3." };
        var json = Answer.Json();
        var verb = new Command("verify", "Check on this installation that the records cannot be joined; ends with 1 when a check is red.") { name, json };
        verb.SetAction(async (parsed, cancel) =>
        {
            await using var work = await Workplace.OpenAsync(cancel);
            var window = parsed.GetValue(name) is { } asked ? await WindowVerb.FindAsync(work.Get<CommentWindows>(), asked, cancel) : null;
            var all = await work.Get<Verification>().RunAsync(window?.Id, cancel);
            var words = work.Get<IStringLocalizer<Words.Verify>>();
            var proved = ProvedByTests.Select(line => work.Get<IStringLocalizer<Words.FollowUp>>()[line].Value).ToList();
            var isRed = all.Any(one => one.Verdict == Verdict.Red);
            var checks = all.Select(one => new Line(
                one.Name, one.Invariants, words[$"Verdict.{one.Verdict}"], words[$"Look.{one.Name}"], one.Found,
                words[one.Verdict == Verdict.Green ? "Good" : $"Bad.{one.Name}"], words[$"Blind.{one.Name}"])).ToList();
            await Answer.WriteAsync(
                parsed.GetValue(json), new { Window = parsed.GetValue(name), IsRed = isRed, Checks = checks, ProvedByTests = proved },
                [.. checks.SelectMany(Sentences), words["Proved.Title"], .. proved.Select(line => $"  {line}"), "", words[isRed ? "Sum.Red" : "Sum.Green"]]);
            return isRed ? 1 : 0;
        });
        return verb;
    }

    /// <summary>Keys of the sentences, the seal page's own, on what one installation cannot show.</summary>
    public static IEnumerable<string> ProvedByTests => Enumerable.Range(1, 6).Select(line => $"Seal.Tests.{line}");

    private static IEnumerable<string> Sentences(Line check) =>
    [
        $"[{check.Verdict}] {check.LookedAt} ({string.Join(", ", check.Invariants.Select(number => $"I{number}"))})",
        .. check.Found.Select(found => $"    found: {found}"),
        $"    {check.Means}",
        $"    {check.CouldNotSee}",
        "",
    ];

    private sealed record Line(
        string Name, IReadOnlyList<int> Invariants, string Verdict, string LookedAt, IReadOnlyList<string> Found, string Means, string CouldNotSee);
}
