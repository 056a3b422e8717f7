using BTech.Record.Exports;
using BTech.Record.Inputs;
using BTech.Record.Lists;
using BTech.Record.Quotations;
using BTech.Record.Similarity;
using BTech.Record.Translations;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Storage;

internal sealed partial class RecordContext
{
    // What the team does with inputs: review, translations, search, lists and exports.
    private void MapReview(ModelBuilder model)
    {
        model.Entity<Mask>(entity =>
        {
            entity.ToTable("mask");
            entity.HasOne<SealedInput>().WithMany().HasForeignKey(mask => mask.InputId);
        });
        model.Entity<ReviewDecision>(entity =>
        {
            entity.ToTable("review_decision");
            entity.HasKey(decision => decision.InputId);
            entity.HasOne<SealedInput>().WithOne().HasForeignKey<ReviewDecision>(decision => decision.InputId);
        });
        model.Entity<SavedFilter>(entity =>
        {
            entity.ToTable("saved_filter");
            entity.HasIndex(filter => new { filter.WindowId, filter.Name }).IsUnique();
        });
        model.Entity<Flag>(entity =>
        {
            entity.ToTable("flag");
            entity.HasKey(flag => flag.InputId);
            entity.HasOne<SealedInput>().WithOne().HasForeignKey<Flag>(flag => flag.InputId);
        });
        model.Entity<HarmlessPassage>(entity =>
        {
            entity.ToTable("harmless_passage");
            entity.HasOne<SealedInput>().WithMany().HasForeignKey(passage => passage.InputId);
        });
        model.Entity<SplitPassage>(entity =>
        {
            entity.ToTable("split_passage");
            entity.HasOne<SealedInput>().WithMany().HasForeignKey(passage => passage.InputId);
        });
        model.Entity<Handover>(entity =>
        {
            entity.ToTable("handover");
            entity.HasKey(handover => handover.InputId);
            entity.HasOne<SealedInput>().WithOne().HasForeignKey<Handover>(handover => handover.InputId);
        });
        model.Entity<Quotation>(entity =>
        {
            entity.ToTable("quotation");
            // One passage of a text; of a contributor one is put, which nothing in the table says.
            entity.HasIndex(quotation => quotation.InputId).IsUnique();
            entity.HasOne<SealedInput>().WithOne().HasForeignKey<Quotation>(quotation => quotation.InputId);
        });
        model.Entity<WorkingTranslation>(entity =>
        {
            entity.ToTable("working_translation");
            entity.HasKey(translation => translation.InputId);
            entity.HasQueryFilter(translation => !Withdrawals.Any(row => row.InputId == translation.InputId));
            entity.HasOne<SealedInput>().WithOne().HasForeignKey<WorkingTranslation>(translation => translation.InputId);
        });
        model.Entity<SentText>(entity =>
        {
            entity.ToTable("sent_text");
            entity.HasIndex(sent => sent.WindowId);
        });
        model.Entity<SearchTextRow>(entity =>
        {
            entity.ToTable("search_text");
            entity.HasKey(row => row.InputId);
            entity.HasIndex(row => row.Pieces).HasMethod("gin");
            entity.HasQueryFilter(row => !Withdrawals.Any(withdrawal => withdrawal.InputId == row.InputId));
            entity.HasOne<SealedInput>().WithOne().HasForeignKey<SearchTextRow>(row => row.InputId);
        });
        model.Entity<SearchReadyRow>(entity =>
        {
            entity.ToTable("search_ready");
            entity.HasKey(row => row.WindowId);
        });
        model.Entity<AlikeGroup>(entity =>
        {
            entity.ToTable("alike_group");
            entity.HasIndex(group => group.WindowId);
        });
        model.Entity<AlikeText>(entity =>
        {
            entity.ToTable("alike_text");
            entity.HasKey(text => new { text.GroupId, text.InputId });
            entity.HasQueryFilter(text => !Withdrawals.Any(row => row.InputId == text.InputId));
            entity.HasOne<AlikeGroup>().WithMany().HasForeignKey(text => text.GroupId);
            entity.HasOne<SealedInput>().WithMany().HasForeignKey(text => text.InputId);
        });
        model.Entity<LoggedResource>(entity =>
        {
            entity.ToTable("logged_resource");
            entity.HasKey(line => line.InputId);
            entity.HasQueryFilter(line => !Withdrawals.Any(row => row.InputId == line.InputId));
            entity.HasOne<SealedInput>().WithOne().HasForeignKey<LoggedResource>(line => line.InputId);
        });
        model.Entity<DilemmaCard>(entity =>
        {
            entity.ToTable("dilemma_card");
            entity.HasKey(card => card.InputId);
            entity.HasQueryFilter(card => !Withdrawals.Any(row => row.InputId == card.InputId));
            entity.HasOne<SealedInput>().WithOne().HasForeignKey<DilemmaCard>(card => card.InputId);
        });
        model.Entity<InputMemo>(entity =>
        {
            entity.ToTable("input_memo");
            entity.HasQueryFilter(memo => !Withdrawals.Any(row => row.InputId == memo.InputId));
            entity.HasOne<SealedInput>().WithMany().HasForeignKey(memo => memo.InputId);
        });
        model.Entity<RaisedQuestion>(entity =>
        {
            entity.ToTable("raised_question");
            entity.HasIndex(question => question.WindowId);
        });
        model.Entity<InputExport>(entity =>
        {
            entity.ToTable("export");
            entity.HasIndex(export => export.WindowId);
        });
        model.Entity<ExportedPartRow>(entity =>
        {
            entity.ToTable("exported_part");
            entity.HasOne<InputExport>().WithMany().HasForeignKey(row => row.ExportId);
        });
    }
}
