using System.Net;
using BTech.Web.Design;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Http;

namespace BTech.Web.Tests.Settings;

public sealed class VisitorAddressTests
{
    [Theory]
    [InlineData("203.0.113.9", null, "203.0.113.9")]
    [InlineData("203.0.113.9", "198.51.100.1", "203.0.113.9")]
    [InlineData("10.0.0.2", "198.51.100.1", "198.51.100.1")]
    [InlineData("::ffff:10.0.0.2", "198.51.100.1", "198.51.100.1")]
    [InlineData("10.0.0.2", "192.0.2.66, 198.51.100.1", "198.51.100.1")]
    [InlineData("10.0.0.2", "192.0.2.66, 198.51.100.1, 10.0.0.3", "198.51.100.1")]
    [InlineData("10.0.0.2", "nonsense", "10.0.0.2")]
    [InlineData("10.0.0.2", null, "10.0.0.2")]
    public void Of_ForwardedFor_IsBelievedAsFarAsAProxyWroteIt(string connection, string? told, string expected)
    {
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(connection) } };
        if (told is not null) context.Request.Headers["X-Forwarded-For"] = told;

        Assert.Equal(IPAddress.Parse(expected), new VisitorAddress(new ProxySettings([IPNetwork.Parse("10.0.0.0/8")])).Of(context));
    }
}
