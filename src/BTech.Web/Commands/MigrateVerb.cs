using System.CommandLine;
using BTech.Web.Settings;

namespace BTech.Web.Commands;

/// <summary><c>migrate</c>: brings all schemas up to date; safe to run on two nodes at once.</summary>
internal static class MigrateVerb
{
    public static Command Make()
    {
        var json = Answer.Json();
        var verb = new Command("migrate", "Bring all schemas up to date; safe to repeat and to run on two nodes at once.") { json };
        verb.SetAction(async (parsed, cancel) =>
        {
            var builder = Site.Prepare([.. Terminal.Of(parsed).Settings]);
            await using var installation = await Installation.OpenAsync(ConsultSettings.Read(builder.Configuration, builder.Environment), cancel);
            await installation.MigrateAsync(cancel);
            await Answer.To(parsed, json).WriteAsync(new { UpToDate = Modules.Schemas }, [$"Up to date: {string.Join(", ", Modules.Schemas)}."]);
            return 0;
        });
        return verb;
    }
}
