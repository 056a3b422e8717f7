using BTech.People.Invitations;
using BTech.People.Listing;
using BTech.People.Mail;
using BTech.People.Offers;
using BTech.People.OnRecord;
using BTech.People.Registrations;
using BTech.People.Retention;
using BTech.People.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace BTech.People;

/// <summary>The People module's front door.</summary>
public static class PeopleModule
{
    /// <summary>
    /// Registers who takes part, on its own data source. Expects a <see cref="TimeProvider"/> and data protection whose
    /// key ring lies outside the database.
    /// </summary>
    public static IServiceCollection AddPeople(this IServiceCollection services, Func<IServiceProvider, NpgsqlDataSource> dataSource)
    {
        services.AddKeyedSingleton(PeopleContext.Schema, (provider, _) => dataSource(provider));
        services.AddDbContextPool<PeopleContext>((provider, options) => options
            .UseNpgsql(provider.GetRequiredKeyedService<NpgsqlDataSource>(PeopleContext.Schema),
                npgsql => npgsql.MigrationsHistoryTable(HistoryRepository.DefaultTableName, PeopleContext.Schema))
            .UseSnakeCaseNamingConvention());
        services.AddScoped(provider => new Outbox(provider.GetRequiredService<PeopleContext>(),
            provider.GetRequiredService<IDataProtectionProvider>(), provider.GetRequiredService<TimeProvider>()));
        services.AddScoped(provider => new InvitedFigures(provider.GetRequiredService<PeopleContext>()));
        services.AddScoped(provider => new InvitedNames(provider.GetRequiredService<PeopleContext>()));
        services.AddScoped(provider => new InvitationList(provider.GetRequiredService<PeopleContext>(), provider.GetRequiredService<Outbox>()));
        services.AddScoped(provider => new InvitationImport(provider.GetRequiredService<PeopleContext>()));
        services.AddScoped(provider => new RegistrationBook(provider.GetRequiredService<PeopleContext>(), provider.GetRequiredService<Outbox>(),
            provider.GetRequiredService<InvitationImport>(), provider.GetRequiredService<TimeProvider>()));
        services.AddScoped(provider => new ParticipantsList(provider.GetRequiredService<PeopleContext>()));
        services.AddSingleton(provider => new RehearsedPeople(provider.GetRequiredKeyedService<NpgsqlDataSource>(PeopleContext.Schema)));
        services.AddSingleton(provider => new PeopleErasure(provider.GetRequiredKeyedService<NpgsqlDataSource>(PeopleContext.Schema)));
        services.AddScoped(provider => new OfferBook(provider.GetRequiredService<PeopleContext>()));
        services.AddScoped(provider => new OfferPipeline(
            provider.GetRequiredService<PeopleContext>(), provider.GetRequiredService<Outbox>(), provider.GetRequiredService<TimeProvider>()));
        services.AddScoped(provider => new SubmissionBook(provider.GetRequiredService<PeopleContext>()));
        return services;
    }
}
