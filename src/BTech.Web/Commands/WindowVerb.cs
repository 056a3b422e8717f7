using System.CommandLine;
using System.Globalization;
using BTech.Agenda;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Record.Sealing;
using BTech.Team.Audit;
using BTech.Web.Crossings;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Commands;

/// <summary><c>window</c>: the life of a comment window. Never says who or how many have written.</summary>
internal static class WindowVerb
{
    public static Command Make() => new("window", "The life of a comment window.") { List(), Show(), Close(), Seal(), RestoreKey() };

    public static async Task<CommentWindow> FindAsync(CommentWindows windows, string name, CancellationToken cancel) =>
        WindowName.TryParse(name, out var parsed) && await windows.FindAsync(parsed, cancel) is { } window
            ? window
            : throw new VerbRefusedException($"There is no window \"{name}\"; a window is written slug/number, such as b-tech/3.");

    private static Argument<string> Named() => new("window") { Description = "slug/number, such as b-tech/3." };

    private static Command List()
    {
        var json = Answer.Json();
        var verb = new Command("list", "All windows and where they stand.") { json };
        verb.SetAction(async (parsed, cancel) =>
        {
            await using var work = await Workplace.OpenAsync(parsed, cancel);
            var now = work.Get<TimeProvider>().GetUtcNow();
            var lines = (await work.Get<CommentWindows>().AllAsync(cancel)).Select(window => Line(window, now)).ToList();
            await Answer.To(parsed, json).WriteAsync(lines, lines.Select(line => $"{line.Window}\t{line.State}\t{line.Opens} – {line.Closes}\t{line.Title}"));
            return 0;
        });
        return verb;
    }

    private static Command Show()
    {
        var name = Named();
        var json = Answer.Json();
        var verb = new Command("show", "Where one window stands.") { name, json };
        verb.SetAction(async (parsed, cancel) =>
        {
            await using var work = await Workplace.OpenAsync(parsed, cancel);
            var window = await FindAsync(work.Get<CommentWindows>(), parsed.GetValue(name)!, cancel);
            var line = Line(window, work.Get<TimeProvider>().GetUtcNow());
            await Answer.To(parsed, json).WriteAsync(line,
                [line.Window, $"  {line.Title}", $"  {line.State}", $"  opens {line.Opens}", $"  closes {line.Closes}", $"  seals from {line.Seals}"]);
            return 0;
        });
        return verb;
    }

    private static Command Close()
    {
        var name = Named();
        var signatures = new Signatures();
        var note = new Option<string?>("--note") { Description = "Public reason, in English." };
        var json = Answer.Json();
        var verb = new Command("close", "Close an open window early; both passwords are read from standard input, one per line.") { name, note, json };
        signatures.AddTo(verb);
        verb.SetAction(async (parsed, cancel) =>
        {
            await using var work = await Workplace.OpenAsync(parsed, cancel);
            var window = await FindAsync(work.Get<CommentWindows>(), parsed.GetValue(name)!, cancel);
            var both = await signatures.ReadAsync(parsed, work, window.Id, cancel);
            var reason = parsed.GetValue(note) is { Length: > 0 } text ? LocalizedText.InEnglish(text) : null;
            if (!await work.Get<WindowClosing>().CloseEarlyAsync(window.Id, both.First, both.Second, reason, cancel))
                throw new VerbRefusedException(work.Get<IStringLocalizer<Words.Admin>>()["Close.NotOpen"]);
            await AuditAsync(work, both, "window closed early", "", window, cancel);
            return await StandingAsync(Answer.To(parsed, json), work, window.Id, $"{NameOf(window)} is closed.", cancel);
        });
        return verb;
    }

    private static Command Seal()
    {
        var name = Named();
        var signatures = new Signatures();
        var rehearse = new Option<bool>("--rehearse") { Description = "Only look whether keys, rights and settings are as the seal needs them." };
        var json = Answer.Json();
        var verb = new Command("seal", "Seal a window before the clock does, once its holding time is over; both passwords are read from standard input, one per line.")
        {
            name, rehearse, json,
        };
        signatures.AddTo(verb);
        verb.SetAction(async (parsed, cancel) =>
        {
            await using var work = await Workplace.OpenAsync(parsed, cancel);
            var window = await FindAsync(work.Get<CommentWindows>(), parsed.GetValue(name)!, cancel);
            if (window.IsSealed) return await StandingAsync(Answer.To(parsed, json), work, window.Id, $"{NameOf(window)} is sealed.", cancel);
            return parsed.GetValue(rehearse)
                ? await RehearseAsync(Answer.To(parsed, json), work, window, cancel)
                : await SealAsync(Answer.To(parsed, json), work, window, await signatures.ReadAsync(parsed, work, window.Id, cancel), cancel);
        });
        return verb;
    }

