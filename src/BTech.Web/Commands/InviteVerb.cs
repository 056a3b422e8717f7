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
        var json = Answer.Json();
        var verb = new Command("invite", "Invite the people of a CSV file; one bad row, and nobody is invited.") { name, people, send, show, json };
        verb.SetAction(async (parsed, cancel) =>
        {
            await using var work = await Workplace.OpenAsync(cancel);
            var window = await WindowVerb.FindAsync(work.Get<CommentWindows>(), parsed.GetValue(name)!, cancel);
            if (!window.TakesInvitations(work.Get<TimeProvider>().GetUtcNow()))
                throw new VerbRefusedException("The time for writing is over. Nobody can be invited to this window any more, because the numbers of each group are frozen.");
            if (parsed.GetValue(send) && !window.IsOpened)
                throw new VerbRefusedException("The window is not open yet, so no link would work. Invite without --send, and send once it is open.");
            var report = await ReadAsync(work, window, parsed.GetValue(people)!, cancel);
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
            await Answer.WriteAsync(parsed.GetValue(json), invited, [$"Invited {invited.Count}.", .. invited.Where(line => line.Link is not null).Select(line => $"{line.Email}\t{line.Link}")]);
            return 0;
        });
        return verb;
    }

    private static async Task<ImportReport> ReadAsync(Workplace work, CommentWindow window, FileInfo people, CancellationToken cancel)
    {
        if (!people.Exists) throw new VerbRefusedException($"There is no file {people.FullName}.");
        await using var file = people.OpenRead();
        var report = await work.Get<InvitationImport>().ReadAsync(window.Id, file, [.. window.Consultation.Groups.Select(group => group.Label)], save: true, cancel);
        if (report.IsClean) return report;
        var words = work.Get<IStringLocalizer<Words.Admin>>();
        throw new VerbRefusedException(string.Join(Environment.NewLine,
            report.Problems.Select(problem => $"Row {problem.Row}: {words[$"Row.{problem.Reason}", [.. problem.Arguments]]}").Append("Nobody was invited.")));
    }

    private sealed record InvitedLine(string Email, string? Link);
}
