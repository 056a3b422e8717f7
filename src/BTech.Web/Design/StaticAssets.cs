namespace BTech.Web.Design;

/// <summary>Style sheet, scripts, fonts: an address with a version may be kept for a year, any other for an hour.</summary>
internal static class StaticAssets
{
    public static StaticFileOptions Options() => new()
    {
        OnPrepareResponse = file =>
            file.Context.Response.Headers.CacheControl = file.Context.Request.Query.ContainsKey("v") || file.Context.Request.Path.StartsWithSegments("/fonts")
                ? "public, max-age=31536000, immutable"
                : "public, max-age=3600",
    };
}
