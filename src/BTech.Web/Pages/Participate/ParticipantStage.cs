using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Web.Design;
using BTech.Web.Pages.Admin.Windows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Options;

namespace BTech.Web.Pages.Participate;

/// <summary>
/// Shows a participants' page to somebody who has not come through the entrance: the very page, with the visit of somebody made up. It is only
/// ever asked to show; what the page would do with a form is out of its reach.
/// </summary>
public sealed class ParticipantStage(
    IActionDescriptorCollectionProvider pages, PageLoader loader, IPageFactoryProvider factories, IModelMetadataProvider metadata, ITempDataDictionaryFactory tempData,
    IOptions<MvcViewOptions> options)
{
    /// <summary>
    /// The answer that shows the page at a participants' address, given without <c>/participate/</c>; <c>link</c> stands for a personal link.
    /// Nothing for an address that a visit of somebody made up does not have.
    /// </summary>
    public async Task<IActionResult?> ShowAsync(ActionContext context, string address, Visit visit, PreviewBanner banner, string? form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(visit);
        if (visit.Moment is not { } moment || !moment.Has(address)) return null;
        return address.Split('/') switch
        {
            ["link"] => await ShowAsync<LinkModel>("Link", page => { page.Preview(visit); return Shown; }),
            [""] => await ShowAsync<IndexModel>("Index", async page => { page.Preview(visit); await page.OnGetAsync(cancel); return page.Page(); }),
            ["rule"] => await ShowAsync<RuleModel>("Rule", page => { page.Preview(visit); return page.OnGetAsync(cancel); }),
            ["focus-areas", var number] when Number(number) is { } area =>
                await ShowAsync<FocusAreaModel>("FocusArea", page => { page.Preview(visit); page.Number = area; return page.OnGetAsync(cancel); }),
            ["focus-areas", var number, "resources", var id] when Number(number) is { } area && Guid.TryParse(id, out var item) =>
                await ShowAsync<ResourceModel>("Resource", page => { page.Preview(visit); (page.Number, page.Item) = (area, item); return Task.FromResult(page.OnGet()); }),
            ["focus-areas", var number, "dilemmas", var id] when Number(number) is { } area && Guid.TryParse(id, out var item) =>
                await ShowAsync<DilemmaModel>("Dilemma", page => { page.Preview(visit); (page.Number, page.Item) = (area, item); return Task.FromResult(page.OnGet()); }),
            ["paragraphs", var number] when Number(number) is { } paragraph =>
                await ShowAsync<ParagraphModel>("Paragraph", page => { page.Preview(visit); page.Number = paragraph; return page.OnGetAsync(cancel); }),
            ["overall"] => await ShowAsync<OverallModel>("Overall", async page => { page.Preview(visit); await page.OnGetAsync(cancel); return page.Page(); }),
            ["check"] => await ShowAsync<CheckModel>("Check", async page => { page.Preview(visit); await page.OnGetAsync(cancel); return page.Page(); }),
            ["withdraw"] => await ShowAsync<WithdrawModel>("Withdraw", page => { page.Preview(visit); return Task.FromResult(page.OnGet()); }),
            ["copy"] => await ShowAsync<CopyModel>("Copy", page => { page.Preview(visit); return Task.FromResult(page.OnGet(null)); }),
            ["questions"] => await ShowAsync<QuestionsModel>("Questions", page => { page.Preview(visit); return page.OnGetAsync(form, cancel); }),
            ["you"] => await ShowAsync<YouModel>("You", async page => { page.Preview(visit); await page.OnGetAsync(cancel); return page.Page(); }),
            ["offers"] => await ShowAsync<OffersModel>("Offers", async page => { page.Preview(visit); await page.OnGetAsync(cancel); return page.Page(); }),
            ["on-record"] => await ShowAsync<OnRecordModel>("OnRecord", async page => { page.Preview(visit); await page.OnGetAsync(false, cancel); return page.Page(); }),
            _ => null,
        };

        async Task<IActionResult> ShowAsync<TModel>(string name, Func<TModel, Task<IActionResult>> show) where TModel : PageModel
        {
            var model = ActivatorUtilities.CreateInstance<TModel>(context.HttpContext.RequestServices);
            var page = await PageAsync(context, $"/Participate/{name}", model);
            page.ViewData[PreviewBanner.Key] = banner;
            model.PageContext = page;
            return await show(model) is var answer && answer is PageResult ? new Staged(() => Result(page)) : answer;
        }
    }

    private static Task<IActionResult> Shown => Task.FromResult<IActionResult>(new PageResult());

    private static int? Number(string text) => int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    // What the framework makes when it calls the page itself, so that the page finds its parts beside it.
    private async Task<PageContext> PageAsync<TModel>(ActionContext context, string path, TModel model) where TModel : PageModel
    {
        var descriptor = await loader.LoadAsync(
            pages.ActionDescriptors.Items.OfType<PageActionDescriptor>().Single(page => page.ViewEnginePath == path), EndpointMetadataCollection.Empty);
        var route = new RouteData(context.RouteData);
        route.Values["page"] = path;
        return new PageContext(new ActionContext(context.HttpContext, route, descriptor))
        {
            ActionDescriptor = descriptor,
            ViewData = new ViewDataDictionary<TModel>(metadata, new ModelStateDictionary()) { Model = model },
            ValueProviderFactories = [],
            ViewStartFactories = [],
        };
    }

    private PageResult Result(PageContext context)
    {
        var view = new ViewContext(context, Nothing.Yet, context.ViewData, tempData.GetTempData(context.HttpContext), TextWriter.Null, options.Value.HtmlHelperOptions)
        {
            ExecutingFilePath = context.ActionDescriptor.RelativePath,
        };
        var page = (PageBase)factories.CreatePageFactory(context.ActionDescriptor)(context, view);
        page.Layout = "/Pages/Shared/_Layout.cshtml";
        return new PageResult { Page = page, ViewData = context.ViewData };
    }

    private sealed class Staged(Func<PageResult> result) : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context)
        {
            var page = result();
            return page.ExecuteResultAsync(page.Page.PageContext);
        }
    }

    private sealed class Nothing : IView
    {
        public static Nothing Yet { get; } = new();

        public string Path => string.Empty;

        public Task RenderAsync(ViewContext context) => Task.CompletedTask;
    }
}
