using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BTech.Web.Health;

/// <summary>The two probes: 200 or 503, without detail to strangers.</summary>
public static class SiteHealth
{
    private const string Ready = "ready";

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<DatabasesReady>().AddScoped<MailQueue>().AddScoped<DifferingFiles>();
        services.AddHealthChecks().AddCheck<DatabasesReady>("databases", tags: [Ready]);
        return services;
    }

    public static WebApplication MapHealth(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapHealthChecks("/health/live", Probe(check => false)).AllowAnonymous();
        app.MapHealthChecks("/health/ready", Probe(check => check.Tags.Contains(Ready))).AllowAnonymous();
        return app;
    }

    private static HealthCheckOptions Probe(Func<HealthCheckRegistration, bool> predicate) => new()
    {
        Predicate = predicate,
        ResponseWriter = (context, report) => context.Response.WriteAsync(report.Status == HealthStatus.Healthy ? "ok" : "not ready"),
    };
}
