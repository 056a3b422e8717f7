using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BTech.Web.Design;

/// <summary>A page shown again because of what was posted answers 400, so that scripts and tests see the refusal too.</summary>
internal sealed class RefusedInput : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is PageResult { StatusCode: null } page && HttpMethods.IsPost(context.HttpContext.Request.Method)
            && !context.ModelState.IsValid && context.HttpContext.Response.StatusCode == StatusCodes.Status200OK)
            page.StatusCode = StatusCodes.Status400BadRequest;
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
