using BTech.Agenda;
using BTech.Record.Coding;
using BTech.Record.Disclosure;
using BTech.Record.Disclosure.Lifting;
using BTech.Record.Exports;
using BTech.Record.Imports;
using BTech.Record.Inputs;
using BTech.Record.Lists;
using BTech.Record.Reports;
using BTech.Record.Reports.Files;
using BTech.Record.Reports.Passages;
using BTech.Record.Responses;
using BTech.Record.SecondCoding;
using BTech.Record.Similarity;
using BTech.Record.Translations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BTech.Record.Storage;

/// <summary>The record schema. Internal: pages and other modules ask the module's classes.</summary>
internal sealed class RecordContext(DbContextOptions<RecordContext> options) : DbContext(options)
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

    public DbSet<Claim> Claims => Set<Claim>();

    /// <summary>Coded passages that reports do not tell of.</summary>
    public DbSet<SetAsidePassage> SetAsidePassages => Set<SetAsidePassage>();

    public DbSet<Lifting> Liftings => Set<Lifting>();

    public DbSet<Response> Responses => Set<Response>();

    public DbSet<ReleasedResponse> ReleasedResponses => Set<ReleasedResponse>();

    public DbSet<CommentedBand> CommentedBands => Set<CommentedBand>();

    public DbSet<MeetingNote> MeetingNotes => Set<MeetingNote>();

    public DbSet<InputExport> Exports => Set<InputExport>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<StaffId>().HaveConversion<StaffIdConverter>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        modelBuilder.Entity<BoxRow>(entity =>
        {
            entity.ToTable("box");
            entity.HasKey(row => new { row.WindowId, row.Tag });
        });
        modelBuilder.Entity<WindowStateRow>(entity =>
        {
            entity.ToTable("window_state");
            entity.HasKey(row => row.WindowId);
        });
        modelBuilder.Entity<GroupCensusRow>(entity =>
        {
            entity.ToTable("group_census");
            entity.HasKey(row => new { row.WindowId, row.Label });
        });
        modelBuilder.Entity<SealStepRow>(entity =>
        {
            entity.ToTable("seal");
            entity.HasKey(row => new { row.WindowId, row.Step });
        });
        modelBuilder.Entity<SealCheckRow>(entity =>
        {
            entity.ToTable("seal_check");
            entity.HasKey(row => new { row.WindowId, row.Step, row.Name });
        });
        modelBuilder.Entity<SealPageRow>(entity =>
        {
            entity.ToTable("seal_page");
            entity.HasKey(row => row.WindowId);
        });
        modelBuilder.Entity<Contributor>(entity =>
        {
            entity.ToTable("contributor");
            entity.HasIndex(contributor => contributor.WindowId);
        });
        modelBuilder.Entity<SealedInput>(entity =>
        {
            // Sealed, with a leaf of the seal page; or imported afterwards, without leaf and contributor. Nothing is both.
            entity.ToTable("sealed_input", table => table.HasCheckConstraint(
                "ck_sealed_input_imported", "(import_id IS NULL) = (leaf IS NOT NULL) AND (import_id IS NULL OR contributor_id IS NULL)"));
            entity.HasOne<Import>().WithMany().HasForeignKey(input => input.ImportId);
            entity.HasOne<Contributor>().WithMany().HasForeignKey(input => input.ContributorId);
            entity.HasIndex(input => new { input.WindowId, input.Id });
            // The one gate: whatever reads, lists, counts or exports inputs through this context never meets a withdrawn one.
            entity.HasQueryFilter(input => !Withdrawals.Any(row => row.InputId == input.Id));
        });
        modelBuilder.Entity<Import>(entity =>
        {
            entity.ToTable("import");
            entity.HasIndex(import => import.WindowId);
        });
        modelBuilder.Entity<InputLookupRow>(entity =>
        {
            entity.ToTable("input_lookup");
            entity.HasKey(row => row.InputId);
            entity.HasIndex(row => row.LookupHash);
            entity.HasOne<SealedInput>().WithOne().HasForeignKey<InputLookupRow>(row => row.InputId);
        });
        modelBuilder.Entity<RequestBoxRow>(entity => entity.ToTable("request_box"));
        modelBuilder.Entity<WithdrawalRow>(entity =>
        {
            entity.ToTable("withdrawal");
            entity.HasKey(row => row.InputId);
            entity.HasOne<SealedInput>().WithOne().HasForeignKey<WithdrawalRow>(row => row.InputId);
        });
        modelBuilder.Entity<Mask>(entity =>
        {
            entity.ToTable("mask");
            entity.HasOne<SealedInput>().WithMany().HasForeignKey(mask => mask.InputId);
        });
        modelBuilder.Entity<ReviewDecision>(entity =>
        {
            entity.ToTable("review_decision");
            entity.HasKey(decision => decision.InputId);
            entity.HasOne<SealedInput>().WithOne().HasForeignKey<ReviewDecision>(decision => decision.InputId);
        });
        modelBuilder.Entity<SavedFilter>(entity =>
        {
            entity.ToTable("saved_filter");
            entity.HasIndex(filter => new { filter.WindowId, filter.Name }).IsUnique();
        });
        modelBuilder.Entity<Flag>(entity =>
        {
            entity.ToTable("flag");
            entity.HasKey(flag => flag.InputId);
            entity.HasOne<SealedInput>().WithOne().HasForeignKey<Flag>(flag => flag.InputId);
        });
        modelBuilder.Entity<HarmlessPassage>(entity =>
        {
            entity.ToTable("harmless_passage");
            entity.HasOne<SealedInput>().WithMany().HasForeignKey(passage => passage.InputId);
        });
        modelBuilder.Entity<SplitPassage>(entity =>
        {
            entity.ToTable("split_passage");
            entity.HasOne<SealedInput>().WithMany().HasForeignKey(passage => passage.InputId);
        });
        modelBuilder.Entity<Handover>(entity =>
        {
            entity.ToTable("handover");
            entity.HasKey(handover => handover.InputId);
            entity.HasOne<SealedInput>().WithOne().HasForeignKey<Handover>(handover => handover.InputId);
        });
        modelBuilder.Entity<WorkingTranslation>(entity =>
        {
            entity.ToTable("working_translation");
            entity.HasKey(translation => translation.InputId);
            entity.HasQueryFilter(translation => !Withdrawals.Any(row => row.InputId == translation.InputId));
            entity.HasOne<SealedInput>().WithOne().HasForeignKey<WorkingTranslation>(translation => translation.InputId);
        });
        modelBuilder.Entity<SentText>(entity =>
        {
            entity.ToTable("sent_text");
            entity.HasIndex(sent => sent.WindowId);
        });
        modelBuilder.Entity<SearchTextRow>(entity =>
        {
            entity.ToTable("search_text");
            entity.HasKey(row => row.InputId);
            entity.HasIndex(row => row.Pieces).HasMethod("gin");
            entity.HasQueryFilter(row => !Withdrawals.Any(withdrawal => withdrawal.InputId == row.InputId));
            entity.HasOne<SealedInput>().WithOne().HasForeignKey<SearchTextRow>(row => row.InputId);
        });
        modelBuilder.Entity<SearchReadyRow>(entity =>
        {
            entity.ToTable("search_ready");
            entity.HasKey(row => row.WindowId);
        });
        modelBuilder.Entity<Theme>(entity =>
        {
            entity.ToTable("theme");
            // Nothing reads a theme that was merged into another but who takes that back; its name is free.
            entity.HasQueryFilter(theme => theme.MergedIntoId == null);
            entity.HasIndex(theme => new { theme.ConsultationId, theme.Name }).IsUnique().HasFilter("merged_into_id IS NULL");
        });
        modelBuilder.Entity<ThemeChange>(entity =>
        {
            entity.ToTable("theme_change");
            entity.HasIndex(change => new { change.ConsultationId, change.Version, change.ThemeId }).IsUnique();
        });
        modelBuilder.Entity<CodedExcerpt>(entity =>
        {
            entity.ToTable("coded_excerpt");
            entity.HasQueryFilter(NotWithdrawn, excerpt => !Withdrawals.Any(row => row.InputId == excerpt.InputId));
            entity.HasQueryFilter(Counting, excerpt => excerpt.Counts);
            entity.HasIndex(excerpt => new { excerpt.ThemeId, excerpt.InputId });
            entity.HasOne<SealedInput>().WithMany().HasForeignKey(excerpt => excerpt.InputId);
            entity.HasOne<Theme>().WithMany().HasForeignKey(excerpt => excerpt.ThemeId);
            entity.HasOne<DimensionValue>().WithMany().HasForeignKey(excerpt => excerpt.DimensionValueId);
        });
        modelBuilder.Entity<SecondReading>(entity =>
        {
            entity.ToTable("second_reading");
            entity.HasIndex(reading => reading.WindowId);
        });
        modelBuilder.Entity<SampledInput>(entity =>
        {
            entity.ToTable("sampled_input");
            entity.HasKey(sampled => sampled.InputId);
            entity.HasQueryFilter(sampled => !Withdrawals.Any(row => row.InputId == sampled.InputId));
            entity.HasOne<SecondReading>().WithMany().HasForeignKey(sampled => sampled.ReadingId);
            entity.HasOne<SealedInput>().WithOne().HasForeignKey<SampledInput>(sampled => sampled.InputId);
        });
        modelBuilder.Entity<Dimension>(entity =>
        {
            entity.ToTable("dimension");
            entity.HasKey(dimension => dimension.ConsultationId);
        });
        modelBuilder.Entity<DimensionValue>(entity =>
        {
            entity.ToTable("dimension_value");
            entity.HasIndex(value => value.ConsultationId);
        });
        modelBuilder.Entity<AlikeGroup>(entity =>
        {
            entity.ToTable("alike_group");
            entity.HasIndex(group => group.WindowId);
        });
        modelBuilder.Entity<AlikeText>(entity =>
        {
            entity.ToTable("alike_text");
            entity.HasKey(text => new { text.GroupId, text.InputId });
            entity.HasQueryFilter(text => !Withdrawals.Any(row => row.InputId == text.InputId));
            entity.HasOne<AlikeGroup>().WithMany().HasForeignKey(text => text.GroupId);
            entity.HasOne<SealedInput>().WithMany().HasForeignKey(text => text.InputId);
        });
        modelBuilder.Entity<DismissedSuggestion>(entity =>
        {
            entity.ToTable("dismissed_suggestion");
            entity.HasOne<SealedInput>().WithMany().HasForeignKey(one => one.InputId);
        });
        modelBuilder.Entity<SummaryReport>(entity =>
        {
            entity.ToTable("summary_report");
            entity.HasIndex(report => new { report.Number, report.Version }).IsUnique();
            entity.HasMany(report => report.Sections).WithOne().HasForeignKey(section => section.ReportId);
            entity.HasMany(report => report.Footnotes).WithOne().HasForeignKey(footnote => footnote.ReportId);
        });
        modelBuilder.Entity<Section>(entity =>
        {
            entity.ToTable("section");
            entity.HasMany(section => section.Blocks).WithOne().HasForeignKey(block => block.SectionId);
        });
        modelBuilder.Entity<Block>(entity =>
        {
            entity.ToTable("block");
            entity.HasMany(block => block.Statements).WithOne().HasForeignKey(statement => statement.BlockId);
        });
        modelBuilder.Entity<Statement>(entity =>
        {
            entity.ToTable("statement");
            entity.HasDiscriminator<string>("voice").HasValue<KeyPoint>("input").HasValue<HostNote>("host").HasValue<Fact>("fact");
        });
        modelBuilder.Entity<KeyPoint>().HasMany(point => point.Evidence).WithOne().HasForeignKey(evidence => evidence.KeyPointId);
        modelBuilder.Entity<Evidence>(entity =>
        {
            entity.ToTable("evidence");
            entity.HasKey(evidence => new { evidence.KeyPointId, evidence.ExcerptId });
            entity.HasOne<CodedExcerpt>().WithMany().HasForeignKey(evidence => evidence.ExcerptId);
        });
        modelBuilder.Entity<FinalWording>(entity =>
        {
            entity.ToTable("final_wording");
            entity.HasKey(wording => wording.KeyPointId);
            entity.HasOne<KeyPoint>().WithOne().HasForeignKey<FinalWording>(wording => wording.KeyPointId);
        });
        modelBuilder.Entity<Claim>(entity =>
        {
            entity.ToTable("claim");
            entity.HasKey(claim => new { claim.ReportId, claim.LineageId });
            entity.HasOne<SummaryReport>().WithMany().HasForeignKey(claim => claim.ReportId);
        });
        modelBuilder.Entity<SetAsidePassage>(entity =>
        {
            entity.ToTable("set_aside_passage");
            entity.HasKey(one => new { one.ReportId, one.ExcerptId });
            entity.HasOne<SummaryReport>().WithMany().HasForeignKey(one => one.ReportId);
            entity.HasOne<CodedExcerpt>().WithMany().HasForeignKey(one => one.ExcerptId);
        });
        modelBuilder.Entity<Lifting>(entity =>
        {
            entity.ToTable("lifting");
            entity.HasKey(lifting => new { lifting.ReportId, lifting.Kind, lifting.Hash });
            entity.HasOne<SummaryReport>().WithMany().HasForeignKey(lifting => lifting.ReportId);
        });
        modelBuilder.Entity<Response>(entity =>
        {
            entity.ToTable("response");
            entity.HasKey(response => new { response.ReportNumber, response.LineageId });
            entity.Ignore(response => response.Seen);
        });
        modelBuilder.Entity<ReleasedResponse>(entity =>
        {
            entity.ToTable("released_response");
            entity.HasKey(response => new { response.ReportNumber, response.LineageId, response.Release });
        });
        modelBuilder.Entity<CommentedBand>(entity =>
        {
            entity.ToTable("commented_band");
            entity.HasKey(band => new { band.ReportNumber, band.Paragraph });
        });
        modelBuilder.Entity<Footnote>().ToTable("footnote");
        modelBuilder.Entity<FileRelease>(entity =>
        {
            entity.ToTable("file_release");
            entity.HasKey(release => new { release.ReportId, release.Language, release.Format });
            entity.HasOne<SummaryReport>().WithMany().HasForeignKey(release => release.ReportId);
        });
        modelBuilder.Entity<ReportEditor>(entity =>
        {
            entity.ToTable("report_editor");
            entity.HasKey(editor => new { editor.ReportId, editor.Editor });
            entity.HasOne<SummaryReport>().WithMany().HasForeignKey(editor => editor.ReportId);
        });
        modelBuilder.Entity<LoggedResource>(entity =>
        {
            entity.ToTable("logged_resource");
            entity.HasKey(line => line.InputId);
            entity.HasQueryFilter(line => !Withdrawals.Any(row => row.InputId == line.InputId));
            entity.HasOne<SealedInput>().WithOne().HasForeignKey<LoggedResource>(line => line.InputId);
        });
        modelBuilder.Entity<DilemmaCard>(entity =>
        {
            entity.ToTable("dilemma_card");
            entity.HasKey(card => card.InputId);
            entity.HasQueryFilter(card => !Withdrawals.Any(row => row.InputId == card.InputId));
            entity.HasOne<SealedInput>().WithOne().HasForeignKey<DilemmaCard>(card => card.InputId);
        });
        modelBuilder.Entity<InputMemo>(entity =>
        {
            entity.ToTable("input_memo");
            entity.HasQueryFilter(memo => !Withdrawals.Any(row => row.InputId == memo.InputId));
            entity.HasOne<SealedInput>().WithMany().HasForeignKey(memo => memo.InputId);
        });
        modelBuilder.Entity<RaisedQuestion>(entity =>
        {
            entity.ToTable("raised_question");
            entity.HasIndex(question => question.WindowId);
        });
        modelBuilder.Entity<MeetingNote>(entity =>
        {
            entity.ToTable("meeting_note");
            entity.HasIndex(note => new { note.WindowId, note.Number }).IsUnique();
        });
        modelBuilder.Entity<InputExport>(entity =>
        {
            entity.ToTable("export");
            entity.HasIndex(export => export.WindowId);
        });
        modelBuilder.Entity<ExportedPartRow>(entity =>
        {
            entity.ToTable("exported_part");
            entity.HasOne<InputExport>().WithMany().HasForeignKey(row => row.ExportId);
        });

        // Ids are version 4 and set by our code; the provider's default would make time-ordered ones.
        foreach (var key in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetKeys()).SelectMany(key => key.Properties))
            key.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
    }

    private sealed class StaffIdConverter() : ValueConverter<StaffId, Guid>(staff => staff.Value, id => new StaffId(id));
}
