using BTech.Agenda.Rehearsing;
using BTech.Record.Boxes;
using BTech.Record.FollowUp;
using BTech.Record.Sealing;
using BTech.Web.Crossings.Erasing;
using BTech.Web.Crossings.Rehearsing;
using BTech.Web.Crossings.Verifying;
using BTech.Web.Jobs;
using BTech.Web.Mail;
using BTech.Web.Settings;

namespace BTech.Web.Crossings;

/// <summary>Registers the doors: the only folder in which both sides are in sight.</summary>
public static class CrossingsRegistration
{
    public static IServiceCollection AddCrossings(this IServiceCollection services) => services
        .AddSingleton<IKeyWrap>(provider => provider.GetRequiredService<KeySettings>().Command is { } program ? new KeyProgram(program) : PlainKeys.Instance)
        .AddSingleton(provider => new KeyRing(provider.GetRequiredService<KeySettings>().Directory, provider.GetRequiredService<IKeyWrap>()))
        .AddSingleton<IBoxKeys>(provider => provider.GetRequiredService<KeyRing>())
        .AddSingleton<IBatchKeys>(provider => new BatchKeys(provider.GetRequiredService<KeySettings>().Directory, provider.GetRequiredService<IKeyWrap>()))
        .AddSingleton<IOldCopies>(provider => new OldCopies(provider.GetRequiredService<CopySettings>().Command, provider.GetRequiredService<TimeProvider>(), IsRehearsal(provider)))
        .AddSingleton<ITombstones>(provider => new Tombstones(provider.GetRequiredService<KeySettings>().Directory))
        .AddScoped<AuthorTags>()
        .AddScoped<LetterBox>()
        .AddScoped<Census>()
        .AddScoped<WindowOpening>()
        .AddScoped<ConsultationRemoval>()
        .AddScoped<LostKeys>()
        .AddScoped<ListOfParticipants>()
        .AddScoped<OfferFigures>()
        .AddScoped<ProtectedNames>()
        .AddScoped<DraftReaders>()
        .AddScoped<WindowNotices>()
        .AddScoped<WindowClosing>()
        .AddScoped<WindowSealing>()
        .AddSingleton<Sides>()
        .AddSingleton<Crosslinks>()
        .AddSingleton<SharedValues>()
        .AddSingleton<Servers>()
        .AddSingleton<HostSettings>()
        .AddSingleton<StrayTexts>()
        .AddScoped<KeyFiles>()
        .AddScoped<KeptTooLong>()
        .AddScoped<Verification>()
        .AddSingleton(provider => new ErasureStones(provider.GetRequiredService<KeySettings>().Directory))
        .AddSingleton<TraceSearching>()
        .AddScoped<WindowErasing>()
        .AddScoped<MadeUpVisits>()
        .AddScoped<RehearsalStart>()
        .AddScoped<RehearsalPlay>()
        .AddScoped<RehearsalRemoval>()
        .AddJob<RetentionJob>()
        .AddSingleton<MixRhythm>()
        .AddJob<MixJob>()
        .AddJob<SealJob>();

    // Of a scope of its own: the seal lives longer than a request.
    private static Func<Guid, CancellationToken, Task<bool>> IsRehearsal(IServiceProvider provider) => async (window, cancel) =>
    {
        await using var scope = provider.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RehearsalBook>().HoldsAsync(window, cancel);
    };
}
