using BTech.Web.Design;

namespace BTech.Web.Pages.FollowUp;

public static class FollowUpPages
{
    /// <summary>What the follow-up page needs beside Record.</summary>
    public static IServiceCollection AddFollowUp(this IServiceCollection services) => services.AddSingleton<FollowUpThrottle>().AddSingleton<VisitorAddress>();
}
