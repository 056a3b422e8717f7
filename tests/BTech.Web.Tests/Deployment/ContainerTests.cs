using System.Text.RegularExpressions;
using BTech.Testing;
using BTech.Web.Commands;
using BTech.Web.Design;
using BTech.Web.Settings;
using BTech.Web.Tests.Settings;
using Microsoft.Extensions.Configuration;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace BTech.Web.Tests.Deployment;

/// <summary>The files of a deployment, read as the programs that use them would read them; no container engine is needed.</summary>
public sealed partial class ContainerTests
{
    private static readonly string Root = DataSettings.Repository()!;

    // Settings of the server without which a log, or a copy of it, would tell who wrote what when.
    private static readonly Dictionary<string, string> Quiet = new(StringComparer.Ordinal)
    {
        ["log_statement"] = "none", ["log_min_duration_statement"] = "-1", ["log_min_duration_sample"] = "-1", ["log_parameter_max_length"] = "0",
        ["log_parameter_max_length_on_error"] = "0", ["log_error_verbosity"] = "terse", ["log_min_error_statement"] = "panic", ["log_connections"] = "",
        ["log_disconnections"] = "off", ["track_commit_timestamp"] = "off", ["track_activity_query_size"] = "100", ["wal_level"] = "minimal",
        ["max_wal_senders"] = "0", ["archive_mode"] = "off", ["password_encryption"] = "scram-sha-256",
    };

    private static readonly Lazy<Dictionary<string, object>> Compose = new(() =>
    {
        // Anchors and "<<" are what compose itself resolves first.
        var parser = new MergingParser(new Parser(new StringReader(File.ReadAllText(Path.Combine(Root, "docker-compose.yml")))));
        return (Dictionary<string, object>)Named(new DeserializerBuilder().Build().Deserialize<object>(parser));
    });

    private static Dictionary<string, object> Services => Map(Compose.Value["services"]);

    [Fact]
    public void Compose_Always_HasTheDatabaseTwoNodesAProxyAndACatcher()
    {
        Assert.Equal(["database", "mail", "migrate", "node1", "node2", "proxy"], Services.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("postgres:18", Service("database")["image"]);
        Assert.Equal(["migrate"], List(Service("migrate")["command"]));
        foreach (var node in new[] { "node1", "node2" })
            Assert.Equal("service_completed_successfully", Map(Map(Service(node)["depends_on"])["migrate"])["condition"]);
        // A file that is mounted is there.
        foreach (var source in Services.Keys.SelectMany(Volumes).Where(volume => volume.StartsWith("./", StringComparison.Ordinal)))
            Assert.True(File.Exists(Path.Combine(Root, source.Split(':')[0])), source);
    }

    [Fact]
    [Invariant(10)]
    [LeakChannel(9, 12, 13, 14, 15, 18)]
    public void Compose_Database_KeepsWhatTheSealAsksFor()
    {
        var command = List(Service("database")["command"]);
        var given = command.Skip(1).Chunk(2).ToDictionary(pair => pair[1].Split('=')[0], pair => pair[1].Split('=')[1], StringComparer.Ordinal);

        Assert.All(command.Skip(1).Chunk(2), pair => Assert.Equal("-c", pair[0]));
        foreach (var (name, wanted) in Quiet) Assert.Equal(wanted, given[name]);
        Assert.False(Service("database").ContainsKey("ports"), "Nothing but the nodes reaches the database.");
    }

    [Fact]
    [Invariant(11)]
    [LeakChannel(23)]
    public void Compose_EveryService_RunsWithoutRightsItDoesNotNeed()
    {
        foreach (var name in Services.Keys)
        {
            Assert.Equal("true", Service(name)["read_only"]);
            Assert.Contains("no-new-privileges:true", List(Service(name)["security_opt"]));
        }
        foreach (var name in new[] { "migrate", "node1", "node2" })
        {
            Assert.Equal("1654:1654", Service(name)["user"]);
            Assert.Equal(["ALL"], List(Service(name)["cap_drop"]));
            Assert.Equal("0", Map(Service(name)["ulimits"])["core"]);
            Assert.Equal(["inside"], List(Service(name)["networks"]));
            Assert.Contains("/tmp", Assert.Single(List(Service(name)["tmpfs"])), StringComparison.Ordinal);
        }
        Assert.Equal("true", Map(Map(Compose.Value["networks"])["inside"])["internal"]);
    }

    [Fact]
    public void Compose_Nodes_HoldSettingsThatTheProductTakes()
    {
        var node = Settings("node1");
        var migrate = Settings("migrate");

        Assert.Equal(node, Settings("node2"));
        Assert.DoesNotContain("ConnectionStrings__Owner", node.Keys);
        Assert.Contains("ConnectionStrings__Owner", migrate.Keys);
        var folder = Directory.CreateTempSubdirectory("compose").FullName;
        try
        {
            var values = migrate.ToDictionary(one => one.Key.Replace("__", ":", StringComparison.Ordinal),
                string? (one) => Variables().Replace(one.Value, found => found.Groups["kind"].Value == "-" ? found.Groups["text"].Value : "0123456789"));
            values["Data:Directory"] = folder;
            var settings = ConsultSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build(), new Surroundings("Production"));
            Assert.True(settings.Site.IsSecure);
            Assert.Contains(settings.Proxy.Networks, network => network.ToString() == "172.30.80.0/24");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Compose_Secrets_StandElsewhere()
    {
        foreach (var (name, value) in Services.Keys.SelectMany(Settings).Where(one => one.Key.Contains("PASSWORD", StringComparison.OrdinalIgnoreCase) || one.Key.StartsWith("ConnectionStrings", StringComparison.Ordinal)))
            Assert.Matches(@"\$\{[A-Z_]*PASSWORD:\?", value);
        Assert.Contains(".env", File.ReadAllLines(Path.Combine(Root, ".gitignore")));
        Assert.Contains(".env", File.ReadAllLines(Path.Combine(Root, ".dockerignore")));
        // Every variable that must be given is written by the script.
        var script = File.ReadAllText(Path.Combine(Root, "deploy", "new-secrets.sh"));
        foreach (Match required in Required().Matches(File.ReadAllText(Path.Combine(Root, "docker-compose.yml"))))
            Assert.Contains(required.Groups["name"].Value.Replace("_PASSWORD", "", StringComparison.Ordinal), script, StringComparison.Ordinal);
    }

    [Fact]
    [Invariant(11)]
    [LeakChannel(23)]
    public async Task Image_Always_RunsTheProductAsNobodyInParticular()
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Root, "Dockerfile"), TestContext.Current.CancellationToken);
        var stages = lines.Where(line => line.StartsWith("FROM ", StringComparison.Ordinal)).ToList();
        var last = lines.SkipWhile(line => !line.EndsWith(" AS final", StringComparison.Ordinal)).ToList();

