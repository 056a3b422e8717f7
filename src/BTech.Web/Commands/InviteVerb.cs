using System.CommandLine;
using BTech.Agenda.Windows;
using BTech.People.Invitations;
using BTech.Web.Mail;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Commands;

/// <summary><c>invite</c>: the people of a file, all or none.</summary>
internal static class InviteVerb
{
    public static Command Make()
    {
        var name = new Argument<string>("window") { Description = "slug/number, such as b-tech/3." };
        var people = new Argument<FileInfo>("people") { Description = "CSV file: name,role,organisation,group,email,language and optionally honorific,kind." };
        var send = new Option<bool>("--send") { Description = "Mail the invitations at once." };
        var show = new Option<bool>("--show-links") { Description = "Show the personal links, in Production too." };
        var same = new Option<string[]>("--same") { Description = "\"One name=Another\": two names in the file stand for one organisation, kept under the second. May be repeated." };
        var separate = new Option<bool>("--separate") { Description = "All other names that look alike stand for organisations of their own." };
        var json = Answer.Json();
        var verb = new Command("invite", "Invite the people of a CSV file; one bad row, and nobody is invited.") { name, people, send, show, same, separate, json };
        verb.SetAction(async (parsed, cancel) =>
        {
            await using var work = await Workplace.OpenAsync(parsed, cancel);
            var window = await WindowVerb.FindAsync(work.Get<CommentWindows>(), parsed.GetValue(name)!, cancel);
            if (window.IsRehearsal) throw new VerbRefusedException("This window is a rehearsal: its people are made up, and nobody real is ever invited to it.");
            if (window.Admission == Admission.Registration)
                throw new VerbRefusedException("People take part in this window by registration alone. Change who may take part before it opens.");
            if (!window.TakesImports(work.Get<TimeProvider>().GetUtcNow()))
                throw new VerbRefusedException("The time for writing is over. Nobody can be invited to this window any more, because the numbers of each group are frozen.");
            if (parsed.GetValue(send) && !window.IsOpened)
                throw new VerbRefusedException("The window is not open yet, so no link would work. Invite without --send, and send once it is open.");
            var report = await InviteAsync(work, window, parsed.GetValue(people)!, Pairs(parsed.GetValue(same) ?? []), parsed.GetValue(separate), cancel);
            var letters = work.Get<InvitationLetters>();
            await letters.GiveBoxesAsync(window, cancel);
            if (parsed.GetValue(send)) await letters.QueueAsync(window, [.. report.Invited.Select(invited => invited.InvitationId)], cancel);
            var showsLinks = parsed.GetValue(show) || !work.Get<IHostEnvironment>().IsProduction();
            var invited = new List<InvitedLine>();
            var languages = (await work.Get<InvitationList>().ForWindowAsync(window.Id, cancel)).ToDictionary(person => person.InvitationId, person => person.Language);
            foreach (var one in report.Invited)
                invited.Add(new InvitedLine(one.Email, showsLinks
                    ? letters.LinkOf(await work.Get<InvitationList>().MintLinkAsync(one.InvitationId, cancel), languages[one.InvitationId]).ToString()
                    : null));
            await Answer.To(parsed, json).WriteAsync(invited, [$"Invited {invited.Count}.", .. invited.Where(line => line.Link is not null).Select(line => $"{line.Email}\t{line.Link}")]);
            return 0;
        });
        return verb;
    }

    private static async Task<ImportReport> InviteAsync(
        Workplace work, CommentWindow window, FileInfo people, Dictionary<string, string> same, bool separate, CancellationToken cancel)
    {
        if (!people.Exists) throw new VerbRefusedException($"There is no file {people.FullName}.");
        var report = await ReadAsync(work, window, people, same, save: false, cancel);
        var words = work.Get<IStringLocalizer<Words.Admin>>();
        if (!report.IsClean)
            throw new VerbRefusedException(string.Join(Environment.NewLine,
                report.Problems.Select(problem => $"Row {problem.Row}: {words[$"Row.{problem.Reason}", [.. problem.Arguments]]}").Append("Nobody was invited.")));
        // One organisation under two names counts twice, and by such numbers a group carries its name or does not.
        var open = separate ? [] : report.Twins.Where(twin => same.GetValueOrDefault(twin.Written) != twin.Known).ToList();
        if (open.Count > 0)
            throw new VerbRefusedException(string.Join(Environment.NewLine,
                open.Select(twin => $"Row {twin.Row}: \"{twin.Written}\" may be \"{twin.Known}\". {words[$"Import.Twins.{twin.Sign}"]}")
                    .Append("Nobody was invited. Say --same \"One name=Another\" for each that is one organisation, and --separate for the others.")));
        return await ReadAsync(work, window, people, same, save: true, cancel);
    }

    private static async Task<ImportReport> ReadAsync(Workplace work, CommentWindow window, FileInfo people, Dictionary<string, string> same, bool save, CancellationToken cancel)
    {
        await using var file = people.OpenRead();
        var report = await work.Get<InvitationImport>().ReadAsync(window.Id, file, [.. window.Consultation.Groups.Select(group => group.Label)], window.Counts, same, save, cancel);
        if (save && !report.IsClean) throw new VerbRefusedException("Somebody else has invited some of these people meanwhile. Nobody was invited; run this again.");
        return report;
    }

    private static Dictionary<string, string> Pairs(IEnumerable<string> same)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in same)
            pairs[pair.LastIndexOf('=') is var at and > 0 ? pair[..at].Trim() : throw new VerbRefusedException($"--same \"{pair}\" names one organisation only; write \"One name=Another\".")] = pair[(at + 1)..].Trim();
        return pairs;
    }

    private sealed record InvitedLine(string Email, string? Link);
}
