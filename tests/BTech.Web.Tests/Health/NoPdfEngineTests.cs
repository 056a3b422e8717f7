using BTech.Documents.Pdf;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Tests.Admin;
using Microsoft.Extensions.DependencyInjection;

namespace BTech.Web.Tests.Health;

/// <summary>Where nothing prints, the administrators' page says by name what is missing, in every language.</summary>
public sealed class NoPdfEngineTests
{
    [Fact]
    public async Task Health_NothingPrints_NamesWhatIsMissing()
    {
        await using var host = await TestHost.StartAsync(services: services => services.AddSingleton(new PdfLimits { Node = "/no such program", Soffice = "/no such program" }));
        using var admin = await new Crew(host).NewAsync("administrator", StaffRole.Administrator);
        foreach (var language in Languages.Language.All)
        {
            var told = (await admin.GetAsync(language.Code == "en" ? "/admin/health" : $"/{language.Code}/admin/health")).Document.QuerySelector("#pdf")!;
            Assert.NotNull(told.QuerySelector(".tag.bad"));
            foreach (var program in new[] { "Typst", "Node.js", "LibreOffice" }) Assert.Contains(program, told.TextContent, StringComparison.Ordinal);
        }
    }
}
