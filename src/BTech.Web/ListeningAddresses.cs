using System.Net;
using System.Net.Sockets;
using BTech.Web.Settings;

namespace BTech.Web;

/// <summary>Whether the addresses to listen on are free, asked before anything is started or loaded.</summary>
public static class ListeningAddresses
{
    /// <summary>Says in one sentence that an address is taken, and what to do.</summary>
    public static void RefuseTaken(SiteSettings site)
    {
        ArgumentNullException.ThrowIfNull(site);
        foreach (var address in site.ListensOn.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var place = BindingAddress.Parse(address);
            if (place.Port == 0 || place.IsUnixPipe || place.IsNamedPipe) continue;
            if (IsTaken(new IPEndPoint(Local(place.Host), place.Port))) throw Taken(address);
        }
    }

    public static StartRefusedException Taken(string address, Exception? cause = null) => SettingReader.Refuse(
        "ASPNETCORE_URLS", $"{address} is in use by another program", "stop that program, or start with another port, such as ASPNETCORE_URLS=http://localhost:5081", cause);

    private static IPAddress Local(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback
        // "+", "*" and names stand for every interface.
        : IPAddress.TryParse(host.Trim('[', ']'), out var address) ? address : IPAddress.Any;

    private static bool IsTaken(IPEndPoint place)
    {
        using var probe = new Socket(place.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            // As Kestrel binds: an address whose last connections are still winding down is free.
            if (!OperatingSystem.IsWindows()) probe.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            probe.Bind(place);
            return false;
        }
        catch (SocketException refusal)
        {
            return refusal.SocketErrorCode == SocketError.AddressAlreadyInUse;
        }
    }
}
