using BTech.Agenda;
using BTech.Record.Coding;
using BTech.Record.Disclosure;
using BTech.Record.Disclosure.Lifting;
using BTech.Record.DraftChecks;
using BTech.Record.Exports;
using BTech.Record.Imports;
using BTech.Record.Inputs;
using BTech.Record.Lists;
using BTech.Record.Quotations;
using BTech.Record.Reports;
using BTech.Record.Reports.Changes;
using BTech.Record.Reports.Files;
using BTech.Record.Reports.Passages;
using BTech.Record.Reports.Reviewing;
using BTech.Record.Responses;
using BTech.Record.SecondCoding;
using BTech.Record.Similarity;
using BTech.Record.Translations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BTech.Record.Storage;

/// <summary>The record schema; its tables are told in the files beside this one. Internal: pages and other modules ask the module's classes.</summary>
internal sealed partial class RecordContext(DbContextOptions<RecordContext> options) : DbContext(options)
{
    public const string Schema = "record";

    /// <summary>The gate of codings that do not count; only whoever compares two readings, or shows a second coder that person's own, opens it.</summary>
    public const string Counting = "counting";

    public const string NotWithdrawn = "not withdrawn";

    public DbSet<WithdrawalRow> Withdrawals => Set<WithdrawalRow>();

    public DbSet<Contributor> Contributors => Set<Contributor>();

    public DbSet<SealedInput> Inputs => Set<SealedInput>();

    public DbSet<Import> Imports => Set<Import>();

    public DbSet<Mask> Masks => Set<Mask>();

    public DbSet<ReviewDecision> ReviewDecisions => Set<ReviewDecision>();

    public DbSet<SavedFilter> SavedFilters => Set<SavedFilter>();

    public DbSet<Flag> Flags => Set<Flag>();

    public DbSet<HarmlessPassage> HarmlessPassages => Set<HarmlessPassage>();

    public DbSet<SplitPassage> SplitPassages => Set<SplitPassage>();

    public DbSet<Handover> Handovers => Set<Handover>();

    /// <summary>Passages that the team would like to quote.</summary>
    public DbSet<Quotation> Quotations => Set<Quotation>();

    public DbSet<SearchTextRow> SearchTexts => Set<SearchTextRow>();

    public DbSet<WorkingTranslation> Translations => Set<WorkingTranslation>();

    public DbSet<SentText> SentTexts => Set<SentText>();

    public DbSet<InputMemo> InputMemos => Set<InputMemo>();

    public DbSet<Theme> Themes => Set<Theme>();

    public DbSet<ThemeChange> ThemeChanges => Set<ThemeChange>();

    public DbSet<Dimension> Dimensions => Set<Dimension>();

    public DbSet<DimensionValue> DimensionValues => Set<DimensionValue>();

    public DbSet<CodedExcerpt> Excerpts => Set<CodedExcerpt>();

    public DbSet<SecondReading> SecondReadings => Set<SecondReading>();

    public DbSet<SampledInput> SampledInputs => Set<SampledInput>();

    public DbSet<AlikeGroup> AlikeGroups => Set<AlikeGroup>();

    public DbSet<AlikeText> AlikeTexts => Set<AlikeText>();

    public DbSet<DismissedSuggestion> DismissedSuggestions => Set<DismissedSuggestion>();

    public DbSet<SummaryReport> Reports => Set<SummaryReport>();

    public DbSet<Statement> Statements => Set<Statement>();

    public DbSet<Evidence> Evidence => Set<Evidence>();

    public DbSet<FinalWording> FinalWordings => Set<FinalWording>();

    /// <summary>Files of published versions as they were first made.</summary>
    public DbSet<FileRelease> FileReleases => Set<FileRelease>();

    public DbSet<ReportEditor> ReportEditors => Set<ReportEditor>();

    public DbSet<DraftChange> DraftChanges => Set<DraftChange>();

    public DbSet<BegunWording> BegunWordings => Set<BegunWording>();

    public DbSet<ReviewComment> ReviewComments => Set<ReviewComment>();

    public DbSet<Claim> Claims => Set<Claim>();

    /// <summary>Coded passages that reports do not tell of.</summary>
    public DbSet<SetAsidePassage> SetAsidePassages => Set<SetAsidePassage>();

    public DbSet<Lifting> Liftings => Set<Lifting>();

    public DbSet<Response> Responses => Set<Response>();

    public DbSet<ReleasedResponse> ReleasedResponses => Set<ReleasedResponse>();

    public DbSet<CommentedBand> CommentedBands => Set<CommentedBand>();

    /// <summary>The participants' checks of drafts.</summary>
    public DbSet<DraftCheck> DraftChecks => Set<DraftCheck>();

    /// <summary>Sentences of drafts as they stood when their check began.</summary>
    public DbSet<CheckedSentence> CheckedSentences => Set<CheckedSentence>();

    public DbSet<CheckBoxRow> CheckBoxes => Set<CheckBoxRow>();

    public DbSet<CheckAnswer> CheckAnswers => Set<CheckAnswer>();

    public DbSet<MeetingNote> MeetingNotes => Set<MeetingNote>();

    public DbSet<InputExport> Exports => Set<InputExport>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<StaffId>().HaveConversion<StaffIdConverter>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        MapVoices(modelBuilder);
        MapReview(modelBuilder);
        MapCoding(modelBuilder);
        MapReports(modelBuilder);

        // Ids are version 4 and set by our code; the provider's default would make time-ordered ones.
        foreach (var key in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetKeys()).SelectMany(key => key.Properties))
            key.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
    }

    private sealed class StaffIdConverter() : ValueConverter<StaffId, Guid>(staff => staff.Value, id => new StaffId(id));
}
