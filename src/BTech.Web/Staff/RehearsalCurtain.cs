using BTech.Agenda.Rehearsing;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BTech.Web.Staff;

/// <summary>
/// Rehearsals are there for staff, and for whoever came with a sample person's link, on the participants' pages alone. For every other request there are
/// none, whatever page is asked, because the agenda does not find them.
/// </summary>
internal sealed class RehearsalCurtain(RequestDelegate next)
{
    private const string ParticipantsPages = "/Participate/";

    public Task InvokeAsync(HttpContext context, RehearsalSight sight)
    {
        var page = context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>();
        if (!IsAdmitted(context) && page?.ViewEnginePath.StartsWith(ParticipantsPages, StringComparison.Ordinal) != true) sight.Hide();
        return next(context);
    }

    private static bool IsAdmitted(HttpContext context) => context.User.IsStaff() && !context.User.HasClaim(StaffPrincipal.SecondFactor, StaffPrincipal.Missing);
}
