using System.Net.Sockets;
using BTech.Web.Operations;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace BTech.Web;

/// <summary>Without a verb: serve until told to stop.</summary>
public static class Serving
{
    public static async Task<int> RunAsync(string[] args)
    {
        // Until the host listens to signals itself, a Ctrl-C would leave the database running without anybody.
        using var stop = new StopSignal();
        try
        {
            var builder = Site.Prepare(args);
            var settings = ConsultSettings.Read(builder.Configuration, builder.Environment);
            ListeningAddresses.RefuseTaken(settings.Site);
            await using var installation = await Installation.OpenAsync(settings, stop.Token);
            if (installation.IsLocal) await installation.MigrateAsync(stop.Token);
            await using var app = Site.Build(builder, settings, installation.Databases);
            var demo = await LoadSampleAsync(app, settings, stop.Token);
            await Forgetting.AgainAsync(app.Services, stop.Token);
            await StartAsync(app, settings, stop.Token);
            await GreetAsync(app, settings, demo);
            await app.WaitForShutdownAsync(CancellationToken.None);
        }
        catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
        {
            // Told to stop before it was open.
        }
        return 0;
    }

    private static async Task<DemoFile?> LoadSampleAsync(WebApplication app, ConsultSettings settings, CancellationToken cancel)
    {
        if (!settings.Demo.LoadSample) return null;
        await app.Services.GetRequiredService<SampleSeed>().LoadIfEmptyAsync(cancel);
        return DemoFile.Find(settings.Data.DemoFile);
    }

    private static async Task StartAsync(WebApplication app, ConsultSettings settings, CancellationToken cancel)
    {
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException || taken.GetBaseException() is SocketException)
        {
            throw ListeningAddresses.Taken(settings.Site.ListensOn, taken);
        }
    }

    // Standard output carries this summary and nothing else; logs go to standard error.
    private static async Task GreetAsync(WebApplication app, ConsultSettings settings, DemoFile? demo)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var summary = new List<string> { string.Empty, $"B-Tech Consultation is open at {string.Join(", ", addresses)}" };
        if (demo is { IsComplete: false })
        {
            summary.Add(string.Empty);
            summary.Add("There are no personal links to try; make some with: dotnet run --project src/BTech.Web -- seed tunis-2019 --again");
        }
        else if (demo is not null)
        {
            summary.Add(string.Empty);
            summary.Add("Take part with a personal link:");
            summary.AddRange(demo.Links.Select(link => $"  {link.Language}  {link.At(settings.Site.PublicUrl)}  ({link.Name})"));
        }
        if (demo is not null)
        {
            summary.Add(string.Empty);
            summary.Add($"Staff sign in at {new Uri(settings.Site.PublicUrl, "account/login")} with the password {demo.Password}:");
            summary.AddRange(demo.Staff.Select(one => $"  {one.Email}  ({one.Role})"));
        }
        summary.Add(string.Empty);
        summary.Add(settings.Mail.Host is null ? $"Mail is written to {settings.Data.MailDirectory}" : $"Mail goes to {settings.Mail.Host}");
        summary.Add("Ctrl-C stops everything.");
        await Console.Out.WriteLineAsync(string.Join(Environment.NewLine, summary));
    }
}
