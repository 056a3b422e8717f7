using System.CommandLine;
using BTech.Agenda.Windows;
using BTech.Record.Verification;
using BTech.Web.Crossings.Verifying;
using BTech.Web.Words;
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
            await using var work = await Workplace.OpenAsync(parsed, cancel);
            var window = parsed.GetValue(name) is { } asked ? await WindowVerb.FindAsync(work.Get<CommentWindows>(), asked, cancel) : null;
            var all = await work.Get<Verification>().RunAsync(window?.Id, cancel);
            var words = work.Get<IStringLocalizer<Words.Verify>>();
            var proved = Explained.ProvedByTests(work.Get<IStringLocalizer<Words.FollowUp>>());
            var isRed = all.Any(one => one.Verdict == Verdict.Red);
            await Answer.To(parsed, json).WriteAsync(
                new { Window = parsed.GetValue(name), IsRed = isRed, Checks = all.Select(Line), ProvedByTests = proved },
                [.. all.SelectMany(Sentences), words["Proved.Title"], .. proved.Select(line => $"  {line}"), "", words[isRed ? "Sum.Red" : "Sum.Green"]]);
            return isRed ? 1 : 0;

            object Line(Verified check)
            {
                var said = Explained.Of(check, words);
                return new { check.Name, check.Invariants, Verdict = check.Verdict.ToString(), said.LookedAt, check.Found, said.Means, said.CouldNotSee };
            }

            IEnumerable<string> Sentences(Verified check)
            {
                var said = Explained.Of(check, words);
                return
                [
                    $"[{said.Verdict}] {said.LookedAt}{(check.Invariants.Count > 0 ? $" ({string.Join(", ", check.Invariants.Select(number => $"I{number}"))})" : "")}",
                    .. check.Found.Select(found => $"    {words["Found"]}: {found}"),
                    $"    {said.Means}",
                    $"    {words["NotSeen"]} {said.CouldNotSee}",
                    "",
                ];
            }
        });
        return verb;
    }
}