        Assert.True(stages.Count > 1);
        Assert.All(stages, stage => Assert.DoesNotContain("latest", stage, StringComparison.Ordinal));
        Assert.Contains("chiseled", stages[^1], StringComparison.Ordinal);
        Assert.Contains("USER 1654:1654", last);
        Assert.DoesNotContain(last, line => line.StartsWith("RUN ", StringComparison.Ordinal));
        Assert.Contains("ENTRYPOINT [\"consult\"]", last);
        // What prints a PDF.
        Assert.Contains("COPY --from=node /usr/local/bin/node /usr/bin/node", last);
        Assert.Contains(last, line => line.Contains("DOTNET_EnableDiagnostics=0", StringComparison.Ordinal));
        var check = Assert.Single(last, line => line.StartsWith("HEALTHCHECK", StringComparison.Ordinal));
        Assert.EndsWith("CMD [\"consult\", \"health\"]", check, StringComparison.Ordinal);
        Assert.Equal(0, await CommandLine.RunAsync(["health", "--help"], new Terminal()));
        foreach (var source in lines.Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--", StringComparison.Ordinal)).SelectMany(line => line.Split(' ')[1..^1]))
            Assert.True(Path.Exists(Path.Combine(Root, source)), source);
    }

    [Fact]
    [Invariant(11)]
    [LeakChannel(21, 31)]
    public void Proxy_Always_KeepsNothingOfWhatPeopleSend()
    {
        var text = Comments().Replace(File.ReadAllText(Path.Combine(Root, "deploy", "nginx", "nginx.conf")), "");
        var directives = Directives().Matches(text).GroupBy(found => found.Groups["name"].Value, found => found.Groups["value"].Value.Trim()).ToDictionary(group => group.Key, group => group.ToList());

        Assert.Equal(["off"], directives["access_log"]);
        Assert.Equal(["/dev/stderr crit"], directives["error_log"]);
        // A body that fits the limit never goes to a file, and the product is the one that refuses it, with the text kept.
        Assert.Equal(directives["client_max_body_size"], directives["client_body_buffer_size"]);
        Assert.True(int.Parse(directives["client_max_body_size"][0].TrimEnd('m'), System.Globalization.CultureInfo.InvariantCulture) * 1024 * 1024
            > Math.Max(FormGate.LargestForm, BTech.Web.Pages.Admin.Consultations.PaperPage.LargestRequest));
        Assert.Equal(["0"], directives["proxy_max_temp_file_size"]);
        Assert.Contains("X-Forwarded-For $remote_addr", directives["proxy_set_header"]);
        Assert.DoesNotContain("non_idempotent", text, StringComparison.Ordinal);
        Assert.Equal(["off"], directives["server_tokens"]);
        Assert.Equal(["TLSv1.2 TLSv1.3"], directives["ssl_protocols"]);
        Assert.Equal(["node1:8080", "node2:8080"], directives["server"].Where(value => value.Contains(':', StringComparison.Ordinal)).Select(value => value.Split(' ')[0]));
    }

    private static Dictionary<string, object> Service(string name) => Map(Services[name]);

    private static Dictionary<string, string> Settings(string service) =>
        Service(service).TryGetValue("environment", out var found) ? Map(found).ToDictionary(one => one.Key, one => (string)one.Value, StringComparer.Ordinal) : [];

    private static List<string> Volumes(string service) => Service(service).TryGetValue("volumes", out var found) ? List(found) : [];

    private static Dictionary<string, object> Map(object value) => (Dictionary<string, object>)value;

    private static List<string> List(object value) => [.. ((List<object>)value).Cast<string>()];

    private static object Named(object? value) => value switch
    {
        Dictionary<object, object> map => map.ToDictionary(one => (string)one.Key, one => Named(one.Value), StringComparer.Ordinal),
        List<object> list => list.Select(Named).ToList(),
        _ => (string?)value ?? "",
    };

    [GeneratedRegex(@"\$\{[A-Z_]+:(?<kind>[?-])(?<text>[^}]*)\}")]
    private static partial Regex Variables();

    [GeneratedRegex(@"\$\{(?<name>[A-Z_]+):\?")]
    private static partial Regex Required();

    [GeneratedRegex(@"^\s*#.*$", RegexOptions.Multiline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"(?<name>[a-z_]+)\s+(?<value>[^;{}]+);")]
    private static partial Regex Directives();
}
