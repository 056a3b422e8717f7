using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace BTech.Web.Design;

/// <summary>
/// A form that can no longer be taken – its token does not match, the session is over, the key ring was lost – is answered
/// with everything that was typed, ready to be copied, and the way on.
/// </summary>
public sealed class KeptText : IActionResult
{
    /// <inheritdoc />
    public Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return WriteAsync(context.HttpContext);
    }

    internal static Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return ErrorPage.ViewAsync(context, "/Pages/Errors/Error.cshtml",
            new ErrorAnswer(StatusCodes.Status400BadRequest, "Form", KeptField.Of(context.Request)));
    }
}

/// <summary>Replaces the framework's empty answer to a form whose antiforgery token does not hold.</summary>
internal sealed class KeptTextFilter : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult) context.Result = new KeptText();
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}

/// <summary>Somebody whose session ended while they wrote gets the text back, not a sign-in page that swallowed it.</summary>
internal sealed class KeptTextOnChallenge : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _usual = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        ArgumentNullException.ThrowIfNull(authorizeResult);
        if (authorizeResult.Challenged && KeptField.Of(context.Request).Count > 0) return KeptText.WriteAsync(context);
        if (authorizeResult.Forbidden)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        return _usual.HandleAsync(next, context, policy, authorizeResult);
    }
}
