using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BTech.Testing;

/// <summary>
/// EF Core builds models and compiles queries anew for each database. All test databases have one shape, so the hosts of a
/// process share what was built once: most of a host's processor time went there.
/// </summary>
internal static class SharedModels
{
    private static readonly ServiceProvider Built =
        new ServiceCollection().AddEntityFrameworkNpgsql().AddEntityFrameworkNamingConventions().BuildServiceProvider();

    private static readonly MethodInfo Share = typeof(SharedModels).GetMethod(nameof(ShareOf), BindingFlags.Static | BindingFlags.NonPublic)!;

    public static void ShareModels(this IServiceCollection services)
    {
        // The modules keep their contexts to themselves; what is registered names them.
        var contexts = services.Select(service => service.ServiceType)
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(DbContextOptions<>))
            .Select(type => type.GenericTypeArguments[0]).Distinct().ToList();
        foreach (var context in contexts) Share.MakeGenericMethod(context).Invoke(null, [services]);
    }

    private static void ShareOf<TContext>(IServiceCollection services) where TContext : DbContext =>
        services.ConfigureDbContext<TContext>(options => options.UseInternalServiceProvider(Built));
}
