using BTech.Record.Boxes;
using BTech.Record.Coding;
using BTech.Record.Disclosure;
using BTech.Record.Disclosure.Lifting;
using BTech.Record.Disclosure.Linting;
using BTech.Record.Exports;
using BTech.Record.FollowUp;
using BTech.Record.Imports;
using BTech.Record.Inputs;
using BTech.Record.Lists;
using BTech.Record.Matrix;
using BTech.Record.Quotations;
using BTech.Record.Reports;
using BTech.Record.Reports.Changes;
using BTech.Record.Reports.Files;
using BTech.Record.Reports.Passages;
using BTech.Record.Reports.Reviewing;
using BTech.Record.Responses;
using BTech.Record.Retention;
using BTech.Record.Sealing;
using BTech.Record.SecondCoding;
using BTech.Record.Similarity;
using BTech.Record.Storage;
using BTech.Record.Translations;
using BTech.Record.Verification;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace BTech.Record;

/// <summary>The Record module's front door.</summary>
public static class RecordModule
{
    /// <summary>Registers what was said, on its own data source. The composition root provides <see cref="IBoxKeys"/>, <see cref="IBatchKeys"/>, <see cref="ITombstones"/>, <see cref="IOldCopies"/> and the clock.</summary>
    public static IServiceCollection AddRecord(this IServiceCollection services, Func<IServiceProvider, NpgsqlDataSource> dataSource)
    {
        services.AddKeyedSingleton(RecordContext.Schema, (provider, _) => dataSource(provider));
        services.AddDbContextPool<RecordContext>((provider, options) => options
            .UseNpgsql(Source(provider), npgsql => npgsql.MigrationsHistoryTable(HistoryRepository.DefaultTableName, RecordContext.Schema))
            .UseSnakeCaseNamingConvention());
        services.AddSingleton(provider => new Boxes.Boxes(Source(provider), provider.GetRequiredService<IBoxKeys>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new Mixing(Source(provider), provider.GetRequiredService<IBoxKeys>()));
        services.AddSingleton(provider => new GroupCensus(Source(provider)));
        services.AddSingleton(provider => new Seal(
            Source(provider), provider.GetRequiredService<IBoxKeys>(), provider.GetRequiredService<IBatchKeys>(), provider.GetRequiredService<GroupCensus>(),
            provider.GetRequiredService<IOldCopies>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new SealPages(Source(provider)));
        services.AddSingleton(provider => new RecordChecks(Source(provider), RecordStorage.Tables(Source(provider).ConnectionString)));
        services.AddSingleton(provider => new TextErasure(Source(provider)));
        services.AddSingleton(provider => new RehearsedRecord(
            Source(provider), provider.GetRequiredService<IBoxKeys>(), provider.GetRequiredService<IBatchKeys>(), provider.GetRequiredService<ITombstones>(),
            provider.GetRequiredService<TimeProvider>()));
        AddFollowUp(services);
        AddEditorial(services);
        AddResponses(services);
        return services;
    }

    private static void AddFollowUp(IServiceCollection services)
    {
        services.AddScoped(provider => new Outcomes(Context(provider), new Inclusion(Source(provider))));
        services.AddSingleton(provider => new Requests(Source(provider), provider.GetRequiredService<IBatchKeys>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new Withdrawals(Source(provider), provider.GetRequiredService<ITombstones>()));
        services.AddSingleton(provider => new Release(
            Source(provider), provider.GetRequiredService<IBatchKeys>(), provider.GetRequiredService<Withdrawals>(), provider.GetRequiredService<TimeProvider>()));
    }

    private static void AddEditorial(IServiceCollection services)
    {
        services.AddScoped(provider => new SearchTexts(Context(provider)));
        services.AddScoped(provider => new InputList(Context(provider), provider.GetRequiredService<SearchTexts>()));
        services.AddScoped(provider => new Coverage(Context(provider)));
        services.AddScoped(provider => new CommentedParagraphs(Context(provider)));
        services.AddScoped(provider => new Review(Context(provider), provider.GetRequiredService<SearchTexts>()));
        services.AddScoped(provider => new SavedFilters(Context(provider)));
        services.AddScoped(provider => new Flags(Context(provider)));
        services.AddScoped(provider => new HarmlessPassages(Context(provider)));
        services.AddScoped(provider => new Splitting(Context(provider)));
        services.AddScoped(provider => new Threats(Context(provider)));
        services.AddScoped(provider => new ImportBook(Context(provider), provider.GetRequiredService<SearchTexts>()));
        services.AddScoped(provider => new WorkingTranslations(Context(provider), provider.GetRequiredService<SearchTexts>()));
        services.AddScoped(provider => new SentTexts(Context(provider)));
        services.AddScoped(provider => new CodeBook(Context(provider)));
        services.AddScoped(provider => new CodeBookHistory(Context(provider)));
        services.AddScoped(provider => new ThemeMerging(Context(provider)));
        services.AddScoped(provider => new ThemeSplitting(Context(provider)));
        services.AddScoped(provider => new Dimensions(Context(provider)));
        services.AddScoped(provider => new ExcerptCoding(Context(provider)));
        services.AddScoped(provider => new SecondReadings(Context(provider)));
        services.AddScoped(provider => new ReadingAgreements(Context(provider)));
        services.AddScoped(provider => new Disputes(Context(provider)));
        services.AddScoped(provider => new AlikeTexts(Context(provider)));
        services.AddScoped(provider => new ThemeSuggestions(Context(provider)));
        services.AddScoped(provider => new ResourceRegister(Context(provider)));
        services.AddScoped(provider => new DilemmaCards(Context(provider)));
        services.AddScoped(provider => new RaisedQuestions(Context(provider)));
        services.AddScoped(provider => new InputMemos(Context(provider)));
        services.AddScoped(provider => new Memos(Context(provider), provider.GetRequiredService<ExcerptCoding>()));
        services.AddScoped(provider => new SpokenLanguages(Context(provider)));
        services.AddScoped(provider => new ExportRegister(Context(provider), provider.GetRequiredService<TimeProvider>()));
        services.AddScoped(provider => new ExportReading(Context(provider), Source(provider)));
        services.AddScoped(provider => new CodingMatrices(Context(provider), provider.GetRequiredService<Coverage>(), provider.GetRequiredService<Backings>()));
        services.AddScoped(provider => new AskedQuotations(Context(provider)));
        services.AddScoped(provider => new Backings(Context(provider)));
        services.AddScoped(provider => new Freezing(
            Context(provider), provider.GetRequiredService<Backings>(), provider.GetRequiredService<IBatchKeys>(), provider.GetRequiredService<ITombstones>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddScoped(provider => new SummaryReports(Context(provider), provider.GetRequiredService<SealPages>()));
        services.AddScoped(provider => new Drafting(Context(provider), provider.GetRequiredService<Backings>(), new ReleasedLists(Context(provider)), provider.GetRequiredService<ClaimsLedger>()));
        services.AddScoped(provider => new ClaimsLedger(Context(provider)));
        services.AddScoped(provider => new OverarchingThemes(Context(provider)));
        services.AddScoped(provider => new Corrections(Context(provider)));
        services.AddScoped(provider => new DraftHistory(Context(provider)));
        services.AddScoped(provider => new BegunWordings(Context(provider)));
        services.AddScoped(provider => new ReviewComments(Context(provider)));
        services.AddScoped(provider => new FileReleases(Context(provider)));
        services.AddScoped(provider => new CarriedShare(Context(provider)));
        services.AddScoped(provider => new PassageCoverage(Context(provider), provider.GetRequiredService<Drafting>(), provider.GetRequiredService<ExcerptCoding>()));
        services.AddScoped(provider => new ReportCheck(Context(provider), provider.GetRequiredService<Backings>(), new ReleasedLists(Context(provider)), new ReportLint(Context(provider)), provider.GetRequiredService<ClaimsLedger>(),
            provider.GetRequiredService<PassageCoverage>(), provider.GetRequiredService<AttackerView>()));
        services.AddScoped(provider => new AttackerView(Context(provider), provider.GetRequiredService<ClaimsLedger>()));
        services.AddScoped(provider => new EvidenceBands(Context(provider), provider.GetRequiredService<Backings>(), provider.GetRequiredService<ClaimsLedger>()));
        services.AddScoped(provider => new DraftChecks.DraftChecks(Context(provider), provider.GetRequiredService<IBatchKeys>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new DraftChecks.DraftAnswers(Source(provider), provider.GetRequiredService<IBatchKeys>(), provider.GetRequiredService<TimeProvider>()));
        services.AddScoped(provider => new Liftings(Context(provider), provider.GetRequiredService<ReportCheck>()));
        services.AddScoped(provider => new ReportClearance(
            Context(provider), provider.GetRequiredService<ReportCheck>(), provider.GetRequiredService<ClaimsLedger>(), provider.GetRequiredService<CarriedShare>(), provider.GetRequiredService<EvidenceBands>(), provider.GetRequiredService<TimeProvider>()));
    }

    private static void AddResponses(IServiceCollection services)
    {
        services.AddScoped(provider => new Responses.Responses(Context(provider)));
        services.AddScoped(provider => new ResponseRelease(Context(provider), new ResponseLint(new ReportLint(Context(provider)))));
        services.AddScoped(provider => new ReleasedResponses(Context(provider)));
    }

    private static RecordContext Context(IServiceProvider provider) => provider.GetRequiredService<RecordContext>();

    private static NpgsqlDataSource Source(IServiceProvider provider) => provider.GetRequiredKeyedService<NpgsqlDataSource>(RecordContext.Schema);
}
