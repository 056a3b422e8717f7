using System.Text.Json;
using BTech.Testing;
using BTech.Web.Logging;
using BTech.Web.Tests.Starting;
using Serilog;
using Serilog.Context;
using Serilog.Formatting.Compact;

namespace BTech.Web.Tests.Logging;

public sealed class DiscreetSinkTests
{
    private const string Marker = "zxqvmarker";

    [Theory]
    [Invariant(11)]
    [InlineData(true, "/participate/focus-areas/1", false)]
    [InlineData(true, "/ar/Follow-Up", false)]
    [InlineData(true, "/admin", true)]
    [InlineData(false, "/admin", false)]
    public void Emit_ExceptionThatQuotesSomebody_ShowsItsMessageOnlyToDevelopersOutsideThePrivateAreas(bool isDevelopment, string path, bool shown)
    {
        var line = Written(isDevelopment, path, log => log.Error(new InvalidOperationException($"cannot store {Marker}"), "Failed"));

        Assert.Equal(shown, line.Contains(Marker, StringComparison.Ordinal));
        Assert.Contains("System.InvalidOperationException", line, StringComparison.Ordinal);
        Assert.DoesNotContain(path, line, StringComparison.Ordinal);
    }

    [Theory]
    [Invariant(11)]
    [LeakChannel(21)]
    [InlineData("/participate/questions", true)]
    [InlineData("/ar/participate", true)]
    [InlineData("/follow-up", true)]
    [InlineData("/admin", false)]
    public void Emit_WhatIsNoFault_IsNotWrittenWhereItsTimeWouldTellThatSomebodyWrites(string path, bool isSilent) =>
        Assert.Equal(isSilent, Written(true, path, log => log.Warning("A request body size limit could not be applied")).Length == 0);

    [Fact]
    [Invariant(11)]
    [LeakChannel(20, 21)]
    public void Emit_WhatTheRequestCarries_IsLeftOut()
    {
        var line = Written(true, $"/participate/{Marker}", log => log
            .ForContext("RequestId", $"{Marker}1").ForContext("ConnectionId", $"{Marker}2").ForContext("RemoteIpAddress", "203.0.113.9")
            .ForContext("error", $"System.Exception: {Marker}").Error("Something {Happened}", "odd"));

        Assert.DoesNotContain(Marker, line, StringComparison.Ordinal);
        Assert.DoesNotContain("203.0.113.9", line, StringComparison.Ordinal);
        Assert.Equal("odd", JsonDocument.Parse(line).RootElement.GetProperty("Happened").GetString());
    }

    [Fact]
    [Invariant(11)]
    [LeakChannel(20, 21)]
    public async Task Site_FailingUnderWhatPeopleSend_WritesJsonLinesWithoutAnyOfIt()
    {
        await using var installed = await Installed.NewAsync();
        var settings = installed.Settings();
        await using var site = ConsultProcess.Serve(settings);
        await site.OpenAsync();
        await installed.Database.ExecuteAsync("ALTER SCHEMA people RENAME TO elsewhere; ALTER SCHEMA record RENAME TO gone; ALTER SCHEMA team RENAME TO away");
        using (var http = new HttpClient { BaseAddress = new Uri(settings["ASPNETCORE_URLS"]) })
        {
            http.DefaultRequestHeaders.Add("User-Agent", Marker);
            http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
            await SendAsync(http, HttpMethod.Get, $"/participate/{new string('a', 32)}?{Marker}");
            await SendAsync(http, HttpMethod.Post, "/participate/enter");
            await SendAsync(http, HttpMethod.Post, "/follow-up");
            await SendAsync(http, HttpMethod.Post, "/account/login");
            await SendAsync(http, HttpMethod.Get, "/reports");
        }
        await site.SignalAsync("TERM");
        var answer = await site.EndAsync();

        var lines = answer.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(line).RootElement.ValueKind));
        Assert.All(new[] { Marker, "203.0.113.9", "127.0.0.1", "/participate", "/follow-up", new string('a', 32) },
            secret => Assert.DoesNotContain(secret, answer.Errors, StringComparison.Ordinal));
    }

    private static async Task SendAsync(HttpClient http, HttpMethod method, string address)
    {
        using var request = new HttpRequestMessage(method, address);
        if (method == HttpMethod.Post)
            request.Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["Code"] = Marker, ["Text"] = Marker, ["Email"] = $"{Marker}@example.org", ["Password"] = Marker });
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static string Written(bool isDevelopment, string path, Action<ILogger> act)
    {
        using var output = new StringWriter();
        using (var log = new LoggerConfiguration().Enrich.FromLogContext().WriteTo.Sink(new DiscreetSink(isDevelopment, new CompactJsonFormatter(), output)).CreateLogger())
        using (LogContext.PushProperty("RequestPath", path))
            act(log);
        return output.ToString().Trim();
    }
}
