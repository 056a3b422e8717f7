using System.Text;
using BTech.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace BTech.People.Tests;

/// <summary>The People module alone, on a database of its own, with its own role.</summary>
internal sealed class PeopleSide : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private PeopleSide(TestDatabase database)
    {
        Database = database;
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider())
            .AddPeople(_ => NpgsqlDataSource.Create(database.People))
            .BuildServiceProvider();
    }

    public TestDatabase Database { get; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 9, 6, 12, 0, 0, TimeSpan.Zero));

    public static async Task<PeopleSide> NewAsync() => new(await TestDatabases.NewAsync());

    public async Task<TResult> WithAsync<TService, TResult>(Func<TService, Task<TResult>> act) where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task WithAsync<TService>(Func<TService, Task> act) where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task<long> CountAsync(string table)
    {
        await using var connection = new NpgsqlConnection(Database.Owner);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"SELECT count(*) FROM people.{table}", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public static MemoryStream File(string text) => new(Encoding.UTF8.GetBytes(text));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Database.DisposeAsync();
    }
}
