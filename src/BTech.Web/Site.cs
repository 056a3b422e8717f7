using BTech.Documents.Pdf;
using BTech.Web.Crossings;
using BTech.Web.Design;
using BTech.Web.Health;
using BTech.Web.Jobs;
using BTech.Web.Logging;
using BTech.Web.Operations;
using BTech.Web.Pages.Admin.Offers;
using BTech.Web.Pages.FollowUp;
using BTech.Web.Pages.Moderate;
using BTech.Web.Pages.Participate;
using BTech.Web.Settings;
using BTech.Web.Staff;
using Microsoft.AspNetCore.DataProtection;

namespace BTech.Web;

/// <summary>The product put together. Read it as the table of contents.</summary>
public static class Site
{
    public static WebApplication Build(WebApplicationBuilder builder, ConsultSettings settings, Databases databases)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddSiteLogging();
        builder.AddServer(settings);
        builder.Services
            .AddSettings(settings)
            .AddProtection(settings)
            .AddModules(databases)
            .AddStaff()
            .AddCrossings()
            .AddPdf()
            .AddFollowUp()
            .AddParticipation()
            .AddOperations()
            .AddModerate()
            .AddOffers()
            .AddJobs()
            .AddHealth()
            .AddFoundation();

        var app = builder.Build();
        app.UseFoundation();
        app.UseRouting();
        app.UseStaff();
        app.UseFoundationAfterRouting();
        app.UseAuthorization();
        app.MapHealth();
        app.MapRazorPages();
        return app;
    }

    /// <summary>A builder whose environment, when nobody sets it, is that of the build: Development in Debug, Production in Release.</summary>
    public static WebApplicationBuilder Prepare(string[] args)
    {
        var isSet = (Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")) is { Length: > 0 };
#if DEBUG
        const string ofTheBuild = "Development";
#else
        const string ofTheBuild = "Production";
#endif
        return WebApplication.CreateBuilder(isSet ? args : [$"--environment={ofTheBuild}", .. args]);
    }

    private static void AddServer(this WebApplicationBuilder builder, ConsultSettings settings)
    {
        builder.WebHost.UseUrls(settings.Site.ListensOn);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        // A failing mail server or job must never take the site down.
        builder.Services.Configure<HostOptions>(host => host.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore);
    }

    private static IServiceCollection AddSettings(this IServiceCollection services, ConsultSettings settings) => services
        .AddSingleton(TimeProvider.System)
        .AddSingleton(settings)
        .AddSingleton(settings.Data)
        .AddSingleton(settings.Keys)
        .AddSingleton(settings.Copies)
        .AddSingleton(settings.Site)
        .AddSingleton(settings.Mail)
        .AddSingleton(settings.Proxy)
        .AddSingleton(settings.Demo);

    private static IServiceCollection AddProtection(this IServiceCollection services, ConsultSettings settings)
    {
        // Files in the key directory, never the database: a dump must not hold what opens a cookie.
        Directory.CreateDirectory(settings.Keys.ProtectionDirectory);
        services.AddDataProtection()
            .SetApplicationName("consult")
            .PersistKeysToFileSystem(new DirectoryInfo(settings.Keys.ProtectionDirectory));
        return services;
    }
}
