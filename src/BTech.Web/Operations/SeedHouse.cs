using BTech.Web.Crossings;
using BTech.Web.Settings;
using BTech.Web.Words;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace BTech.Web.Operations;

/// <summary>
/// The modules and the doors put together once more, on the same databases and keys but with a clock of their own:
/// what is seeded goes through the same methods as what people do, only at another time.
/// </summary>
public sealed class SeedHouse(Databases databases, DataSettings data, KeySettings keys, IDataProtectionProvider protection, ILoggerFactory loggers)
{
    // Any number will do as long as every version uses the same.
    private const long LockNumber = 0x73_65_65_64;

    /// <summary>Waits until nobody else seeds these databases; the turn ends with what is returned, or with this process.</summary>
    internal async Task<IAsyncDisposable> TakeTurnAsync(CancellationToken cancel)
    {
        var unpooled = new NpgsqlConnectionStringBuilder(databases.Agenda) { Pooling = false, CommandTimeout = 0 };
        var turn = new NpgsqlConnection(unpooled.ConnectionString);
        try
        {
            await turn.OpenAsync(cancel);
            await using var command = new NpgsqlCommand("SELECT pg_advisory_lock($1)", turn) { Parameters = { new() { Value = LockNumber } } };
            await command.ExecuteNonQueryAsync(cancel);
            return turn;
        }
        catch
        {
            await turn.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens the house at an instant.</summary>
    internal Rooms Open(SeedClock clock)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(clock);
        services.AddSingleton(data);
        services.AddSingleton(keys);
        // Made-up windows of the past are sealed as well; nobody's backups are to go for that.
        services.AddSingleton(new CopySettings());
        services.AddSingleton(protection);
        services.AddSingleton(loggers);
        services.AddLogging();
        // Closing and sealing tell everybody, in their languages and in the window's time.
        services.AddLocalization().AddSingleton<LocalTime>();
        services.AddModules(databases).AddCrossings();
        services.AddScoped<SeedStaff>().AddScoped<WrittenRound>().AddScoped<SampleAgenda>().AddScoped<SampleMeeting>().AddScoped<SampleOffers>().AddScoped<SampleSubmissions>()
            .AddScoped<SampleCoding>().AddScoped<SampleDraft>();
        var provider = services.BuildServiceProvider();
        return new Rooms(provider, provider.CreateAsyncScope(), clock);
    }

    internal sealed class Rooms(ServiceProvider provider, AsyncServiceScope scope, SeedClock clock) : IAsyncDisposable
    {
        public SeedClock Clock => clock;

        public T Get<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

        public async ValueTask DisposeAsync()
        {
            await scope.DisposeAsync();
            await provider.DisposeAsync();
        }
    }
}
