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
        var builder = Site.Prepare(args);
        var settings = ConsultSettings.Read(builder.Configuration, builder.Environment);
        await using var installation = await Installation.OpenAsync(settings, CancellationToken.None);
        if (installation.IsLocal) await installation.MigrateAsync(CancellationToken.None);
        await using var app = Site.Build(builder, settings, installation.Databases);
        var demo = await LoadSampleAsync(app, settings);
        await StartAsync(app, settings);
        await GreetAsync(app, settings, demo);
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static async Task<DemoFile?> LoadSampleAsync(WebApplication app, ConsultSettings settings)
    {
        if (!settings.Demo.LoadSample) return null;
        await using var scope = app.Services.CreateAsyncScope();
        var sample = await scope.ServiceProvider.GetRequiredService<SampleSeed>().RunAsync(again: false, CancellationToken.None);
        if (sample is { Loaded: true, Password: { } password })
            await new DemoFile(password, sample.Links, sample.Staff).SaveAsync(settings.Data.DemoFile, CancellationToken.None);
        return DemoFile.Find(settings.Data.DemoFile);
    }

    private static async Task StartAsync(WebApplication app, ConsultSettings settings)
    {
        try
        {
            await app.StartAsync();
        }
        catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException || taken.GetBaseException() is SocketException)
        {
            throw new StartRefusedException(
                $"Setting ASPNETCORE_URLS: {settings.Site.ListensOn} is in use by another program; stop that program, or start with ASPNETCORE_URLS=http://localhost:5081.", taken);
        }
    }

    // Standard output carries this summary and nothing else; logs go to standard error.
    private static async Task GreetAsync(WebApplication app, ConsultSettings settings, DemoFile? demo)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var summary = new List<string> { string.Empty, $"B-Tech Consultation is open at {string.Join(", ", addresses)}" };
        if (demo is not null)
        {
            summary.Add(string.Empty);
            summary.Add("Take part with a personal link:");
            summary.AddRange(demo.Links.Select(link => $"  {link.Language}  {link.Address}  ({link.Name})"));
            summary.Add(string.Empty);
            summary.Add($"Staff sign in at /account/login with the password {demo.Password}:");
            summary.AddRange(demo.Staff.Select(one => $"  {one.Email}  ({one.Role})"));
        }
        summary.Add(string.Empty);
        summary.Add(settings.Mail.Host is null ? $"Mail is written to {settings.Data.MailDirectory}" : $"Mail goes to {settings.Mail.Host}");
        summary.Add("Ctrl-C stops everything.");
        await Console.Out.WriteLineAsync(string.Join(Environment.NewLine, summary));
    }
}
