using BTech.Web.Settings;
using Microsoft.Extensions.Configuration;

namespace BTech.Web.Tests.Settings;

/// <summary>Each setting with a bad value: one line that names it and the remedy.</summary>
public sealed class SettingsTests : IDisposable
{
    private const string Connection = "Host=localhost;Database=consult;Username=one;Password=two";

    private readonly string _folder = Directory.CreateTempSubdirectory("settings").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("ASPNETCORE_URLS", "somewhere", "is not an address to listen on")]
    [InlineData("ASPNETCORE_URLS", "ftp://localhost:21", "is not an address to listen on")]
    [InlineData("ConnectionStrings__Agenda", "Host=localhost", "names no host or no database")]
    [InlineData("ConnectionStrings__Team", "not a connection string", "is not a connection string")]
    [InlineData("ConnectionStrings__People", "", "is missing while others are given")]
    [InlineData("ConnectionStrings__Record", "Port=a;Host=b;Database=c", "is not a connection string")]
    [InlineData("ConnectionStrings__Owner", "Database=consult", "names no host or no database")]
    [InlineData("Data__Directory", "{file}/data", "cannot be written")]
    [InlineData("Keys__Directory", "{file}/keys", "cannot be written")]
    [InlineData("Keys__Directory", "{folder}/postgresql/keys", "inside a database directory")]
    [InlineData("Keys__Command", "{folder}/no-such-program", "cannot be run")]
    [InlineData("Copies__Command", "{folder}/no-such-program", "cannot be run")]
    [InlineData("Mail__Host", "mail server", "is not the name of a host")]
    [InlineData("Mail__Port", "0", "is not a whole number from 1 to 65535")]
    [InlineData("Mail__Port", "twenty", "is not a whole number from 1 to 65535")]
    [InlineData("Mail__User", "somebody", "Mail__Password: is missing while its counterpart is given")]
    [InlineData("Mail__Password", "secret", "Mail__User: is missing while its counterpart is given")]
    [InlineData("Mail__From", "nobody", "is not a mail address")]
    [InlineData("Site__PublicUrl", "consult.example.org", "is not the address of a site")]
    [InlineData("Site__PublicUrl", "https://example.org/consult", "is not the address of a site")]
    [InlineData("Proxy__Networks", "10.0.0.0/8, everywhere", "is not a network")]
    [InlineData("Demo__Password", "short", "is shorter than 12 characters")]
    [InlineData("Demo__Password", "password1234", "everybody tries first")]
    [InlineData("Sample__Load", "perhaps", "is neither true nor false")]
    public void Read_BadValue_NamesSettingAndRemedy(string name, string value, string reason) => Refuses("Development", name, value, reason);

    [Theory]
    [InlineData("ConnectionStrings__Agenda", "", "is missing")]
    [InlineData("ConnectionStrings__Team", "", "is missing")]
    [InlineData("ConnectionStrings__People", "", "is missing")]
    [InlineData("ConnectionStrings__Record", "", "is missing")]
    [InlineData("Site__PublicUrl", "", "is missing")]
    [InlineData("Site__PublicUrl", "http://consult.example.org", "is not encrypted")]
    [InlineData("Sample__Load", "true", "do not belong in Production")]
    [InlineData("Mail__Host", "mail.example.org", "Mail__From: is missing")]
    public void Read_MissingInProduction_NamesSettingAndRemedy(string name, string value, string reason) => Refuses("Production", name, value, reason);

    [Fact]
    public void Read_ProductionWithoutOwner_IsEnoughToServe()
    {
        var settings = Read("Production", ("Site__PublicUrl", "https://consult.example.org"), ("Proxy__Networks", "10.1.0.0/16, ::1"));

        Assert.Null(settings.Databases.Owner);
        Assert.False(settings.Demo.LoadSample);
        Assert.Equal(["10.1.0.0/16", "::1/128"], settings.Proxy.Networks.Select(network => network.ToString()));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(settings.Keys.Directory));
    }

    [Fact]
    public void Read_NothingSetInDevelopment_IsTheLocalDatabase()
    {
        var settings = Read("Development", ("ConnectionStrings__Agenda", ""), ("ConnectionStrings__Team", ""), ("ConnectionStrings__People", ""), ("ConnectionStrings__Record", ""));

        Assert.True(settings.Databases.AreLocal);
        Assert.True(settings.Demo.LoadSample);
        Assert.Equal("http://localhost:5080", settings.Site.ListensOn);
        Assert.Equal(new Uri("http://localhost:5080/"), settings.Site.PublicUrl);
        Assert.Equal(Path.Combine(_folder, "mail"), settings.Data.MailDirectory);
    }

    private void Refuses(string environment, string name, string value, string reason)
    {
        var refusal = Assert.Throws<StartRefusedException>(() => Read(environment, ("Site__PublicUrl", "https://consult.example.org"), (name, value)));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.StartsWith(reason.Contains("__", StringComparison.Ordinal) ? $"Setting {reason}" : $"Setting {name}: ", refusal.Message, StringComparison.Ordinal);
        // What stands there, and then what to do.
        Assert.Contains("; ", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
        Assert.DoesNotContain("secret", refusal.Message, StringComparison.Ordinal);
    }

    private ConsultSettings Read(string environment, params (string Name, string Value)[] given)
    {
        var file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["ConnectionStrings:Agenda"] = Connection, ["ConnectionStrings:Team"] = Connection,
            ["ConnectionStrings:People"] = Connection, ["ConnectionStrings:Record"] = Connection,
            ["Data:Directory"] = _folder,
        };
        foreach (var (name, value) in given)
            values[name == "ASPNETCORE_URLS" ? "urls" : name.Replace("__", ":", StringComparison.Ordinal)] =
                value.Replace("{file}", file, StringComparison.Ordinal).Replace("{folder}", _folder, StringComparison.Ordinal);
        return ConsultSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build(), new Surroundings(environment));
    }
}
