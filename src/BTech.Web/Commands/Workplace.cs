using System.CommandLine;
using BTech.Web.Operations;
using BTech.Web.Settings;

namespace BTech.Web.Commands;

/// <summary>The product put together as it is for serving, but not started: verbs call the same classes as pages.</summary>
internal sealed class Workplace : IAsyncDisposable
{
    private readonly Installation _installation;
    private readonly WebApplication _site;
    private readonly AsyncServiceScope _scope;

    private Workplace(Installation installation, WebApplication site, ConsultSettings settings)
    {
        (_installation, _site, Settings) = (installation, site, settings);
        _scope = site.Services.CreateAsyncScope();
    }

    public ConsultSettings Settings { get; }

    /// <summary>Opens the installation; beside a running site it attaches to that site's local database.</summary>
    public static async Task<Workplace> OpenAsync(ParseResult parsed, CancellationToken cancel)
    {
        var builder = Site.Prepare([.. Terminal.Of(parsed).Settings]);
        var settings = ConsultSettings.Read(builder.Configuration, builder.Environment);
        var installation = await Installation.OpenAsync(settings, cancel);
        if (installation.IsLocal) await installation.MigrateAsync(cancel);
        var site = Site.Build(builder, settings, installation.Databases);
        await Forgetting.AgainAsync(site.Services, cancel);
        return new Workplace(installation, site, settings);
    }

    public T Get<T>() where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _site.DisposeAsync();
        await _installation.DisposeAsync();
    }
}
