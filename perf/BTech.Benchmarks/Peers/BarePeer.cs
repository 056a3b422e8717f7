using Npgsql;

namespace BTech.Benchmarks.Peers;

/// <summary>
/// The plainest Razor site that could do the same work: a form page with antiforgery token that reads one row of a box's
/// size, and updates it when posted. Runs in a process of its own (verb <c>peer</c>), like the product.
/// </summary>
public static class BarePeer
{
    public static async Task RunAsync(string url, string connectionString)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        builder.Services.AddRazorPages(options => options.RootDirectory = "/Peers/Pages");
        builder.Services.AddSingleton(NpgsqlDataSource.Create(connectionString));
        builder.Services.AddSingleton(new BarePadding(Environment.GetEnvironmentVariable("BARE_BYTES") is { } bytes ? int.Parse(bytes, System.Globalization.CultureInfo.InvariantCulture) : 6000));
        var app = builder.Build();
        app.MapRazorPages();
        await app.RunAsync();
    }
}
