using BTech.Record.FollowUp;
using BTech.Web.Crossings.Erasing;
using Npgsql;

namespace BTech.Web.Operations;

/// <summary>Before anything is shown or exported: what was withdrawn or erased is so again, should the database come from an older backup.</summary>
public static class Forgetting
{
    public static async Task AgainAsync(IServiceProvider services, CancellationToken cancel)
    {
        try
        {
            await services.GetRequiredService<Withdrawals>().RestoreAsync(cancel);
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<WindowErasing>().AgainAsync(cancel);
        }
        catch (NpgsqlException unready)
        {
            // Not there or not migrated yet, so nothing can be shown either; the job does it as soon as it is.
            services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Forgetting)).LogWarning(unready, "The database does not answer yet; what was withdrawn or erased is looked after later");
        }
    }
}
