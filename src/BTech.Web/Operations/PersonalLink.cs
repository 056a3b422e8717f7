using BTech.Languages;
using BTech.Web.Settings;

namespace BTech.Web.Operations;

/// <summary>The address of a personal link in the person's language.</summary>
internal static class PersonalLink
{
    public static string Address(SiteSettings site, Language language, string code) =>
        new Uri(site.PublicUrl, (language == Language.English ? "" : language.Code + "/") + "participate/" + code).ToString();
}
