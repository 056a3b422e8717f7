using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace BTech.Web.Tests.Settings;

/// <summary>An environment by name alone.</summary>
internal sealed class Surroundings(string name) : IHostEnvironment
{
    public string EnvironmentName { get; set; } = name;

    public string ApplicationName { get; set; } = "consult";

    public string ContentRootPath { get; set; } = Path.GetTempPath();

    public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
}
