using System.Net;

namespace BTech.Web.Settings;

/// <summary>The proxies whose word about a visitor's address is believed, by the in-memory rate limiter only.</summary>
public sealed record ProxySettings(IReadOnlyList<IPNetwork> Networks)
{
    public static ProxySettings Read(SettingReader setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var networks = new List<IPNetwork>();
        foreach (var text in (setting.Text("Proxy__Networks") ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (IPNetwork.TryParse(text, out var network)) networks.Add(network);
            else if (IPAddress.TryParse(text, out var address)) networks.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            else throw SettingReader.Refuse("Proxy__Networks", $"\"{text}\" is not a network", "write networks as 10.0.0.0/8, separated by commas");
        }
        return new ProxySettings(networks);
    }
}
