using System.Text.Unicode;
using BTech.Web.Settings;
using BTech.Web.Words;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace BTech.Web.Design;

/// <summary>What every page stands on: languages, headers, error pages, forms that lose nothing.</summary>
public static class Foundation
{
    /// <summary>Registers Razor Pages with the house's forms, words and caches.</summary>
    public static IServiceCollection AddFoundation(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddAuthentication();
        services.AddSingleton<LocalTime>();
        services.AddRazorPages(options =>
            {
                // Each published version keeps an address of its own beside that of the newest.
                options.Conventions.AddPageRoute("/Reports/Report", "/reports/{number:int:min(1)}/v{version:int:min(1)}");
                options.Conventions.AddPageRoute("/Reports/Download", "/reports/{number:int:min(1)}/v{version:int:min(1)}.{format:alpha}");
            })
            .AddMvcOptions(options =>
            {
                options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
                options.Filters.Add(new RefusedInput());
                options.Filters.Add(new KeptTextFilter());
            });
        services.AddSingleton<IConfigureOptions<Microsoft.AspNetCore.Mvc.MvcOptions>, BindingMessages>();
        services.AddSingleton<Microsoft.AspNetCore.Authorization.IAuthorizationMiddlewareResultHandler, KeptTextOnChallenge>();

        // Arabic, Chinese and Russian pages would be several times as long with every letter as a number.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(UnicodeRanges.All));

        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<SiteSettings>((options, site) =>
        {
            options.Cookie.Name = site.IsSecure ? "__Host-form" : "form";
            options.Cookie.SecurePolicy = site.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.Path = "/";
            options.SuppressXFrameOptionsHeader = true;
        });

        // The style sheet and the scripts only. Compressing a page that holds a secret beside what a stranger can choose gives the secret away by its length.
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/css", "text/javascript", "image/svg+xml"];
        });
        services.AddOutputCache(options => options.AddPolicy(PublicPage.Policy, policy => policy.AddPolicy<PublicPage>()));
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        services.Configure<KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = FormGate.LargestForm;
            options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        services.Configure<FormOptions>(options =>
        {
            options.ValueLengthLimit = (int)FormGate.LargestForm;
            options.ValueCountLimit = 2000;
        });
        return services;
    }

    /// <summary>First part, before routing: headers, host, language, error pages, static files.</summary>
    public static IApplicationBuilder UseFoundation(this IApplicationBuilder app)
    {
        app.UseMiddleware<BrowserHeaders>();
        app.UseMiddleware<SiteAddress>();
        app.UseMiddleware<LanguagePrefix>();
        app.UseExceptionHandler(ErrorPage.ForExceptions());
        app.UseStatusCodePages(context => ErrorPage.WriteAsync(context.HttpContext, context.HttpContext.Response.StatusCode));
        app.UseMiddleware<AllowedMethods>();
        app.UseResponseCompression();
        app.UseStaticFiles(StaticAssets.Options());
        return app;
    }

    /// <summary>Second part, after routing and authentication, before authorization: unknown addresses, public pages' cache, form limits.</summary>
    public static IApplicationBuilder UseFoundationAfterRouting(this IApplicationBuilder app)
    {
        app.UseMiddleware<UnknownAddress>();
        app.UseOutputCache();
        app.UseMiddleware<FormGate>();
        return app;
    }
}
