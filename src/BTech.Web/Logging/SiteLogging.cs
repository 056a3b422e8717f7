using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace BTech.Web.Logging;

/// <summary>JSON lines on standard error: what the installation does, never who did it or what they wrote.</summary>
public static class SiteLogging
{
    public static WebApplicationBuilder AddSiteLogging(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Logging.ClearProviders();
        builder.Services.AddSerilog(log => log
            .MinimumLevel.Information()
            // The framework's request lines hold addresses, paths and times; there are none.
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .MinimumLevel.Override("Npgsql", LogEventLevel.Warning)
            // The ring lies in files of mode 0600 on purpose; nobody needs to be warned of it at each start.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            .WriteTo.Sink(new DiscreetSink(builder.Environment.IsDevelopment(), new CompactJsonFormatter(), Console.Error)),
            preserveStaticLogger: true);
        return builder;
    }
}
