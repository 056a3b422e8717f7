using System.CommandLine;
using BTech.Agenda.Windows;
using BTech.Team.Accounts;
using BTech.Team.Roles;

namespace BTech.Web.Commands;

/// <summary><c>staff add</c>: an account with a role, and a one-time link to set its password.</summary>
internal static class StaffVerb
{
    public static Command Make() => new("staff", "The people who work here.") { Add() };

    private static Command Add()
    {
        var email = new Argument<string>("email") { Description = "The address with which the person signs in." };
        var role = Choice.Of<StaffRole>("--role", "What the person does");
        role.Required = true;
        var window = new Option<string?>("--window") { Description = "Only for this window, written slug/number." };
        var json = Answer.Json();
        var verb = new Command("add", "Add an account and print a one-time link to set its password.") { email, role, window, json };
        verb.SetAction(async (parsed, cancel) =>
        {
            await using var work = await Workplace.OpenAsync(parsed, cancel);
            var windowId = parsed.GetValue(window) is { } name ? (await WindowVerb.FindAsync(work.Get<CommentWindows>(), name, cancel)).Id : (Guid?)null;
            var member = await work.Get<StaffAccounts>().AddAsync(null, parsed.GetValue(email)!, cancel)
                ?? throw new VerbRefusedException($"\"{parsed.GetValue(email)}\" is not a mail address.");
            var outcome = await work.Get<Assignments>().GiveAsync(null, member.Id, parsed.GetValue(role), windowId, cancel);
            if (outcome == AssignmentOutcome.PeopleAndInputs)
                throw new VerbRefusedException("One account may not hold people pages or offers together with inputs or clearance of the same window.");
            var secret = await work.Get<PasswordLinks>().MintAsync(null, member.Id, cancel);
            var link = new Uri(work.Settings.Site.PublicUrl, $"account/set-password/{secret}").ToString();
            await Answer.To(parsed, json).WriteAsync(new { member.Email, Role = parsed.GetValue(role).ToString().ToLowerInvariant(), Link = link }, [link]);
            return 0;
        });
        return verb;
    }
}
