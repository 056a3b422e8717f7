using BTech.Languages;

namespace BTech.Web.Settings;

/// <summary>Where the site is reached.</summary>
/// <param name="PublicUrl">Scheme and host of every link, whatever a request says; ends with a slash.</param>
/// <param name="ListensOn">The addresses that the server binds.</param>
public sealed record SiteSettings(Uri PublicUrl, string ListensOn)
{
    public const string DefaultAddress = "http://localhost:5080";

    /// <summary>Where a program on this machine reaches the site.</summary>
    public Uri Local => new(Reachable(ListensOn.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[0]));

    /// <summary>Whether links and cookies are for an encrypted connection.</summary>
    public bool IsSecure => PublicUrl.Scheme == Uri.UriSchemeHttps;

    /// <summary>The address of a page in a language: English has no prefix.</summary>
    /// <param name="language">The language.</param>
    /// <param name="path">The page's path, without the slash before it.</param>
    public Uri AddressOf(Language language, string path)
    {
        ArgumentNullException.ThrowIfNull(language);
        return new Uri(PublicUrl, language == Language.English ? path : $"{language.Code}/{path}");
    }

    public static SiteSettings Read(SettingReader setting, IConfiguration configuration, IHostEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var listensOn = configuration[WebHostDefaults.ServerUrlsKey] is { Length: > 0 } urls ? urls : DefaultAddress;
        foreach (var address in listensOn.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (!Uri.TryCreate(Reachable(address), UriKind.Absolute, out var listening) || !IsWeb(listening))
                throw SettingReader.Refuse("ASPNETCORE_URLS", $"\"{address}\" is not an address to listen on", $"write it as {DefaultAddress}");

        if (setting.Text("Site__PublicUrl") is not { } text)
        {
            if (environment.IsProduction())
                throw SettingReader.Refuse("Site__PublicUrl", "is missing", "in Production give the address at which people reach the site, such as https://consult.example.org");
            text = Reachable(listensOn.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[0]);
        }
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address2) || !IsWeb(address2) || address2.AbsolutePath != "/" || address2.Query.Length > 0 || address2.UserInfo.Length > 0)
            throw SettingReader.Refuse("Site__PublicUrl", $"\"{text}\" is not the address of a site", "give scheme and host only, such as https://consult.example.org");
        if (environment.IsProduction() && address2.Scheme != Uri.UriSchemeHttps)
            throw SettingReader.Refuse("Site__PublicUrl", $"\"{text}\" is not encrypted", "in Production people reach the site by https; the proxy in front may speak http with it");
        return new SiteSettings(address2, listensOn);
    }

    private static bool IsWeb(Uri address) => address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps;

    // "Every interface" is something to bind, not somewhere to go.
    private static string Reachable(string address) => address
        .Replace("://+", "://localhost", StringComparison.Ordinal)
        .Replace("://*", "://localhost", StringComparison.Ordinal)
        .Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal)
        .Replace("://[::]", "://localhost", StringComparison.Ordinal);
}
