namespace BTech.Web.Jobs;

/// <summary>One job that the loop runs.</summary>
public sealed record JobRegistration(Type Type);

public static class JobsModule
{
    /// <summary>The loop, and one line for each job.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddHostedService<JobLoop>()
        .AddSingleton<JobPulse>()
        .AddSingleton<Mail.Postman>()
        .AddSingleton<Mail.MailServer>()
        .AddScoped<Mail.NoticeLetters>()
        .AddScoped<Mail.SpecimenLetters>()
        .AddScoped<Mail.LostLinkLetters>()
        .AddScoped<Mail.PasswordLetters>()
        .AddSingleton<Mail.AskedLetters>()
        .AddJob<AskedJob>()
        .AddScoped<Mail.RegistrationLetters>()
        .AddJob<RegistrationJob>()
        .AddScoped<Mail.OfferLetters>()
        .AddScoped<Mail.ReminderLetters>()
        .AddSingleton<Mail.ReminderStops>()
        .AddJob<AnnouncementJob>()
        .AddJob<ReminderJob>()
        .AddJob<OfferReminderJob>()
        .AddJob<MailJob>()
        .AddJob<ReleaseJob>()
        .AddScoped<Mail.DraftLetters>()
        .AddKeyedSingleton(DraftCheckJob.Rhythm, (provider, _) => new MixRhythm(provider.GetRequiredService<TimeProvider>()))
        .AddJob<DraftCheckJob>()
        .AddJob<SearchTextJob>();

    public static IServiceCollection AddJob<TJob>(this IServiceCollection services) where TJob : class, IJob => services
        .AddScoped<TJob>()
        .AddSingleton(new JobRegistration(typeof(TJob)));
}
