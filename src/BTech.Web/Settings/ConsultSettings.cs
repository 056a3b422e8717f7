namespace BTech.Web.Settings;

/// <summary>Every setting of the product, read and checked once at start; the first bad one stops the start.</summary>
public sealed record ConsultSettings(
    DataSettings Data,
    KeySettings Keys,
    CopySettings Copies,
    DatabaseSettings Databases,
    SiteSettings Site,
    MailSettings Mail,
    ProxySettings Proxy,
    DemoSettings Demo)
{
    public static ConsultSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var setting = new SettingReader(configuration);
        // Cheap and pure checks first, so that a typing mistake is told before any folder is made.
        var databases = DatabaseSettings.Read(setting, environment);
        var site = SiteSettings.Read(setting, configuration, environment);
        var mail = MailSettings.Read(setting);
        var proxy = ProxySettings.Read(setting);
        var demo = DemoSettings.Read(setting, environment);
        var data = DataSettings.Read(setting, environment);
        return new ConsultSettings(data, KeySettings.Read(setting, data), CopySettings.Read(setting), databases, site, mail, proxy, demo);
    }
}
