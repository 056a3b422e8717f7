using MimeKit;

namespace BTech.Web.Settings;

/// <summary>Outgoing mail; without a host, letters are written as files to pick up.</summary>
public sealed record MailSettings(string? Host, int Port, string? User, string? Password, string From)
{
    public const string DefaultFrom = "B-Tech Consultation <no-reply@localhost>";

    public static MailSettings Read(SettingReader setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var host = setting.Text("Mail__Host");
        if (host is not null && Uri.CheckHostName(host) == UriHostNameType.Unknown)
            throw SettingReader.Refuse("Mail__Host", $"\"{host}\" is not the name of a host", "give the mail server's name alone, such as mail.example.org");
        var port = setting.Number("Mail__Port", 1, 65535) ?? 587;
        var user = setting.Text("Mail__User");
        var password = setting.Text("Mail__Password");
        if (user is null != password is null)
            throw SettingReader.Refuse(user is null ? "Mail__User" : "Mail__Password", "is missing while its counterpart is given", "give both or neither");
        var from = setting.Text("Mail__From");
        if (from is null && host is not null)
            throw SettingReader.Refuse("Mail__From", "is missing", "give the address from which letters are sent");
        if (from is not null && (!MailboxAddress.TryParse(from, out var mailbox) || !mailbox.Address.Contains('@', StringComparison.Ordinal)))
            throw SettingReader.Refuse("Mail__From", $"\"{from}\" is not a mail address", "write it as name@example.org or Name <name@example.org>");
        return new MailSettings(host, port, user, password, from ?? DefaultFrom);
    }
}
