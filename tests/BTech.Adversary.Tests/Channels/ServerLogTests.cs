using BTech.Adversary.Tests.Scenarios;
using BTech.Testing;
using BTech.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace BTech.Adversary.Tests.Channels;

/// <summary>
/// Nothing of a row, a key or a statement reaches the database's log or the site's, even when a constraint is violated or a query is slow. What
/// a server writes down by default is written down once on purpose, so that the silence is not that of a log nobody looked at.
/// </summary>
public sealed class ServerLogTests
{
    private const string Loud = "SET log_min_messages = warning; SET log_error_verbosity = default; SET log_min_error_statement = error; SET log_min_duration_statement = 0";

    // The product's settings, but for the level: the local server logs what is fatal only, others log errors as well.
    private const string Quiet = "SET log_min_messages = warning";

    private readonly string _marker = $"ZQ{Guid.NewGuid():N}QZ";

    [Theory]
    [Invariant(10)]
    [LeakChannel(13, 14)]
    [InlineData("unique", "INSERT INTO {0} VALUES (1, '{1}')", PostgresErrorCodes.UniqueViolation)]
    [InlineData("check", "INSERT INTO {0} VALUES (2, '{1} and more than may be')", PostgresErrorCodes.CheckViolation)]
    [InlineData("null", "INSERT INTO {0} VALUES (3, NULL, NULL, '{1}')", PostgresErrorCodes.NotNullViolation)]
    [InlineData("length", "INSERT INTO {0} VALUES (4, 'short', '{1} in a narrow column')", PostgresErrorCodes.StringDataRightTruncation)]
    [InlineData("syntax", "INSERT INTO {0} VALUES (5, '{1}'", PostgresErrorCodes.SyntaxError)]
    [InlineData("slow", "SELECT pg_sleep({2}), '{1}' FROM {0}", null)]
    public async Task Log_ViolationOrSlowQuery_HoldsNothingOfIt(string name, string statement, string? error)
    {
        await using var host = await TestHost.StartAsync();
        await using var connection = new NpgsqlConnection(host.Database.Superuser);
        await connection.OpenAsync(Cancel);
        var log = await LogAsync(connection);
        if (log is null) Assert.Skip("The server's log is not on this computer.");
        var table = $"planted_{name}";
        await ExecuteAsync(connection, $"CREATE TABLE {table} (id int PRIMARY KEY, word text NOT NULL CHECK (length(word) < 40), narrow varchar(8), other text); INSERT INTO {table} VALUES (1, '{_marker}')");
        var sql = statement.Replace("{0}", table, StringComparison.Ordinal).Replace("{1}", _marker, StringComparison.Ordinal).Replace("{2}", ScenarioSize.IsFull ? "5" : "0.01", StringComparison.Ordinal);

        await ExecuteAsync(connection, Quiet);
        Assert.Equal(error, await TryAsync(connection, sql));
        // Prepared, with the value as a parameter, as the product asks.
        Assert.Equal(PostgresErrorCodes.UniqueViolation, await TryAsync(connection, $"INSERT INTO {table} VALUES (1, $1)", _marker[..30]));
        Assert.DoesNotContain(_marker[..30], await ReadAsync(log), StringComparison.Ordinal);

        await ExecuteAsync(connection, Loud);
        Assert.Equal(error, await TryAsync(connection, sql));
        Assert.Contains(_marker, await ReadAsync(log), StringComparison.Ordinal);
    }

    [Fact]
    [Invariant(10)]
    [LeakChannel(13, 22)]
    public async Task Libraries_AnErrorOnTheRecordSide_QuoteNeitherRowNorParameter()
    {
        IServiceCollection? registered = null;
        await using var host = await TestHost.StartAsync(services: services => registered = services);
        foreach (var name in new[] { "agenda", "team", "people", "record" })
        {
            var settings = new NpgsqlConnectionStringBuilder(host.Services.GetRequiredKeyedService<NpgsqlDataSource>(name).ConnectionString);
            Assert.False(settings.IncludeErrorDetail || settings.LogParameters, name);
        }
        var contexts = registered!.Select(service => service.ServiceType).Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(DbContextOptions<>)).Distinct().ToList();
        Assert.Equal(4, contexts.Count);
        await using var scope = host.Services.CreateAsyncScope();
        foreach (var context in contexts)
        {
            var options = ((DbContextOptions)scope.ServiceProvider.GetRequiredService(context)).FindExtension<CoreOptionsExtension>()!;
            Assert.False(options.IsSensitiveDataLoggingEnabled || options.DetailedErrorsEnabled, context.ToString());
        }

        var people = await InvitedPeople.OpenAsync(host, 2, ["companies"]);
        var tag = (await people.OwnersOfTagsAsync()).Keys.First();
        var violation = await Assert.ThrowsAsync<PostgresException>(async () =>
        {
            await using var twice = host.Services.GetRequiredKeyedService<NpgsqlDataSource>("record").CreateCommand($@"INSERT INTO record.box VALUES ('{people.Window}', '\x{tag}', '\x00')");
            await twice.ExecuteNonQueryAsync(Cancel);
        });
        Assert.Equal(PostgresErrorCodes.UniqueViolation, violation.SqlState);
        Assert.DoesNotContain(tag, violation.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(tag[..16], violation.Detail ?? "", StringComparison.OrdinalIgnoreCase);
        // The same without the product's settings quotes the key.
        await using var careless = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(host.Database.Record) { IncludeErrorDetail = true });
        await using var again = careless.CreateCommand($@"INSERT INTO record.box VALUES ('{people.Window}', '\x{tag}', '\x00')");
        var told = await Assert.ThrowsAsync<PostgresException>(() => again.ExecuteNonQueryAsync(Cancel));
        Assert.Contains(tag, told.Detail!, StringComparison.OrdinalIgnoreCase);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Where the local server writes: beside its data. A server elsewhere writes to where its container or its system keeps logs.</summary>
    private static async Task<string?> LogAsync(NpgsqlConnection connection)
    {
        await using var ask = new NpgsqlCommand("SHOW data_directory", connection);
        var log = Path.Combine(Path.GetDirectoryName((string)(await ask.ExecuteScalarAsync(Cancel))!)!, "server.log");
        return File.Exists(log) ? log : null;
    }

    private static async Task<string> ReadAsync(string log)
    {
        await using var file = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file);
        return await reader.ReadToEndAsync(Cancel);
    }

    private static async Task<string?> TryAsync(NpgsqlConnection connection, string sql, string? parameter = null)
    {
        try
        {
            await using var command = new NpgsqlCommand(sql, connection);
            if (parameter is not null) command.Parameters.Add(new() { Value = parameter });
            await command.ExecuteNonQueryAsync(Cancel);
            return null;
        }
        catch (PostgresException refused)
        {
            return refused.SqlState;
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
