using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace BTech.Web.Health;

/// <summary>Ready means: every module's database answers, and this node's clock agrees with PostgreSQL's to two seconds.</summary>
public sealed class DatabasesReady(IServiceProvider services, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        foreach (var schema in Modules.Schemas)
        {
            var source = services.GetRequiredKeyedService<NpgsqlDataSource>(schema);
            try
            {
                await using var command = source.CreateCommand("SELECT clock_timestamp()");
                command.CommandTimeout = 3;
                var before = clock.GetUtcNow();
                var theirs = new DateTimeOffset((DateTime)(await command.ExecuteScalarAsync(cancellationToken))!);
                var after = clock.GetUtcNow();
                // The answer took a while; only what lies outside that while is a difference.
                if (theirs < before - Tolerance || theirs > after + Tolerance)
                    return HealthCheckResult.Unhealthy($"The clock differs from that of the database of {schema}.");
            }
            catch (Exception cause) when (cause is NpgsqlException or TimeoutException or InvalidOperationException)
            {
                return HealthCheckResult.Unhealthy($"The database of {schema} does not answer.", cause);
            }
        }
        return HealthCheckResult.Healthy();
    }
}
