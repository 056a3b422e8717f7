using BTech.Agenda.Windows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace BTech.Web.Pages.Participate;

/// <summary>What was stored in the late-sending minutes, with the one button that is left: send.</summary>
/// <param name="Entry">The hidden field of the form that was opened in time.</param>
/// <param name="PageId">The page that stored it.</param>
/// <param name="SendWhatIsThere">The tick, as it stands.</param>
/// <param name="Window">The window.</param>
public sealed record LateSend(string Entry, string PageId, bool SendWhatIsThere, CommentWindow Window)
{
    /// <summary>Until when it can be sent.</summary>
    public DateTimeOffset Until => Window.ClosesAt.AddMinutes(Window.LateSendingMinutes);

    public static ViewResult Answer(HttpContext context, LateSend late)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new ViewResult
        {
            ViewName = "/Pages/Participate/_LateSend.cshtml",
            ViewData = new ViewDataDictionary<LateSend>(
                context.RequestServices.GetRequiredService<IModelMetadataProvider>(), new ModelStateDictionary()) { Model = late },
        };
    }
}
