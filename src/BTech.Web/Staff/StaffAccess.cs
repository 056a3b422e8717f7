using BTech.Team.Roles;
using BTech.Team.Sessions;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BTech.Web.Staff;

/// <summary>Who may open which page. What is not on a list is closed.</summary>
public static class StaffAccess
{
    /// <summary>Folders and pages that need nobody to be signed in as staff; participants' pages ask for their own cookie themselves.</summary>
    private static readonly string[] OpenFolders = ["/About", "/Consultations", "/Reports", "/Seals", "/Errors", "/FollowUp", "/Reminders", "/Registering"];
    // The offers officer's pages: what carries a name and no comment.
    private static readonly string[] OffersPages = ["/Admin/Offers", "/Admin/Submissions", "/Admin/Annex"];
    // Like the authenticator app, before a second factor is there.
    private static readonly string[] PasskeyPages = ["/Account/Passkeys", "/Account/Passkey", "/Account/AddPasskey"];
    private static readonly string[] OpenPages = ["/Index", "/Account/Login", "/Account/PasskeyLogin", "/Account/Logout", "/Account/SetPassword", "/Account/Forgot"];

    /// <summary>Registers the staff cookie, the policies, and the closed and open folders.</summary>
    public static IServiceCollection AddStaff(this IServiceCollection services)
    {
        services.AddSingleton(provider => new StaffSettings(provider.GetRequiredService<IHostEnvironment>().IsProduction()));
        services.AddScoped<StaffCookie>();
        services.AddAuthentication(StaffPolicies.Scheme).AddCookie(StaffPolicies.Scheme);
        services.AddOptions<CookieAuthenticationOptions>(StaffPolicies.Scheme).Configure<SiteSettings>((options, site) =>
        {
            options.Cookie.Name = site.IsSecure ? "__Host-staff" : "staff";
            options.Cookie.SecurePolicy = site.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.HttpOnly = true;
            options.Cookie.Path = "/";
            options.ExpireTimeSpan = StaffSessions.Longest;
            options.SlidingExpiration = false;
            options.LoginPath = "/account/login";
            options.ReturnUrlParameter = "returnUrl";
            options.EventsType = typeof(StaffCookie);
        });
        // A passkey is for one site: the one at the public address, whatever a request says.
        services.AddOptions<IdentityPasskeyOptions>().Configure<SiteSettings>((options, site) =>
        {
            options.ServerDomain = site.PublicUrl.IdnHost;
            options.ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin && Uri.TryCreate(asked.Origin, UriKind.Absolute, out var origin)
                && (origin.Scheme, origin.IdnHost, origin.Port) == (site.PublicUrl.Scheme, site.PublicUrl.IdnHost, site.PublicUrl.Port));
        });
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder(StaffPolicies.Scheme).AddRequirements(new NobodyRequirement()).Build())
            .AddPolicy(StaffPolicies.Administrator, policy => Roles(policy, StaffRole.Administrator))
            .AddPolicy(StaffPolicies.Moderator, policy => Roles(policy, StaffRole.Moderator))
            .AddPolicy(StaffPolicies.Clearance, policy => Roles(policy, StaffRole.Clearance))
            .AddPolicy(StaffPolicies.Offers, policy => Roles(policy, StaffRole.Offers))
            .AddPolicy(StaffPolicies.Moderation, policy => Roles(policy, StaffRole.Moderator, StaffRole.Clearance))
            .AddPolicy(StaffPolicies.AnyStaff, policy => policy.AddAuthenticationSchemes(StaffPolicies.Scheme).RequireAuthenticatedUser());
        // After the framework has made its own collection of conventions, which would replace ours.
        services.PostConfigure<RazorPagesOptions>(options =>
        {
            foreach (var folder in OpenFolders) options.Conventions.AllowAnonymousToFolder(folder);
            foreach (var page in OpenPages) options.Conventions.AllowAnonymousToPage(page);
            options.Conventions.AuthorizeFolder("/Moderate", StaffPolicies.Moderation);
            options.Conventions.AuthorizePage("/Account/SecondFactor", StaffPolicies.AnyStaff);
            options.Conventions.AuthorizePage("/Account/Index", StaffPolicies.AnyStaff);
            foreach (var page in PasskeyPages) options.Conventions.AuthorizePage(page, StaffPolicies.AnyStaff);
            options.Conventions.AddFolderApplicationModelConvention("/Admin", page => page.EndpointMetadata.Add(
                new AuthorizeAttribute(OffersPages.Any(name => page.ViewEnginePath.StartsWith(name, StringComparison.Ordinal)) ? StaffPolicies.Offers : StaffPolicies.Administrator)));
        });
        return services;
    }

    /// <summary>After routing: who is it, and may they see a rehearsal? Authorization follows later in the pipeline.</summary>
    public static IApplicationBuilder UseStaff(this IApplicationBuilder app) =>
        app.UseAuthentication().UseMiddleware<SecondFactorFirst>().UseMiddleware<RehearsalCurtain>();

    private static void Roles(AuthorizationPolicyBuilder policy, params StaffRole[] roles) => policy
        .AddAuthenticationSchemes(StaffPolicies.Scheme)
        .RequireAuthenticatedUser()
        .RequireRole(roles.Select(role => role.ToString()))
        .RequireAssertion(context => !context.User.HasClaim(StaffPrincipal.SecondFactor, StaffPrincipal.Missing));

    /// <summary>Fulfilled by nobody: an endpoint that is on no list stays shut until somebody decides whose it is.</summary>
    private sealed class NobodyRequirement : AuthorizationHandler<NobodyRequirement>, IAuthorizationRequirement
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, NobodyRequirement requirement) => Task.CompletedTask;
    }
}
