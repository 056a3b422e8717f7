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
/// <param name="reason">Which of the error page's texts says what happened.</param>
/// <param name="status">The status of the answer.</param>
public sealed class KeptText(string reason = "Form", int status = StatusCodes.Status400BadRequest) : IActionResult
{
    /// <inheritdoc />
    public Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return WriteAsync(context.HttpContext, reason, status);
    }

    internal static Task WriteAsync(HttpContext context, string reason = "Form", int status = StatusCodes.Status400BadRequest)
    {
        context.Response.StatusCode = status;
        return ErrorPage.ViewAsync(context, "/Pages/Errors/Error.cshtml", new ErrorAnswer(status, reason, KeptField.Of(context.Request)));
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
