using BTech.Record.Imports;
using BTech.Record.Inputs;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Storage;

internal sealed partial class RecordContext
{
    // What was said, by whom nobody knows: boxes, the seal and the sealed inputs.
    private void MapVoices(ModelBuilder model)
    {
        model.Entity<BoxRow>(entity =>
        {
            entity.ToTable("box");
            entity.HasKey(row => new { row.WindowId, row.Tag });
        });
        model.Entity<WindowStateRow>(entity =>
        {
            entity.ToTable("window_state");
            entity.HasKey(row => row.WindowId);
        });
        model.Entity<GroupCensusRow>(entity =>
        {
            entity.ToTable("group_census");
            entity.HasKey(row => new { row.WindowId, row.Label });
        });
        model.Entity<SealStepRow>(entity =>
        {
            entity.ToTable("seal");
            entity.HasKey(row => new { row.WindowId, row.Step });
        });
        model.Entity<SealCheckRow>(entity =>
        {
            entity.ToTable("seal_check");
            entity.HasKey(row => new { row.WindowId, row.Step, row.Name });
        });
        model.Entity<SealPageRow>(entity =>
        {
            entity.ToTable("seal_page");
            entity.HasKey(row => row.WindowId);
        });
        model.Entity<Contributor>(entity =>
        {
            entity.ToTable("contributor");
            entity.HasIndex(contributor => contributor.WindowId);
        });
        model.Entity<SealedInput>(entity =>
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
        model.Entity<Import>(entity =>
        {
            entity.ToTable("import");
            entity.HasIndex(import => import.WindowId);
        });
        model.Entity<InputLookupRow>(entity =>
        {
            entity.ToTable("input_lookup");
            entity.HasKey(row => row.InputId);
            entity.HasIndex(row => row.LookupHash);
            entity.HasOne<SealedInput>().WithOne().HasForeignKey<InputLookupRow>(row => row.InputId);
        });
        model.Entity<RequestBoxRow>(entity => entity.ToTable("request_box"));
        model.Entity<WithdrawalRow>(entity =>
        {
            entity.ToTable("withdrawal");
            entity.HasKey(row => row.InputId);
            entity.HasOne<SealedInput>().WithOne().HasForeignKey<WithdrawalRow>(row => row.InputId);
        });
    }
}
