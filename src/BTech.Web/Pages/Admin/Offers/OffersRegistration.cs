namespace BTech.Web.Pages.Admin.Offers;

/// <summary>Registers what the offers officer's pages share.</summary>
public static class OffersRegistration
{
    public static IServiceCollection AddOffers(this IServiceCollection services) => services.AddScoped<OfferDesk>();
}
