using BTech.Team.Accounts;
using BTech.Team.Audit;
using BTech.Team.Passkeys;
using BTech.Team.Presence;
using BTech.Team.Roles;
using BTech.Team.Sessions;
using BTech.Team.Storage;
using BTech.Team.TwoPersons;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace BTech.Team;

/// <summary>The Team module's front door.</summary>
public static class TeamModule
{
    /// <summary>Registers staff accounts, roles, sessions and the audit, on their own data source. Needs data protection and a clock.</summary>
    public static IServiceCollection AddTeam(this IServiceCollection services, Func<IServiceProvider, NpgsqlDataSource> dataSource)
    {
        services.AddKeyedSingleton(TeamContext.Schema, (provider, _) => dataSource(provider));
        services.AddDbContextPool<TeamContext>((provider, options) => options
            .UseNpgsql(provider.GetRequiredKeyedService<NpgsqlDataSource>(TeamContext.Schema),
                npgsql => npgsql.MigrationsHistoryTable(HistoryRepository.DefaultTableName, TeamContext.Schema))
            .UseSnakeCaseNamingConvention());
        // OWASP's figure for PBKDF2 with SHA-512.
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services.AddIdentityCore<StaffAccount>(options =>
        {
            options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            options.User.RequireUniqueEmail = true;
            // Any address is a good name; what an address is has been checked before.
            options.User.AllowedUserNameCharacters = "";
        }).AddEntityFrameworkStores<TeamContext>();
        services.AddSingleton<HashingQueue>();
        services.AddScoped(provider => new AuditTrail(Team(provider), Clock(provider)));
        services.AddScoped(provider => new Assignments(Team(provider), provider.GetRequiredService<AuditTrail>()));
        services.AddScoped(provider => new Presences(Team(provider), Clock(provider)));
        services.AddScoped(provider => new RehearsedRoles(Team(provider)));
        services.AddScoped(provider => new StaffSessions(Team(provider), Clock(provider)));
        services.AddScoped(provider => new SecondFactor(Team(provider), provider.GetRequiredService<IDataProtectionProvider>(),
            provider.GetRequiredService<AuditTrail>(), provider.GetRequiredService<StaffSessions>(), Clock(provider)));
        services.AddScoped(provider => new PasswordCheck(Team(provider), provider.GetRequiredService<IPasswordHasher<StaffAccount>>(),
            provider.GetRequiredService<SecondFactor>(), provider.GetRequiredService<HashingQueue>(), Clock(provider)));
        // A passkey counts as both factors only if the authenticator knew its owner, and only if it can be found without an address being typed.
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.AuthenticatorTimeout = TimeSpan.FromMinutes(5);
        });
        services.AddScoped<IPasskeyHandler<StaffAccount>, PasskeyHandler<StaffAccount>>();
        services.AddScoped(provider => new Challenges(Team(provider), provider.GetRequiredService<IDataProtectionProvider>(), Clock(provider)));
        services.AddScoped(provider => new StaffPasskeys(Team(provider), provider.GetRequiredService<IPasskeyHandler<StaffAccount>>(),
            provider.GetRequiredService<Challenges>(), provider.GetRequiredService<SecondFactor>(), provider.GetRequiredService<StaffSessions>(),
            provider.GetRequiredService<AuditTrail>(), Clock(provider)));
        services.AddScoped(provider => new SignIn(provider.GetRequiredService<PasswordCheck>(), provider.GetRequiredService<StaffPasskeys>(),
            provider.GetRequiredService<HashingQueue>(), provider.GetRequiredService<StaffSessions>(), provider.GetRequiredService<AuditTrail>()));
        services.AddScoped(provider => new StaffAccounts(Team(provider), provider.GetRequiredService<UserManager<StaffAccount>>(),
            provider.GetRequiredService<Assignments>(), provider.GetRequiredService<StaffSessions>(), provider.GetRequiredService<AuditTrail>()));
        services.AddScoped(provider => new PasswordLinks(Team(provider), provider.GetRequiredService<StaffAccounts>(),
            provider.GetRequiredService<AuditTrail>(), Clock(provider)));
        services.AddScoped(provider => new SecondPerson(provider.GetRequiredService<PasswordCheck>(), provider.GetRequiredService<Assignments>()));
        services.AddScoped(provider => new ReportWithdrawals(Team(provider), provider.GetRequiredService<AuditTrail>(), Clock(provider)));
        services.AddScoped(provider => new SealAuthorisations(Team(provider), provider.GetRequiredService<Assignments>(),
            provider.GetRequiredService<AuditTrail>(), Clock(provider)));
        return services;
    }

    private static TeamContext Team(IServiceProvider provider) => provider.GetRequiredService<TeamContext>();

    private static TimeProvider Clock(IServiceProvider provider) => provider.GetRequiredService<TimeProvider>();
}
