using System.Text.Json;
using BTech.Agenda.Consultations;
using BTech.Agenda.Papers;
using BTech.Agenda.Reminders;
using BTech.Agenda.Retention;
using BTech.Agenda.Windows;
using BTech.Languages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BTech.Agenda.Storage;

/// <summary>The agenda schema. Internal: pages and other modules ask the module's classes.</summary>
internal sealed class AgendaContext(DbContextOptions<AgendaContext> options) : DbContext(options)
{
    public const string Schema = "agenda";

    public DbSet<Consultation> Consultations => Set<Consultation>();

    public DbSet<RuleText> RuleTexts => Set<RuleText>();

    public DbSet<OwnReason> OwnReasons => Set<OwnReason>();

    public DbSet<CommentWindow> Windows => Set<CommentWindow>();

    public DbSet<PaperVersion> Papers => Set<PaperVersion>();

    public DbSet<ParagraphChange> ParagraphChanges => Set<ParagraphChange>();

    public DbSet<Announcement> Announcements => Set<Announcement>();

    public DbSet<Reminder> Reminders => Set<Reminder>();

    public DbSet<Erasure> Erasures => Set<Erasure>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<LocalizedText>().HaveConversion<LocalizedTextConverter, LocalizedTextComparer>().HaveColumnType("jsonb");
        // timestamptz takes instants in UTC only; the zone in which dates are shown is a column of its own.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        modelBuilder.Entity<Consultation>(entity =>
        {
            entity.ToTable("consultation", table => table.HasCheckConstraint("ck_consultation_removal", "rehearsal_of IS NOT NULL OR NOT is_being_removed"));
            entity.Ignore(consultation => consultation.IsRehearsal);
            // One rehearsal of each at a time; what is rehearsed stays as long as its rehearsal.
            entity.HasOne<Consultation>().WithOne().HasForeignKey<Consultation>(rehearsal => rehearsal.RehearsalOf).OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(consultation => consultation.Slug).IsUnique();
            entity.HasMany(consultation => consultation.FocusAreas).WithOne().HasForeignKey(area => area.ConsultationId);
            entity.HasMany(consultation => consultation.Groups).WithOne().HasForeignKey(group => group.ConsultationId);
            entity.HasMany(consultation => consultation.Windows).WithOne(window => window.Consultation).HasForeignKey(window => window.ConsultationId);
        });
        modelBuilder.Entity<FocusArea>(entity =>
        {
            entity.ToTable("focus_area");
            entity.HasIndex(area => new { area.ConsultationId, area.Number }).IsUnique();
        });
        modelBuilder.Entity<ParticipantGroup>(entity =>
        {
            entity.ToTable("participant_group");
            entity.HasIndex(group => new { group.ConsultationId, group.Label }).IsUnique();
        });
        modelBuilder.Entity<RuleText>(entity =>
        {
            entity.ToTable("rule_text");
            entity.HasIndex(text => new { text.ConsultationId, text.Version }).IsUnique();
            entity.HasOne<Consultation>().WithMany().HasForeignKey(text => text.ConsultationId);
        });
        modelBuilder.Entity<OwnReason>(entity =>
        {
            entity.ToTable("own_reason");
            entity.Ignore(reason => reason.Key);
            entity.HasIndex(reason => new { reason.ConsultationId, reason.Number }).IsUnique();
            entity.HasOne<Consultation>().WithMany().HasForeignKey(reason => reason.ConsultationId);
        });
        modelBuilder.Entity<CommentWindow>(entity =>
        {
            entity.ToTable("comment_window");
            entity.Ignore(window => window.SealsAt);
            entity.Ignore(window => window.CanBeSupplemented);
            entity.Ignore(window => window.IsRehearsal);
            entity.HasOne<CommentWindow>().WithMany().HasForeignKey(window => window.SupplementsId).OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(window => new { window.ConsultationId, window.Number }).IsUnique();
        });
        modelBuilder.Entity<PaperVersion>(entity =>
        {
            entity.ToTable("paper_version");
            entity.HasIndex(paper => new { paper.ConsultationId, paper.Number }).IsUnique();
            entity.HasMany(paper => paper.Paragraphs).WithOne().HasForeignKey(paragraph => paragraph.PaperVersionId);
            entity.HasMany<CommentWindow>().WithOne().HasForeignKey(window => window.PaperVersionId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Paragraph>(entity =>
        {
            entity.ToTable("paragraph");
            entity.Ignore(paragraph => paragraph.IsHeading);
            entity.HasIndex(paragraph => new { paragraph.PaperVersionId, paragraph.Number }).IsUnique();
        });
        modelBuilder.Entity<ParagraphChange>(entity =>
        {
            entity.ToTable("paragraph_change");
            entity.HasIndex(change => new { change.PaperVersionId, change.OldId, change.NewId }).IsUnique();
            entity.HasOne<PaperVersion>().WithMany().HasForeignKey(change => change.PaperVersionId);
            entity.HasOne<Paragraph>().WithMany().HasForeignKey(change => change.NewId).OnDelete(DeleteBehavior.Cascade);
            // A version with which a newer one was compared stays.
            entity.HasOne<Paragraph>().WithMany().HasForeignKey(change => change.OldId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Announcement>().ToTable("announcement");
        modelBuilder.Entity<Reminder>(entity =>
        {
            entity.ToTable("reminder");
            entity.Property(reminder => reminder.Audience).HasConversion(audience => audience.ToString(), text => AudienceOf(text)).HasColumnType("text");
            entity.HasIndex(reminder => new { reminder.WindowId, reminder.DueAt }).IsUnique();
        });
        modelBuilder.Entity<Erasure>(entity =>
        {
            entity.ToTable("erasure");
            entity.HasKey(erasure => new { erasure.WindowId, erasure.Kind });
            entity.HasOne<CommentWindow>().WithMany().HasForeignKey(erasure => erasure.WindowId);
        });

        // Ids are version 4 and set by our code; the provider's default would make time-ordered ones.
        foreach (var key in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetKeys()).SelectMany(key => key.Properties))
            key.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
    }

    private static ReminderAudience AudienceOf(string text) =>
        ReminderAudience.TryParse(text, out var audience) ? audience : throw new InvalidOperationException($"No audience of a reminder: {text}");

    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(instant => instant.ToUniversalTime(), instant => instant);

    private sealed class LocalizedTextConverter() : ValueConverter<LocalizedText, string>(
        text => JsonSerializer.Serialize(text.ByCode, JsonSerializerOptions.Default),
        json => new LocalizedText(JsonSerializer.Deserialize<Dictionary<string, string>>(json, JsonSerializerOptions.Default)!));

    private sealed class LocalizedTextComparer() : ValueComparer<LocalizedText>(
        (left, right) => left == right || (left != null && right != null && left.IsSameAs(right)),
        text => text.ByCode.Count,
        text => text);
}
