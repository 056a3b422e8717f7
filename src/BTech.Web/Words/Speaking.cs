using System.Globalization;
using BTech.Languages;

namespace BTech.Web.Words;

/// <summary>For the length of a <c>using</c>, words and dates come out in one language, whatever language the request is in: letters need that.</summary>
internal sealed class Speaking : IDisposable
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo _uiCulture = CultureInfo.CurrentUICulture;

    private Speaking(Language language) =>
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (Cultures.Of(language), CultureInfo.GetCultureInfo(language.Code));

    public static Speaking In(Language language) => new(language);

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (_culture, _uiCulture);
}