    private static Command RestoreKey()
    {
        var name = Named();
        var json = Answer.Json();
        var verb = new Command("restore-key", "Put a window's lost key back from its two halves, read from standard input, one per line.") { name, json };
        verb.SetAction(async (parsed, cancel) =>
        {
            await using var work = await Workplace.OpenAsync(parsed, cancel);
            var window = await FindAsync(work.Get<CommentWindows>(), parsed.GetValue(name)!, cancel);
            if (window.IsSealed || !window.IsOpened) throw new VerbRefusedException($"{NameOf(window)} has no boxes that a key could open.");
            var keys = work.Get<KeyRing>();
            if (keys.Halve(window.Id) is not null) throw new VerbRefusedException($"{NameOf(window)} has its key; nothing was changed.");
            var (first, second) = (await Terminal.Of(parsed).Input.ReadLineAsync(cancel), await Terminal.Of(parsed).Input.ReadLineAsync(cancel));
            if (!KeyHalves.IsWhole(first)) throw new VerbRefusedException("The first half holds a slip; compare it with the paper, group by group.");
            if (!KeyHalves.IsWhole(second)) throw new VerbRefusedException("The second half holds a slip; compare it with the paper, group by group.");
            if (!keys.Restore(window.Id, first, second) || !await OpensAsync(work, window.Id, cancel))
            {
                keys.Forget(window.Id);
                throw new VerbRefusedException($"The halves are whole, but make no key of {NameOf(window)}; nothing was changed.");
            }
            return await StandingAsync(Answer.To(parsed, json), work, window.Id, $"The key of {NameOf(window)} is back.", cancel);
        });
        return verb;
    }

    // The rehearsal opens each box with the key, without looking inside.
    private static async Task<bool> OpensAsync(Workplace work, Guid window, CancellationToken cancel) =>
        (await work.Get<WindowSealing>().RehearseAsync(window, cancel)).Any(check => check is { Name: SealCheck.BoxesAreWhole, Outcome: CheckOutcome.Done });

    private static async Task<int> SealAsync(Answer answer, Workplace work, CommentWindow window, (StaffId First, StaffId Second) both, CancellationToken cancel)
    {
        var outcome = await work.Get<WindowSealing>().SealAsync(window.Id, both.First, both.Second, cancel);
        await AuditAsync(work, both, "seal ordered", $": {outcome.Status}", window, cancel);
        if (outcome.IsSealed) return await StandingAsync(answer, work, window.Id, $"{NameOf(window)} is sealed.", cancel);
        var red = (outcome.Checks ?? []).Where(check => check.Outcome == CheckOutcome.Failed).Select(check => $"  step {check.Step}: {check.Name}");
        throw new VerbRefusedException(string.Join(Environment.NewLine, red.Prepend(work.Get<IStringLocalizer<Words.Admin>>()[$"Seal.Outcome.{outcome.Status}"])));
    }

    private static async Task<int> RehearseAsync(Answer answer, Workplace work, CommentWindow window, CancellationToken cancel)
    {
        var checks = await work.Get<WindowSealing>().RehearseAsync(window.Id, cancel);
        var lines = checks.Select(check => new { check.Name, Outcome = check.Outcome.ToString() }).ToList();
        await answer.WriteAsync(new { Window = NameOf(window), Checks = lines }, lines.Select(line => $"{line.Outcome}\t{line.Name}"));
        return checks.Any(check => check.Outcome == CheckOutcome.Failed) ? 1 : 0;
    }

    private static async Task AuditAsync(Workplace work, (StaffId First, StaffId Second) both, string deed, string result, CommentWindow window, CancellationToken cancel)
    {
        var audit = work.Get<AuditTrail>();
        await audit.AddAsync(both.First, $"{deed}, first person{result}", NameOf(window), cancel);
        await audit.AddAsync(both.Second, $"{deed}, second person{result}", NameOf(window), cancel);
    }

    private static async Task<int> StandingAsync(Answer answer, Workplace work, Guid windowId, string sentence, CancellationToken cancel)
    {
        var window = (await work.Get<CommentWindows>().FindAsync(windowId, cancel))!;
        await answer.WriteAsync(Line(window, work.Get<TimeProvider>().GetUtcNow()), [sentence]);
        return 0;
    }

    private static string NameOf(CommentWindow window) => new WindowName(window.Consultation.Slug, window.Number).ToString();

    private static WindowLine Line(CommentWindow window, DateTimeOffset now) => new(
        NameOf(window), window.StateAt(now).ToString(), window.Title.ToString(), Instant(window.OpensAt), Instant(window.ClosesAt), Instant(window.SealsAt));

    private static string Instant(DateTimeOffset instant) => instant.ToString("u", CultureInfo.InvariantCulture);

    private sealed record WindowLine(string Window, string State, string Title, string Opens, string Closes, string Seals);
}
