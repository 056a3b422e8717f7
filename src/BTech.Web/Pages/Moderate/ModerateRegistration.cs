using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BTech.Web.Pages.Moderate;

/// <summary>Registers what the project team's pages share.</summary>
public static class ModerateRegistration
{
    public static IServiceCollection AddModerate(this IServiceCollection services) => services.AddScoped<ReadersDesk>().AddScoped<ReasonWords>().AddScoped<ExportFiles>().AddScoped<Reports.PublishedFiles>().AddScoped<CarriedComments>().AddScoped<TeamActs>().AddScoped<TeamNames>()
        .PostConfigure<RazorPagesOptions>(options => options.Conventions.AddFolderApplicationModelConvention("/Moderate", page => page.Filters.Add(new ServiceFilterAttribute<TeamActs>())));
}
