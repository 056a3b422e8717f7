namespace BTech.Web.Design;

/// <summary>The same strict headers on every answer: pages, errors, files and downloads.</summary>
internal sealed class BrowserHeaders(RequestDelegate next)
{
    public const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; " +
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // Passkeys stay possible for staff; everything else a browser could offer stays off.
    private const string Permissions =
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), " +
        "midi=(), payment=(), usb=(), publickey-credentials-create=(self), publickey-credentials-get=(self), browsing-topics=()";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(static state =>
        {
            var response = (HttpResponse)state;
            var headers = response.Headers;
            var isDocument = response.StatusCode == StatusCodes.Status200OK && response.HttpContext.GetEndpoint()?.Metadata.GetMetadata<DocumentPolicyAttribute>() is not null;
            headers.ContentSecurityPolicy = isDocument ? DocumentPolicyAttribute.ContentSecurityPolicy : ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = Permissions;
            if (response.HttpContext.Request.IsHttps) headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains";
            // Whoever wants an answer kept says so; everything else is personal until proved otherwise.
            if (headers.CacheControl.Count == 0 || response.StatusCode >= 400) headers.CacheControl = "no-store";
            headers.Remove("Pragma");
            headers.Remove("Expires");
            return Task.CompletedTask;
        }, context.Response);
        return next(context);
    }
}
