using BTech.Record.Coding;
using BTech.Record.Disclosure;
using BTech.Record.Disclosure.Lifting;
using BTech.Record.DraftChecks;
using BTech.Record.Reports;
using BTech.Record.Reports.Changes;
using BTech.Record.Reports.Files;
using BTech.Record.Reports.Passages;
using BTech.Record.Reports.Reviewing;
using BTech.Record.Responses;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Storage;

internal sealed partial class RecordContext
{
    // The reports and what they rest on.
    private static void MapReports(ModelBuilder model)
    {
        model.Entity<SummaryReport>(entity =>
        {
            entity.ToTable("summary_report");
            entity.HasIndex(report => new { report.Number, report.Version }).IsUnique();
            entity.HasMany(report => report.Sections).WithOne().HasForeignKey(section => section.ReportId);
            entity.HasMany(report => report.Footnotes).WithOne().HasForeignKey(footnote => footnote.ReportId);
        });
        model.Entity<Section>(entity =>
        {
            entity.ToTable("section");
            entity.HasMany(section => section.Blocks).WithOne().HasForeignKey(block => block.SectionId);
        });
        model.Entity<Block>(entity =>
        {
            entity.ToTable("block");
            entity.HasMany(block => block.Statements).WithOne().HasForeignKey(statement => statement.BlockId);
        });
        model.Entity<Statement>(entity =>
        {
            entity.ToTable("statement");
            entity.HasDiscriminator<string>("voice").HasValue<KeyPoint>("input").HasValue<HostNote>("host").HasValue<Fact>("fact");
        });
        model.Entity<KeyPoint>().Property(point => point.Told).HasConversion(bands => bands!.ToString(), written => ToldBands.Read(written));
        model.Entity<KeyPoint>().HasMany(point => point.Evidence).WithOne().HasForeignKey(evidence => evidence.KeyPointId);
        model.Entity<Evidence>(entity =>
        {
            entity.ToTable("evidence");
            entity.HasKey(evidence => new { evidence.KeyPointId, evidence.ExcerptId });
            entity.HasOne<CodedExcerpt>().WithMany().HasForeignKey(evidence => evidence.ExcerptId);
        });
        model.Entity<FinalWording>(entity =>
        {
            entity.ToTable("final_wording");
            entity.HasKey(wording => wording.KeyPointId);
            entity.HasOne<KeyPoint>().WithOne().HasForeignKey<FinalWording>(wording => wording.KeyPointId);
        });
        model.Entity<Claim>(entity =>
        {
            entity.ToTable("claim");
            entity.HasKey(claim => new { claim.ReportId, claim.LineageId });
            entity.HasOne<SummaryReport>().WithMany().HasForeignKey(claim => claim.ReportId);
        });
        model.Entity<SetAsidePassage>(entity =>
        {
            entity.ToTable("set_aside_passage");
            entity.HasKey(one => new { one.ReportId, one.ExcerptId });
            entity.HasOne<SummaryReport>().WithMany().HasForeignKey(one => one.ReportId);
            entity.HasOne<CodedExcerpt>().WithMany().HasForeignKey(one => one.ExcerptId);
        });
        model.Entity<Lifting>(entity =>
        {
            entity.ToTable("lifting");
            entity.HasKey(lifting => new { lifting.ReportId, lifting.Kind, lifting.Hash });
            entity.HasOne<SummaryReport>().WithMany().HasForeignKey(lifting => lifting.ReportId);
        });
        model.Entity<Response>(entity =>
        {
            entity.ToTable("response");
            entity.HasKey(response => new { response.ReportNumber, response.LineageId });
            entity.Ignore(response => response.Seen);
        });
        model.Entity<ReleasedResponse>(entity =>
        {
            entity.ToTable("released_response");
            entity.HasKey(response => new { response.ReportNumber, response.LineageId, response.Release });
        });
        model.Entity<CommentedBand>(entity =>
        {
            entity.ToTable("commented_band");
            entity.HasKey(band => new { band.ReportNumber, band.Paragraph });
        });
        model.Entity<Footnote>().ToTable("footnote");
        model.Entity<FileRelease>(entity =>
        {
            entity.ToTable("file_release");
            entity.HasKey(release => new { release.ReportId, release.Language, release.Format });
            entity.HasOne<SummaryReport>().WithMany().HasForeignKey(release => release.ReportId);
        });
        model.Entity<ReportEditor>(entity =>
        {
            entity.ToTable("report_editor");
            entity.HasKey(editor => new { editor.ReportId, editor.Editor });
            entity.HasOne<SummaryReport>().WithMany().HasForeignKey(editor => editor.ReportId);
        });
        model.Entity<DraftChange>(entity =>
        {
            entity.ToTable("draft_change");
            entity.HasKey(change => new { change.ReportId, change.Number });
            entity.HasOne<SummaryReport>().WithMany().HasForeignKey(change => change.ReportId);
        });
        model.Entity<BegunWording>(entity =>
        {
            entity.ToTable("begun_wording");
            entity.HasKey(begun => new { begun.ReportId, begun.PlaceId, begun.Writer });
            entity.HasOne<SummaryReport>().WithMany().HasForeignKey(begun => begun.ReportId);
        });
        model.Entity<ReviewComment>(entity =>
        {
            entity.ToTable("review_comment");
            entity.HasIndex(comment => new { comment.ReportId, comment.Number }).IsUnique();
            entity.HasOne<SummaryReport>().WithMany().HasForeignKey(comment => comment.ReportId);
        });
        model.Entity<DraftCheck>(entity =>
        {
            entity.ToTable("draft_check");
            entity.HasKey(check => check.ReportId);
            entity.HasIndex(check => check.Code).IsUnique();
            entity.HasOne<SummaryReport>().WithOne().HasForeignKey<DraftCheck>(check => check.ReportId);
        });
        model.Entity<CheckedSentence>(entity =>
        {
            entity.ToTable("checked_sentence");
            entity.HasKey(sentence => new { sentence.ReportId, sentence.Number });
            entity.HasOne<DraftCheck>().WithMany().HasForeignKey(sentence => sentence.ReportId);
        });
        model.Entity<CheckBoxRow>(entity =>
        {
            entity.ToTable("check_box");
            entity.HasOne<DraftCheck>().WithMany().HasForeignKey(box => box.ReportId);
        });
        model.Entity<CheckAnswer>(entity =>
        {
            entity.ToTable("check_answer");
            entity.HasOne<DraftCheck>().WithMany().HasForeignKey(answer => answer.ReportId);
        });
        model.Entity<MeetingNote>(entity =>
        {
            entity.ToTable("meeting_note");
            entity.HasIndex(note => new { note.WindowId, note.Number }).IsUnique();
        });
    }
}
