using BTech.Web.Settings;

namespace BTech.Web.Design;

/// <summary>
/// The site's own address from the settings decides scheme and host of every request, so that a forged Host or
/// X-Forwarded header changes nothing and cookies know that the proxy in front speaks HTTPS.
/// </summary>
internal sealed class SiteAddress(RequestDelegate next, SiteSettings site)
{
    private readonly HostString _host = site.PublicUrl.IsDefaultPort
        ? new HostString(site.PublicUrl.Host)
        : new HostString(site.PublicUrl.Host, site.PublicUrl.Port);

    public Task InvokeAsync(HttpContext context)
    {
        context.Request.Scheme = site.PublicUrl.Scheme;
        context.Request.Host = _host;
        return next(context);
    }
}
