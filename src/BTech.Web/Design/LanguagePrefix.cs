using System.Globalization;
using BTech.Languages;
using BTech.Web.Words;

namespace BTech.Web.Design;

/// <summary>
/// Takes <c>/ar /zh /fr /ru /es</c> from the front of the path to the path base, so that every link made with <c>~/</c> keeps
/// the language. English has no prefix. Only <c>/</c> itself looks at a <c>lang</c> cookie, so every other address always
/// shows the same thing to everybody.
/// </summary>
internal sealed class LanguagePrefix(RequestDelegate next)
{
    public const string Cookie = "lang";

    private static readonly Language[] Prefixed = [.. Language.All.Where(language => language != Language.English)];

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var language = Language.English;
        foreach (var candidate in Prefixed)
        {
            if (!request.Path.StartsWithSegments("/" + candidate.Code, StringComparison.Ordinal, out var rest)) continue;
            language = candidate;
            request.PathBase += "/" + candidate.Code;
            request.Path = rest.HasValue ? rest : "/";
            break;
        }

        if (language == Language.English && request.Path == "/" && HttpMethods.IsGet(request.Method)
            && Prefixed.FirstOrDefault(candidate => candidate.Code == request.Cookies[Cookie]) is { } remembered)
        {
            context.Response.Redirect(request.PathBase + "/" + remembered.Code);
            return Task.CompletedTask;
        }

        CurrentLanguage.Set(context, language);
        CultureInfo.CurrentCulture = Cultures.Of(language);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language.Code);
        return next(context);
    }
}
