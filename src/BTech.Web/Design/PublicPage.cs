using Microsoft.AspNetCore.OutputCaching;

namespace BTech.Web.Design;

/// <summary>
/// Pages that look the same to everybody are made once a second at most: <c>[OutputCache(PolicyName = PublicPage.Policy)]</c>.
/// The second of the product's clock is part of the key, so a window that opens or closes shows it on the second.
/// </summary>
internal sealed class PublicPage : IOutputCachePolicy
{
    public const string Policy = "public";

    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(1);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var clock = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>();
        context.CacheVaryByRules.QueryKeys = Array.Empty<string>();
        context.CacheVaryByRules.VaryByHost = false;
        context.CacheVaryByRules.VaryByValues["second"] = clock.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        context.ResponseExpirationTimeSpan = Kept;
        // Said as the answer starts: a page longer than the server's buffer has left before the cache is asked for the last time.
        context.HttpContext.Response.OnStarting(static state =>
        {
            var kept = (OutputCacheContext)state;
            var response = kept.HttpContext.Response;
            if (kept.AllowCacheStorage && response.StatusCode == StatusCodes.Status200OK && response.Headers.SetCookie.Count == 0)
                response.Headers.CacheControl = "public, max-age=1";
            return Task.CompletedTask;
        }, context);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;
}
