using System.CommandLine;
using BTech.Web.Settings;

namespace BTech.Web.Commands;

/// <summary><c>health</c>: asks the node on this machine whether it is ready; the container's health check, where there is no other program to ask with.</summary>
internal static class HealthVerb
{
    public static Command Make()
    {
        var json = Answer.Json();
        var verb = new Command("health", "Whether the site on this machine is ready.") { json };
        verb.SetAction(async (parsed, cancel) =>
        {
            var builder = Site.Prepare([.. Terminal.Of(parsed).Settings]);
            var site = SiteSettings.Read(new SettingReader(builder.Configuration), builder.Configuration, builder.Environment);
            var address = new Uri(site.Local, "health/ready");
            using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(4) };
            try
            {
                using var answer = await client.GetAsync(address, cancel);
                if (!answer.IsSuccessStatusCode) throw new VerbRefusedException($"{address} answers {(int)answer.StatusCode}.");
            }
            catch (Exception silent) when (silent is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
            {
                throw new VerbRefusedException($"{address} does not answer.");
            }
            await Answer.To(parsed, json).WriteAsync(new { Ready = true }, ["ready"]);
            return 0;
        });
        return verb;
    }
}
