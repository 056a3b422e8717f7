using System.Net;
using BTech.Web.Settings;

namespace BTech.Web.Design;

/// <summary>
/// The address that a visitor comes from, for the in-memory limiter and nothing else. What X-Forwarded-For says is believed as far
/// as it was written by a proxy of the settings.
/// </summary>
public sealed class VisitorAddress(ProxySettings proxy)
{
    public IPAddress? Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var address = context.Connection.RemoteIpAddress;
        var told = new Stack<string>(context.Request.Headers.GetCommaSeparatedValues("X-Forwarded-For"));
        // Each proxy appends whom it saw, so the newest word stands last.
        while (address is not null && IsProxy(address) && told.TryPop(out var before) && IPAddress.TryParse(before, out var next)) address = next;
        return address;
    }

    private bool IsProxy(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return proxy.Networks.Any(network => network.Contains(plain));
    }
}
