using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Npgsql;

namespace BTech.Web.Design;

/// <summary>
/// Our own page for every refusal and fault, written without a second trip through the pipeline: what broke the request
/// (a database that does not answer, a lost key ring) must not break its error page as well.
/// </summary>
public static class ErrorPage
{
    internal static readonly int[] WithPage = [400, 401, 403, 404, 405, 409, 410, 413, 429, 500, 503];

    internal static ExceptionHandlerOptions ForExceptions() => new()
    {
        AllowStatusCode404Response = true,
        StatusCodeSelector = StatusOf,
        ExceptionHandler = context => WriteAsync(context, context.Response.StatusCode),
    };

    /// <summary>Answers with the page for this status; text that was posted is shown so that it can be copied.</summary>
    public static Task WriteAsync(HttpContext context, int status)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/health")) return Task.CompletedTask;
        context.Response.StatusCode = status;
        if (status is 429 or 503 && context.Response.Headers.RetryAfter.Count == 0)
            context.Response.Headers.RetryAfter = "10";
        return ViewAsync(context, "/Pages/Errors/Error.cshtml", ErrorAnswer.Of(context, status));
    }

    internal static Task ViewAsync(HttpContext context, string view, ErrorAnswer answer)
    {
        var result = new ViewResult
        {
            ViewName = view,
            StatusCode = answer.Status,
            ViewData = new ViewDataDictionary<ErrorAnswer>(
                context.RequestServices.GetRequiredService<IModelMetadataProvider>(), new ModelStateDictionary()) { Model = answer },
        };
        return result.ExecuteResultAsync(new ActionContext(context, new RouteData(), new ActionDescriptor()));
    }

    private static int StatusOf(Exception fault) => fault switch
    {
        BadHttpRequestException refusal => refusal.StatusCode,
        NpgsqlException { IsTransient: true } or TimeoutException => StatusCodes.Status503ServiceUnavailable,
        { InnerException: { } inner } => StatusOf(inner),
        _ => StatusCodes.Status500InternalServerError,
    };
}

/// <summary>What an error page shows.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Reason">Key of the words that say why and what to do.</param>
/// <param name="Kept">What was posted and can be copied.</param>
public sealed record ErrorAnswer(int Status, string Reason, IReadOnlyList<KeptField> Kept)
{
    internal static ErrorAnswer Of(HttpContext context, int status)
    {
        var known = ErrorPage.WithPage.Contains(status) ? status : status < 500 ? 400 : 500;
        // Not allowed looks like not there.
        if (known is 401 or 403) known = 404;
        return new(status, string.Create(CultureInfo.InvariantCulture, $"{known}"), KeptField.Of(context.Request));
    }
}
