using BTech.Agenda.Consultations;
using BTech.Agenda.Papers;
using BTech.Agenda.Rehearsing;
using BTech.Agenda.Reminders;
using BTech.Agenda.Retention;
using BTech.Agenda.Storage;
using BTech.Agenda.Windows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace BTech.Agenda;

/// <summary>The Agenda module's front door.</summary>
public static class AgendaModule
{
    /// <summary>Registers what is being consulted on, on its own data source. Expects a <see cref="TimeProvider"/>.</summary>
    public static IServiceCollection AddAgenda(this IServiceCollection services, Func<IServiceProvider, NpgsqlDataSource> dataSource)
    {
        services.AddKeyedSingleton(AgendaContext.Schema, (provider, _) => dataSource(provider));
        services.AddDbContextPool<AgendaContext>((provider, options) => options
            .UseNpgsql(provider.GetRequiredKeyedService<NpgsqlDataSource>(AgendaContext.Schema),
                npgsql => npgsql.MigrationsHistoryTable(HistoryRepository.DefaultTableName, AgendaContext.Schema))
            .UseSnakeCaseNamingConvention());
        services.AddScoped<RehearsalSight>();
        services.AddScoped(provider => new RehearsalBook(provider.GetRequiredService<AgendaContext>()));
        services.AddScoped(provider => new ConsultationList(provider.GetRequiredService<AgendaContext>(), provider.GetRequiredService<RehearsalSight>()));
        services.AddScoped(provider => new FocusAreaList(provider.GetRequiredService<AgendaContext>()));
        services.AddScoped(provider => new GroupList(provider.GetRequiredService<AgendaContext>()));
        services.AddScoped(provider => new OwnReasons(provider.GetRequiredService<AgendaContext>()));
        services.AddScoped(provider => new RuleTexts(provider.GetRequiredService<AgendaContext>(), provider.GetRequiredService<TimeProvider>()));
        services.AddScoped(provider => new CommentWindows(provider.GetRequiredService<AgendaContext>(), provider.GetRequiredService<RehearsalSight>()));
        services.AddScoped(provider => new PaperChanges(provider.GetRequiredService<AgendaContext>()));
        services.AddScoped(provider => new ScopingPapers(provider.GetRequiredService<AgendaContext>()));
        services.AddScoped(provider => new ErasureBook(provider.GetRequiredService<AgendaContext>()));
        services.AddScoped(provider => new Announcements(provider.GetRequiredService<AgendaContext>()));
        services.AddScoped(provider => new ReminderBook(provider.GetRequiredService<AgendaContext>(), provider.GetRequiredService<CommentWindows>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
