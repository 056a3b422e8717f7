using BTech.Team.Roles;
using BTech.Testing;

namespace BTech.Web.Tests.Admin;

/// <summary>What one administrator of everything does on a site of its own.</summary>
public abstract class AdministratorTests : IAsyncLifetime
{
    private protected TestHost Host { get; private set; } = null!;

    private protected FormClient Admin { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        Host = await TestHost.StartAsync();
        Admin = await new Crew(Host).NewAsync("administrator", StaffRole.Administrator);
    }

    public async ValueTask DisposeAsync()
    {
        Admin.Dispose();
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>After the clock has moved on, which ends a session.</summary>
    private protected async Task SignInAgainAsync()
    {
        Admin.Dispose();
        Admin = await new Crew(Host).SignInAsync("administrator");
    }
}
