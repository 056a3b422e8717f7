using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace BTech.Team.Tests;

/// <summary>The module over a database of its own, with the clock in the test's hand.</summary>
public sealed class TeamFixture : IAsyncLifetime
{
    public const string Password = "seven brown bears 7";

    private ServiceProvider _services = null!;

    public TestDatabase Database { get; private set; } = null!;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));

    public async ValueTask InitializeAsync()
    {
        Database = await TestDatabases.NewAsync();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock).AddLogging().AddDataProtection();
        services.AddTeam(_ => NpgsqlDataSource.Create(Database.Team));
        _services = services.BuildServiceProvider();
    }

    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> act) where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task WithAsync<TService>(Func<TService, Task> act) where TService : notnull =>
        WithAsync<TService, bool>(async service =>
        {
            await act(service);
            return true;
        });

    /// <summary>Somebody new, with the usual password and the given roles in all windows.</summary>
    public async Task<StaffMember> PersonAsync(params StaffRole[] roles)
    {
        var member = (await WithAsync((StaffAccounts accounts) => accounts.AddAsync(null, $"person-{Guid.NewGuid():N}@example.org", default)))!;
        Assert.Equal(PasswordProblem.None, await WithAsync((StaffAccounts accounts) => accounts.SetPasswordAsync(member.Id, Password, default)));
        foreach (var role in roles)
            Assert.Equal(AssignmentOutcome.Done, await WithAsync((Assignments assignments) => assignments.GiveAsync(null, member.Id, role, null, default)));
        return member;
    }

    public Task<PasswordVerdict> TryAsync(string email, string password, string? code = null) =>
        WithAsync(async (SignIn signIn) => (await signIn.TryAsync(email, password, code, default)).Verdict);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Database.DisposeAsync();
    }
}
