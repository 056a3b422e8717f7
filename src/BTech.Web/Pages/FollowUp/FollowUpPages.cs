using BTech.Web.Design;

namespace BTech.Web.Pages.FollowUp;

public static class FollowUpPages
{
    /// <summary>What the pages of those who come with a code alone need beside Record.</summary>
    public static IServiceCollection AddFollowUp(this IServiceCollection services) => services.AddSingleton<FollowUpThrottle>().AddSingleton<Consultations.AnswerThrottle>().AddSingleton<VisitorAddress>();
}
