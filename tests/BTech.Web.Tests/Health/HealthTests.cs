using System.Net;
using BTech.Testing;
using Xunit;

namespace BTech.Web.Tests.Health;

public sealed class HealthTests : IAsyncLifetime
{
    private TestHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Ready_DatabasesAnswer_IsOkWithoutDetail()
    {
        using var visitor = _host.NewVisitor();
        // The site's clock is held against the database's, which goes on while a busy machine starts the site.
        _host.Clock.SetUtcNow(DateTimeOffset.UtcNow);
        var page = await visitor.GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("ok", page.Body);
        Assert.False(page.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Ready_ClockOffByMoreThanTwoSeconds_IsNotReady()
    {
        _host.Clock.Advance(TimeSpan.FromSeconds(30));
        using var visitor = _host.NewVisitor();
        var ready = await visitor.GetAsync("/health/ready");
        var live = await visitor.GetAsync("/health/live");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.Status);
        Assert.Equal("not ready", ready.Body);
        Assert.Equal(HttpStatusCode.OK, live.Status);
    }
}
