using BTech.Web.Settings;

namespace BTech.Web.Staff;

/// <summary>Where a second factor is required, whoever has none is led to setting it up, whatever page they ask for.</summary>
internal sealed class SecondFactorFirst(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method) && context.User.HasClaim(StaffPrincipal.SecondFactor, StaffPrincipal.Missing)
            && (context.Request.Path.StartsWithSegments("/admin") || context.Request.Path.StartsWithSegments("/moderate")))
        {
            context.Response.Redirect($"{context.Request.PathBase}/account/second-factor");
            return Task.CompletedTask;
        }
        return next(context);
    }
}
