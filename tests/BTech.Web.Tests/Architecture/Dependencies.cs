using ArchUnitNET.Loader;

namespace BTech.Web.Tests.Architecture;

/// <summary>Which types use which, by name; what the compiler makes of a type counts as the type itself.</summary>
internal sealed class Dependencies
{
    private readonly Dictionary<string, HashSet<string>> _used = new(StringComparer.Ordinal);

    public static Dependencies Of(System.Reflection.Assembly[] assemblies, string within = "")
    {
        var found = new Dependencies();
        foreach (var type in new ArchLoader().LoadAssemblies(assemblies).Build().Types)
        {
            var name = Outermost(type.FullName);
            if (!name.StartsWith(within, StringComparison.Ordinal)) continue;
            if (!found._used.TryGetValue(name, out var used)) found._used[name] = used = new HashSet<string>(StringComparer.Ordinal);
            used.UnionWith(type.Dependencies.Select(dependency => Outermost(dependency.Target.FullName)));
        }
        return found;
    }

    /// <summary>What the types of a kind use.</summary>
    public IReadOnlySet<string> UsedBy(Func<string, bool> type) => _used.Where(one => type(one.Key)).SelectMany(one => one.Value).ToHashSet(StringComparer.Ordinal);

    /// <summary>The types of the first kind that use at least one of each of the other kinds.</summary>
    public List<string> Where(Func<string, bool> type, params Func<string, bool>[] uses) =>
        [.. _used.Where(one => type(one.Key) && uses.All(use => one.Value.Any(use))).Select(one => one.Key).Order(StringComparer.Ordinal)];

    private static string Outermost(string name) => name.Split('+', '/')[0].Split('`')[0];
}
