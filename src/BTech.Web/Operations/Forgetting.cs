using BTech.Record.FollowUp;
using Npgsql;

namespace BTech.Web.Operations;

/// <summary>Before anything is shown or exported: what was withdrawn is withdrawn again, should the database come from an older backup.</summary>
public static class Forgetting
{
    public static async Task AgainAsync(IServiceProvider services, CancellationToken cancel)
    {
        try
        {
            await services.GetRequiredService<Withdrawals>().RestoreAsync(cancel);
        }
        catch (NpgsqlException unready)
        {
            // Not there or not migrated yet, so nothing can be shown either; the job does it as soon as it is.
            services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Forgetting)).LogWarning(unready, "The database does not answer yet; withdrawn inputs are looked after later");
        }
    }
}
