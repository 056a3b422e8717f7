using BTech.Languages.Coach;
using BTech.Web.Crossings;
using BTech.Web.Mail;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BTech.Web.Pages.Participate;

/// <summary>Registers the participants' area: its cookie, its policy, and which of its pages stand outside the entrance.</summary>
public static class Participation
{
    public const string Policy = "Participant";

    public static IServiceCollection AddParticipation(this IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ParticipantCookie>(ParticipantEntry.Scheme, null);
        services.AddAuthorizationBuilder().AddPolicy(Policy, new AuthorizationPolicyBuilder(ParticipantEntry.Scheme).RequireAuthenticatedUser().Build());
        services.AddSingleton<FormOfEntry>();
        services.AddSingleton<EntryForm>();
        services.AddSingleton<PassphraseThrottle>();
        services.AddScoped<Entrance>();
        services.AddSingleton(Gazetteer.Shipped);
        services.AddSingleton<SelfIdentification>();
        services.AddScoped<Coaching>();
        services.AddScoped<MadeUpPerson>();
        services.AddScoped<ParticipantStage>();
        services.AddScoped<OwnCopy>();
        services.AddScoped<QuestionForms>();
        services.AddScoped<InvitationLetters>();
        // After the framework, which replaces the list of conventions when it first configures its pages.
        services.PostConfigure<RazorPagesOptions>(pages =>
        {
            pages.Conventions.AuthorizeFolder("/Participate", Policy);
            pages.Conventions.AllowAnonymousToPage("/Participate/Link");
            pages.Conventions.AllowAnonymousToPage("/Participate/Enter");
            pages.Conventions.AllowAnonymousToPage("/Participate/LostLink");
        });
        return services;
    }
}
