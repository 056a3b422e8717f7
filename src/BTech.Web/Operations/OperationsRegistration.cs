namespace BTech.Web.Operations;

/// <summary>What loads samples. No page may use it.</summary>
public static class OperationsRegistration
{
    public static IServiceCollection AddOperations(this IServiceCollection services) => services
        .AddSingleton<SeedHouse>()
        .AddSingleton<SampleSeed>()
        .AddSingleton<SyntheticSeed>();
}
