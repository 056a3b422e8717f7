using System.Reflection;
using BTech.Team.Audit;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace BTech.Web.Pages.Moderate;

/// <summary>
/// Writes what the project team did into the audit: who, what and in which round or report. Never which input, which theme or which words: an
/// administrator reads the audit, and it is to hold nothing by which a line could be laid beside a text. A form that was refused did nothing and
/// leaves no line; one that succeeded leads on to another page.
/// </summary>
public sealed class TeamActs(ReadersDesk desk, AuditTrail audit) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var done = await next();
        var act = context.HandlerMethod?.MethodInfo.GetCustomAttribute<AuditedAttribute>()?.Act;
        if (string.IsNullOrEmpty(act) || done.Exception is not null || done.Result is not (RedirectResult or LocalRedirectResult or RedirectToPageResult) or NothingDone) return;
        // The act is done: a reader who has gone meanwhile does not keep its line from being written.
        await audit.AddAsync(context.HttpContext.User.StaffId(), act, desk.Opened, CancellationToken.None);
    }
}
