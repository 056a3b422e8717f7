using BTech.Web.Design;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace BTech.Web.Pages.Participate;

/// <summary>What cannot be taken any more, shown with the reason so that it can be copied.</summary>
/// <param name="Reason">Second part of the words' key: <c>Kept.{Reason}.Title</c> and <c>.Text</c>.</param>
/// <param name="Status">Status of the answer.</param>
/// <param name="Texts">What was written.</param>
public sealed record KeptWords(string Reason, int Status, IReadOnlyList<KeptField> Texts)
{
    /// <summary>An answer that shows what this request posted.</summary>
    public static ViewResult Answer(HttpContext context, string reason, int status)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Answer(context, new KeptWords(reason, status, KeptField.Of(context.Request)));
    }

    public static ViewResult Answer(HttpContext context, KeptWords words)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(words);
        return new ViewResult
        {
            ViewName = "/Pages/Participate/_Kept.cshtml",
            StatusCode = words.Status,
            ViewData = new ViewDataDictionary<KeptWords>(
                context.RequestServices.GetRequiredService<IModelMetadataProvider>(), new ModelStateDictionary()) { Model = words },
        };
    }
}
