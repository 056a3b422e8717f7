namespace BTech.Web.Pages.Moderate;

/// <summary>Registers what the project team's pages share.</summary>
public static class ModerateRegistration
{
    public static IServiceCollection AddModerate(this IServiceCollection services) => services.AddScoped<ReadersDesk>().AddScoped<ReasonWords>().AddScoped<ExportFiles>().AddScoped<CarriedComments>();
}
