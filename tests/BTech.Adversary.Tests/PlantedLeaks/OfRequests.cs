using System.Text;
using Microsoft.AspNetCore.Http;
using Scenario = BTech.Adversary.Tests.Scenarios.Scenario;

namespace BTech.Adversary.Tests.PlantedLeaks;

/// <summary>What a site, a proxy or a filter in between may not write down when somebody comes, saves or sends.</summary>
internal static class OfRequests
{
    public static IReadOnlyList<PlantedLeak> All { get; } =
    [
        new("access_log_with_user", "SessionTrace")
        {
            Answered = (scenario, person, context) => PlantedLeak.AppendAsync(scenario, "access_log_with_user.log",
                $"{PlantedLeak.Now(scenario)} {person.Email} {context.Request.Method} {context.Request.Path} {context.Response.StatusCode}\n"),
        },
        new("access_log_with_address", "SessionTrace")
        {
            Answered = (scenario, _, context) => PlantedLeak.AppendAsync(scenario, "access_log_with_address.log",
                $"{context.Connection.RemoteIpAddress} - - [{PlantedLeak.Now(scenario)}] \"{context.Request.Method} /participate\"\n"),
        },
        new("logged_cookie", "SessionTrace")
        {
            Answered = (scenario, _, context) => PlantedLeak.AppendAsync(scenario, "logged_cookie.log", $"Cookie: {context.Request.Headers.Cookie}\n"),
        },
        new("responded_flag", "WhoWrote")
        {
            Prepare = scenario => PlantedLeak.TableAsync(scenario, "responded_flag", "invitation_id uuid, responded boolean", scenario.People.Select(person => $"'{person.InvitationId}', false")),
            Answered = (scenario, person, context) => PlantedLeak.IsSending(context)
                ? scenario.Host.Database.ExecuteAsync($"UPDATE planted.responded_flag SET responded = true WHERE invitation_id = '{person.InvitationId}'")
                : Task.CompletedTask,
        },
        new("audit_row", "WhoWrote")
        {
            Prepare = scenario => scenario.Host.Database.ExecuteAsync("CREATE SCHEMA IF NOT EXISTS planted; CREATE TABLE planted.audit_row (id uuid, happened_at timestamptz, what text, who uuid)"),
            Answered = (scenario, person, context) => PlantedLeak.IsSending(context)
                ? scenario.Host.Database.ExecuteAsync($"INSERT INTO planted.audit_row VALUES ('{Guid.NewGuid()}', '{PlantedLeak.Now(scenario)}', 'comment received', '{person.ParticipantId}')")
                : Task.CompletedTask,
        },
        new("confirmation_mail", "WhoWrote")
        {
            Prepare = scenario => Task.FromResult(Directory.CreateDirectory(scenario.Host.MailFolder)),
            Answered = (scenario, person, context) => PlantedLeak.IsSending(context)
                ? File.WriteAllTextAsync(Path.Combine(scenario.Host.MailFolder, $"planted-confirmation_mail.{Guid.NewGuid():N}.eml"), $"To: {person.Name} <{person.Email}>\nSubject: Thank you\n\nWe have received your comment.\n")
                : Task.CompletedTask,
        },
        new("spooled_request", "TextSearch")
        {
            Answered = (scenario, _, context) => Text(context) is { Length: > 0 } text
                ? PlantedLeak.AppendAsync(scenario, $"spooled_request.{Guid.NewGuid():N}.tmp", $"Text={Uri.EscapeDataString(text)}&Then=continue")
                : Task.CompletedTask,
        },
        new("submission_counter", "Tally")
        {
            Prepare = scenario => PlantedLeak.TableAsync(scenario, "submission_counter", "day date PRIMARY KEY, sent integer", ["'2000-01-01', 0"]),
            Answered = (scenario, _, context) => PlantedLeak.IsSending(context)
                ? scenario.Host.Database.ExecuteAsync($"INSERT INTO planted.submission_counter VALUES ('{PlantedLeak.Now(scenario)[..10]}', 1) ON CONFLICT (day) DO UPDATE SET sent = planted.submission_counter.sent + 1")
                : Task.CompletedTask,
        },
        new("no_padding", "LengthMatch")
        {
            Prepare = scenario => scenario.Host.Database.ExecuteAsync("CREATE SCHEMA IF NOT EXISTS planted; CREATE TABLE planted.no_padding (tag bytea, box bytea)"),
            Answered = NoPadding(),
        },
    ];

    /// <summary>A box as long as its text and a little more, under a tag that says nothing; each save writes the row anew.</summary>
    private static Func<Scenario, Loot.Invitee, HttpContext, Task> NoPadding()
    {
        var written = new Dictionary<(Scenario, int), Dictionary<string, int>>();
        return async (scenario, person, context) =>
        {
            if (!written.TryGetValue((scenario, person.Number), out var lengths)) written.Add((scenario, person.Number), lengths = []);
            if (Text(context) is { } text) lengths[context.Request.Path] = Encoding.UTF8.GetByteCount(text);
            if (!PlantedLeak.IsSending(context)) return;
            // Any 32 bytes that are the same each time for the same person.
            var tag = Convert.ToHexString(System.Security.Cryptography.SHA512.HashData([.. scenario.Window.ToByteArray(), .. BitConverter.GetBytes(person.Number)])[..32]);
            await scenario.Host.Database.ExecuteAsync($"""
                DELETE FROM planted.no_padding WHERE tag = '\x{tag}';
                INSERT INTO planted.no_padding VALUES ('\x{tag}', '\x{Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(lengths.Values.Sum() + 60))}')
                """);
        };
    }

    private static string? Text(HttpContext context) =>
        context.Request.HasFormContentType && context.Response.StatusCode == StatusCodes.Status302Found
        && (context.Request.Path.StartsWithSegments("/participate/focus-areas") || context.Request.Path == "/participate/overall") ? context.Request.Form["Text"].ToString().ReplaceLineEndings("\n") : null;
}
