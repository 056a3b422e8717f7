using System.Xml.Linq;
using BTech.Web.Settings;
using BTech.Web.Tests.Architecture.Planted;
using Microsoft.EntityFrameworkCore;

namespace BTech.Web.Tests.Architecture;

/// <summary>The wall and the storeys of the house, as they are compiled; and planted breaches, so that the rules are known to notice.</summary>
public sealed class WallTests
{
    private static readonly string[] Modules = ["Languages", "Agenda", "Team", "People", "Record", "Documents", "LocalDatabase", "Web"];

    // Who may use whom; whatever is not listed is forbidden.
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Languages"] = [],
        ["Agenda"] = ["Languages"],
        ["Team"] = ["Languages", "Agenda"],
        ["People"] = ["Languages", "Agenda"],
        ["Record"] = ["Languages", "Agenda"],
        ["Documents"] = ["Languages", "Agenda", "Record"],
        ["LocalDatabase"] = [],
        ["Web"] = ["Languages", "Agenda", "Team", "People", "Record", "Documents", "LocalDatabase"],
    };

    // Where both sides may be in sight: the doors, the operations, and the composition root, which only registers.
    private static readonly string[] MeetingPlaces = ["BTech.Web.Crossings.", "BTech.Web.Operations."];
    private static readonly string[] CompositionRoot = ["BTech.Web.Modules", "BTech.Web.Site", "Program"];

    private static readonly Lazy<Dependencies> Product = new(() => Dependencies.Of(
        [.. Modules.Select(module => System.Reflection.Assembly.Load($"BTech.{module}"))]));

    private static readonly Lazy<Dependencies> Breaches = new(() => Dependencies.Of([typeof(SeesBothSides).Assembly], within: typeof(SeesBothSides).Namespace!));

    [Fact]
    public void PeopleAndRecord_MeetOnlyAtTheDoors() => Assert.Empty(BothSides(Product.Value));

    [Fact]
    public void PeopleAndRecord_PlantedMeeting_IsFound() => Assert.Equal([typeof(SeesBothSides).FullName!, typeof(SeesBothSidesInside).FullName!], BothSides(Breaches.Value));

    /// <summary>What puts letters into boxes would put words into anybody's mouth: one page for administrators uses it.</summary>
    [Fact]
    public void LetterBox_IsUsedByThePageOfLettersAlone()
    {
        var door = typeof(Web.Crossings.LetterBox).FullName;
        Assert.Equal(
            ["BTech.Web.Crossings.CrossingsRegistration", "BTech.Web.Pages.Admin.Windows.LetterModel"],
            Product.Value.Where(type => type != door, used => used == door).Order(StringComparer.Ordinal));
        Assert.Equal([typeof(HandsInLetters).FullName!], Breaches.Value.Where(type => type != door, used => used == door));
    }

    [Fact]
    public void Pages_SeeNoContext() => Assert.Empty(Stores(Product.Value, "BTech.Web.Pages.", "AspNetCoreGeneratedDocument."));

    [Fact]
    public void Pages_PlantedContext_IsFound() => Assert.Equal([typeof(SeesAContext).FullName!], Stores(Breaches.Value, "BTech.Web.Tests.Architecture.Planted."));

    [Fact]
    public void Pages_UseNoOperations() =>
        Assert.Empty(Product.Value.Where(type => type.StartsWith("BTech.Web.Pages.", StringComparison.Ordinal), used => used.StartsWith("BTech.Web.Operations.", StringComparison.Ordinal)));

    [Fact]
    public void Contexts_AreInternal() =>
        Assert.DoesNotContain(Modules.Select(module => System.Reflection.Assembly.Load($"BTech.{module}")).SelectMany(assembly => assembly.GetExportedTypes()), typeof(DbContext).IsAssignableFrom);

    [Fact]
    public void Modules_ReachNowhereUp()
    {
        var wrong = from module in Modules
                    from used in Modules
                    where used != module && !Allowed[module].Contains(used, StringComparer.Ordinal)
                    from type in Product.Value.Where(name => ModuleOf(name) == module, name => ModuleOf(name) == used)
                    select $"{type} uses {used}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Projects_ReferenceOnlyWhatTheyMay()
    {
        var sources = Path.Combine(DataSettings.Repository()!, "src");
        foreach (var module in Modules)
        {
            var project = XDocument.Load(Path.Combine(sources, $"BTech.{module}", $"BTech.{module}.csproj"));
            var referenced = project.Descendants("ProjectReference").Select(one => Path.GetFileNameWithoutExtension(one.Attribute("Include")!.Value.Replace('\\', '/'))["BTech.".Length..]);
            Assert.Empty(referenced.Except(Allowed[module]).Select(other => $"{module} references {other}"));
        }
        // And every project of the sources is known here.
        Assert.Equal(Modules.Order(StringComparer.Ordinal), Directory.EnumerateDirectories(sources).Select(folder => Path.GetFileName(folder)["BTech.".Length..]).Order(StringComparer.Ordinal));
    }

    private static List<string> BothSides(Dependencies code) => code.Where(
        type => !MeetingPlaces.Any(place => type.StartsWith(place, StringComparison.Ordinal)) && !CompositionRoot.Contains(type, StringComparer.Ordinal),
        used => ModuleOf(used) == "People",
        used => ModuleOf(used) == "Record");

    private static List<string> Stores(Dependencies code, params string[] areas) => code.Where(
        type => areas.Any(area => type.StartsWith(area, StringComparison.Ordinal)),
        used => used.StartsWith("Microsoft.EntityFrameworkCore.", StringComparison.Ordinal) || used.StartsWith("Npgsql.", StringComparison.Ordinal)
            || (ModuleOf(used) is not null && used.Contains(".Storage.", StringComparison.Ordinal)));

    private static string? ModuleOf(string type) => Array.Find(Modules, module => type.StartsWith($"BTech.{module}.", StringComparison.Ordinal));
}
