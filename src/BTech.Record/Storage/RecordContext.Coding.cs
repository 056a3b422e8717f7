using BTech.Record.Coding;
using BTech.Record.Inputs;
using BTech.Record.SecondCoding;
using BTech.Record.Similarity;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Storage;

internal sealed partial class RecordContext
{
    // The code book and what is coded with it.
    private void MapCoding(ModelBuilder model)
    {
        model.Entity<Theme>(entity =>
        {
            entity.ToTable("theme");
            // Nothing reads a theme that was merged into another but who takes that back; its name is free.
            entity.HasQueryFilter(theme => theme.MergedIntoId == null);
            entity.HasIndex(theme => new { theme.ConsultationId, theme.Name }).IsUnique().HasFilter("merged_into_id IS NULL");
        });
        model.Entity<ThemeChange>(entity =>
        {
            entity.ToTable("theme_change");
            entity.HasIndex(change => new { change.ConsultationId, change.Version, change.ThemeId }).IsUnique();
        });
        model.Entity<CodedExcerpt>(entity =>
        {
            entity.ToTable("coded_excerpt");
            entity.HasQueryFilter(NotWithdrawn, excerpt => !Withdrawals.Any(row => row.InputId == excerpt.InputId));
            entity.HasQueryFilter(Counting, excerpt => excerpt.Counts);
            entity.HasIndex(excerpt => new { excerpt.ThemeId, excerpt.InputId });
            entity.HasOne<SealedInput>().WithMany().HasForeignKey(excerpt => excerpt.InputId);
            entity.HasOne<Theme>().WithMany().HasForeignKey(excerpt => excerpt.ThemeId);
            entity.HasOne<DimensionValue>().WithMany().HasForeignKey(excerpt => excerpt.DimensionValueId);
        });
        model.Entity<SecondReading>(entity =>
        {
            entity.ToTable("second_reading");
            entity.HasIndex(reading => reading.WindowId);
        });
        model.Entity<SampledInput>(entity =>
        {
            entity.ToTable("sampled_input");
            entity.HasKey(sampled => sampled.InputId);
            entity.HasQueryFilter(sampled => !Withdrawals.Any(row => row.InputId == sampled.InputId));
            entity.HasOne<SecondReading>().WithMany().HasForeignKey(sampled => sampled.ReadingId);
            entity.HasOne<SealedInput>().WithOne().HasForeignKey<SampledInput>(sampled => sampled.InputId);
        });
        model.Entity<Dimension>(entity =>
        {
            entity.ToTable("dimension");
            entity.HasKey(dimension => dimension.ConsultationId);
        });
        model.Entity<DimensionValue>(entity =>
        {
            entity.ToTable("dimension_value");
            entity.HasIndex(value => value.ConsultationId);
        });
        model.Entity<DismissedSuggestion>(entity =>
        {
            entity.ToTable("dismissed_suggestion");
            entity.HasOne<SealedInput>().WithMany().HasForeignKey(one => one.InputId);
        });
    }
}
