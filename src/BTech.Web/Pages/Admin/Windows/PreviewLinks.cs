using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;

namespace BTech.Web.Pages.Admin.Windows;

/// <summary>Addresses on the pages of a preview: those of the participants' area lead to the preview of it, all others where they lead.</summary>
internal sealed class PreviewLinks(IUrlHelper usual, string preview) : IUrlHelper
{
    private const string Area = "~/participate";

    public ActionContext ActionContext => usual.ActionContext;

    /// <summary>From now on the pages of this request are shown with such addresses.</summary>
    public static void Use(IUrlHelper usual, string preview) => usual.ActionContext.HttpContext.Items[typeof(IUrlHelper)] = new PreviewLinks(usual, preview);

    [return: NotNullIfNotNull(nameof(contentPath))]
    public string? Content(string? contentPath) =>
        usual.Content(contentPath is not null && contentPath.StartsWith(Area, StringComparison.Ordinal) ? preview + contentPath[1..] : contentPath);

    public string? Action(UrlActionContext actionContext) => usual.Action(actionContext);

    public bool IsLocalUrl([NotNullWhen(true)] string? url) => usual.IsLocalUrl(url);

    public string? Link(string? routeName, object? values) => usual.Link(routeName, values);

    public string? RouteUrl(UrlRouteContext routeContext) => usual.RouteUrl(routeContext);
}
