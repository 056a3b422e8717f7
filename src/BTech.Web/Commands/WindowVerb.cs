using System.CommandLine;
using System.Globalization;
using BTech.Agenda;
using BTech.Agenda.Windows;
using BTech.Team.TwoPersons;
using BTech.Web.Crossings;

namespace BTech.Web.Commands;

/// <summary><c>window</c>: the life of a comment window. Never says who or how many have written.</summary>
internal static class WindowVerb
{
    public static Command Make() => new("window", "The life of a comment window.") { List(), Show(), Close() };

    public static async Task<CommentWindow> FindAsync(CommentWindows windows, string name, CancellationToken cancel) =>
        WindowName.TryParse(name, out var parsed) && await windows.FindAsync(parsed, cancel) is { } window
            ? window
            : throw new VerbRefusedException($"There is no window \"{name}\"; a window is written slug/number, such as b-tech/3.");

    private static Command List()
    {
        var json = Answer.Json();
        var verb = new Command("list", "All windows and where they stand.") { json };
        verb.SetAction(async (parsed, cancel) =>
        {
            await using var work = await Workplace.OpenAsync(cancel);
            var now = work.Get<TimeProvider>().GetUtcNow();
            var lines = (await work.Get<CommentWindows>().AllAsync(cancel)).Select(window => Line(window, now)).ToList();
            await Answer.WriteAsync(parsed.GetValue(json), lines, lines.Select(line => $"{line.Window}\t{line.State}\t{line.Opens} – {line.Closes}\t{line.Title}"));
            return 0;
        });
        return verb;
    }

    private static Command Show()
    {
        var name = new Argument<string>("window");
        var json = Answer.Json();
        var verb = new Command("show", "Where one window stands.") { name, json };
        verb.SetAction(async (parsed, cancel) =>
        {
            await using var work = await Workplace.OpenAsync(cancel);
            var window = await FindAsync(work.Get<CommentWindows>(), parsed.GetValue(name)!, cancel);
            var line = Line(window, work.Get<TimeProvider>().GetUtcNow());
            await Answer.WriteAsync(parsed.GetValue(json), line,
                [line.Window, $"  {line.Title}", $"  {line.State}", $"  opens {line.Opens}", $"  closes {line.Closes}", $"  seals from {line.Seals}"]);
            return 0;
        });
        return verb;
    }

    private static Command Close()
    {
        var name = new Argument<string>("window");
        var first = new Option<string>("--as") { Description = "Address of the first person.", Required = true };
        var second = new Option<string>("--confirm-as") { Description = "Address of the second person.", Required = true };
        var verb = new Command("close", "Close an open window early; both passwords are read from standard input, one per line.") { name, first, second };
        verb.SetAction(async (parsed, cancel) =>
        {
            await using var work = await Workplace.OpenAsync(cancel);
            var window = await FindAsync(work.Get<CommentWindows>(), parsed.GetValue(name)!, cancel);
            var two = await TwoPersonsAsync(work.Get<SecondPerson>(), window.Id, parsed.GetValue(first)!, parsed.GetValue(second)!, cancel);
            if (!await work.Get<WindowClosing>().CloseEarlyAsync(window.Id, two.First, two.Second, note: null, cancel))
                throw new VerbRefusedException("The window is not open, so there is nothing to close.");
            await Console.Out.WriteLineAsync("Closed.");
            return 0;
        });
        return verb;
    }

    private static async Task<(StaffId First, StaffId Second)> TwoPersonsAsync(SecondPerson signatures, Guid windowId, string first, string second, CancellationToken cancel)
    {
        var one = await signatures.ConfirmFirstAsync(first, await Console.In.ReadLineAsync(cancel), code: null, windowId, cancel);
        if (one.Verdict != SecondPersonVerdict.Confirmed) throw new VerbRefusedException($"{first} is not confirmed: {one.Verdict}.");
        var other = await signatures.ConfirmAsync(one.Staff, second, await Console.In.ReadLineAsync(cancel), code: null, windowId, cancel);
        if (other.Verdict != SecondPersonVerdict.Confirmed) throw new VerbRefusedException($"{second} is not confirmed: {other.Verdict}.");
        return (one.Staff, other.Staff);
    }

    private static WindowLine Line(CommentWindow window, DateTimeOffset now) => new(
        new WindowName(window.Consultation.Slug, window.Number).ToString(), window.StateAt(now).ToString(), window.Title.ToString(),
        Instant(window.OpensAt), Instant(window.ClosesAt), Instant(window.SealsAt));

    private static string Instant(DateTimeOffset instant) => instant.ToString("u", CultureInfo.InvariantCulture);

    private sealed record WindowLine(string Window, string State, string Title, string Opens, string Closes, string Seals);
}
