namespace BTech.Web.Design;

/// <summary>An address that matches nothing is 404 for everybody; without this the fallback policy would ask strangers to sign in.</summary>
internal sealed class UnknownAddress(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not null) return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
