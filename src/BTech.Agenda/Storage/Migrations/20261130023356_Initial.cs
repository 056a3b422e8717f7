using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BTech.Agenda.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "agenda");

            migrationBuilder.CreateTable(
                name: "announcement",
                schema: "agenda",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    window_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "jsonb", nullable: false),
                    text = table.Column<string>(type: "jsonb", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_taken = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_announcement", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "consultation",
                schema: "agenda",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "jsonb", nullable: false),
                    purpose = table.Column<string>(type: "jsonb", nullable: false),
                    host = table.Column<string>(type: "jsonb", nullable: false),
                    host_label = table.Column<string>(type: "jsonb", nullable: false),
                    contact = table.Column<string>(type: "text", nullable: false),
                    urgent_contact = table.Column<string>(type: "jsonb", nullable: false),
                    rehearsal_of = table.Column<Guid>(type: "uuid", nullable: true),
                    is_being_removed = table.Column<bool>(type: "boolean", nullable: false),
                    rule_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation", x => x.id);
                    table.CheckConstraint("ck_consultation_removal", "rehearsal_of IS NOT NULL OR NOT is_being_removed");
                    table.ForeignKey(
                        name: "fk_consultation_consultation_rehearsal_of",
                        column: x => x.rehearsal_of,
                        principalSchema: "agenda",
                        principalTable: "consultation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "paper_version",
                schema: "agenda",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "jsonb", nullable: false),
                    corrections = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_version", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reminder",
                schema: "agenda",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    window_id = table.Column<Guid>(type: "uuid", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    audience = table.Column<string>(type: "text", nullable: false),
                    is_taken = table.Column<bool>(type: "boolean", nullable: false),
                    went_out_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reminder", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "focus_area",
                schema: "agenda",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "jsonb", nullable: false),
                    short_title = table.Column<string>(type: "jsonb", nullable: false),
                    questions = table.Column<string>(type: "jsonb", nullable: false),
                    audience = table.Column<string>(type: "jsonb", nullable: false),
                    deliverable = table.Column<string>(type: "jsonb", nullable: false),
                    is_cross_cutting = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_focus_area", x => x.id);
                    table.ForeignKey(
                        name: "fk_focus_area_consultations_consultation_id",
                        column: x => x.consultation_id,
                        principalSchema: "agenda",
                        principalTable: "consultation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "own_reason",
                schema: "agenda",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    from_round = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_own_reason", x => x.id);
                    table.ForeignKey(
                        name: "fk_own_reason_consultation_consultation_id",
                        column: x => x.consultation_id,
                        principalSchema: "agenda",
                        principalTable: "consultation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "participant_group",
                schema: "agenda",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    label = table.Column<string>(type: "text", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "jsonb", nullable: false),
                    adjective = table.Column<string>(type: "jsonb", nullable: false),
                    family = table.Column<string>(type: "text", nullable: false),
                    family_name = table.Column<string>(type: "jsonb", nullable: false),
                    family_adjective = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_participant_group", x => x.id);
                    table.ForeignKey(
                        name: "fk_participant_group_consultations_consultation_id",
                        column: x => x.consultation_id,
                        principalSchema: "agenda",
                        principalTable: "consultation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "rule_text",
                schema: "agenda",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "jsonb", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rule_text", x => x.id);
                    table.ForeignKey(
                        name: "fk_rule_text_consultation_consultation_id",
                        column: x => x.consultation_id,
                        principalSchema: "agenda",
                        principalTable: "consultation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "comment_window",
                schema: "agenda",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "jsonb", nullable: false),
                    place = table.Column<string>(type: "jsonb", nullable: true),
                    paper_version_id = table.Column<Guid>(type: "uuid", nullable: true),
                    opens_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closes_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    zone = table.Column<string>(type: "text", nullable: false),
                    expected = table.Column<string>(type: "jsonb", nullable: true),
                    supplements_id = table.Column<Guid>(type: "uuid", nullable: true),
                    late_sending_minutes = table.Column<int>(type: "integer", nullable: false),
                    holding_hours = table.Column<int>(type: "integer", nullable: false),
                    box_bytes = table.Column<int>(type: "integer", nullable: false),
                    smallest_group = table.Column<int>(type: "integer", nullable: false),
                    admission = table.Column<int>(type: "integer", nullable: false),
                    counts = table.Column<int>(type: "integer", nullable: false),
                    is_opened = table.Column<bool>(type: "boolean", nullable: false),
                    closed_early_note = table.Column<string>(type: "jsonb", nullable: true),
                    is_sealed = table.Column<bool>(type: "boolean", nullable: false),
                    report_number = table.Column<int>(type: "integer", nullable: true),
                    texts_erased_on = table.Column<DateOnly>(type: "date", nullable: true),
                    people_erased_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reported_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_comment_window", x => x.id);
                    table.ForeignKey(
                        name: "fk_comment_window_comment_window_supplements_id",
                        column: x => x.supplements_id,
                        principalSchema: "agenda",
                        principalTable: "comment_window",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_comment_window_consultation_consultation_id",
                        column: x => x.consultation_id,
                        principalSchema: "agenda",
                        principalTable: "consultation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_comment_window_paper_version_paper_version_id",
                        column: x => x.paper_version_id,
                        principalSchema: "agenda",
                        principalTable: "paper_version",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "paragraph",
                schema: "agenda",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    paper_version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: true),
                    focus_area_number = table.Column<int>(type: "integer", nullable: true),
                    text = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paragraph", x => x.id);
                    table.ForeignKey(
                        name: "fk_paragraph_papers_paper_version_id",
                        column: x => x.paper_version_id,
                        principalSchema: "agenda",
                        principalTable: "paper_version",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "erasure",
                schema: "agenda",
                columns: table => new
                {
                    window_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    done_on = table.Column<DateOnly>(type: "date", nullable: false),
                    search = table.Column<int>(type: "integer", nullable: false),
                    found = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erasure", x => new { x.window_id, x.kind });
                    table.ForeignKey(
                        name: "fk_erasure_comment_window_window_id",
                        column: x => x.window_id,
                        principalSchema: "agenda",
                        principalTable: "comment_window",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "paragraph_change",
                schema: "agenda",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    paper_version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    old_id = table.Column<Guid>(type: "uuid", nullable: true),
                    new_id = table.Column<Guid>(type: "uuid", nullable: true),
                    confidence = table.Column<int>(type: "integer", nullable: false),
                    is_decided = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paragraph_change", x => x.id);
                    table.ForeignKey(
                        name: "fk_paragraph_change_paper_version_paper_version_id",
                        column: x => x.paper_version_id,
                        principalSchema: "agenda",
                        principalTable: "paper_version",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_paragraph_change_paragraph_new_id",
                        column: x => x.new_id,
                        principalSchema: "agenda",
                        principalTable: "paragraph",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_paragraph_change_paragraph_old_id",
                        column: x => x.old_id,
                        principalSchema: "agenda",
                        principalTable: "paragraph",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_comment_window_consultation_id_number",
                schema: "agenda",
                table: "comment_window",
                columns: new[] { "consultation_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_comment_window_paper_version_id",
                schema: "agenda",
                table: "comment_window",
                column: "paper_version_id");

            migrationBuilder.CreateIndex(
                name: "ix_comment_window_supplements_id",
                schema: "agenda",
                table: "comment_window",
                column: "supplements_id");

            migrationBuilder.CreateIndex(
                name: "ix_consultation_rehearsal_of",
                schema: "agenda",
                table: "consultation",
                column: "rehearsal_of",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_consultation_slug",
                schema: "agenda",
                table: "consultation",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_focus_area_consultation_id_number",
                schema: "agenda",
                table: "focus_area",
                columns: new[] { "consultation_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_own_reason_consultation_id_number",
                schema: "agenda",
                table: "own_reason",
                columns: new[] { "consultation_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_paper_version_consultation_id_number",
                schema: "agenda",
                table: "paper_version",
                columns: new[] { "consultation_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_paragraph_paper_version_id_number",
                schema: "agenda",
                table: "paragraph",
                columns: new[] { "paper_version_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_paragraph_change_new_id",
                schema: "agenda",
                table: "paragraph_change",
                column: "new_id");

            migrationBuilder.CreateIndex(
                name: "ix_paragraph_change_old_id",
                schema: "agenda",
                table: "paragraph_change",
                column: "old_id");

            migrationBuilder.CreateIndex(
                name: "ix_paragraph_change_paper_version_id_old_id_new_id",
                schema: "agenda",
                table: "paragraph_change",
                columns: new[] { "paper_version_id", "old_id", "new_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_participant_group_consultation_id_label",
                schema: "agenda",
                table: "participant_group",
                columns: new[] { "consultation_id", "label" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reminder_window_id_due_at",
                schema: "agenda",
                table: "reminder",
                columns: new[] { "window_id", "due_at" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_rule_text_consultation_id_version",
                schema: "agenda",
                table: "rule_text",
                columns: new[] { "consultation_id", "version" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "announcement",
                schema: "agenda");

            migrationBuilder.DropTable(
                name: "erasure",
                schema: "agenda");

            migrationBuilder.DropTable(
                name: "focus_area",
                schema: "agenda");

            migrationBuilder.DropTable(
                name: "own_reason",
                schema: "agenda");

            migrationBuilder.DropTable(
                name: "paragraph_change",
                schema: "agenda");

            migrationBuilder.DropTable(
                name: "participant_group",
                schema: "agenda");

            migrationBuilder.DropTable(
                name: "reminder",
                schema: "agenda");

            migrationBuilder.DropTable(
                name: "rule_text",
                schema: "agenda");

            migrationBuilder.DropTable(
                name: "comment_window",
                schema: "agenda");

            migrationBuilder.DropTable(
                name: "paragraph",
                schema: "agenda");

            migrationBuilder.DropTable(
                name: "consultation",
                schema: "agenda");

            migrationBuilder.DropTable(
                name: "paper_version",
                schema: "agenda");
        }
    }
}
