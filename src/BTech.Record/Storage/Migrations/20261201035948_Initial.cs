using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BTech.Record.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "record");

            migrationBuilder.CreateTable(
                name: "alike_group",
                schema: "record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    window_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_one_text = table.Column<bool>(type: "boolean", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alike_group", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "box",
                schema: "record",
                columns: table => new
                {
                    window_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tag = table.Column<byte[]>(type: "bytea", nullable: false),
                    box = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_box", x => new { x.window_id, x.tag });
                });

            migrationBuilder.CreateTable(
                name: "commented_band",
                schema: "record",
                columns: table => new
                {
                    report_number = table.Column<int>(type: "integer", nullable: false),
                    paragraph = table.Column<int>(type: "integer", nullable: false),
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    band = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commented_band", x => new { x.report_number, x.paragraph });
                });

            migrationBuilder.CreateTable(
                name: "contributor",
                schema: "record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    window_id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_label = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contributor", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "dimension",
                schema: "record",
                columns: table => new
                {
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dimension", x => x.consultation_id);
                });

            migrationBuilder.CreateTable(
                name: "dimension_value",
                schema: "record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dimension_value", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "export",
                schema: "record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    window_id = table.Column<Guid>(type: "uuid", nullable: false),
                    format = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    made_by = table.Column<Guid>(type: "uuid", nullable: false),
                    allowed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    made_on = table.Column<DateOnly>(type: "date", nullable: false),
                    delete_by = table.Column<DateOnly>(type: "date", nullable: false),
                    names_groups = table.Column<bool>(type: "boolean", nullable: false),
                    names_languages = table.Column<bool>(type: "boolean", nullable: false),
                    is_deleted = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_export", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "group_census",
                schema: "record",
                columns: table => new
                {
                    window_id = table.Column<Guid>(type: "uuid", nullable: false),
                    label = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    family = table.Column<string>(type: "text", nullable: false),
                    invited = table.Column<int>(type: "integer", nullable: false),
                    organisations = table.Column<int>(type: "integer", nullable: false),
                    largest_delegation = table.Column<int>(type: "integer", nullable: false),
                    second_delegation = table.Column<int>(type: "integer", nullable: false),
                    family_organisations = table.Column<int>(type: "integer", nullable: false),
                    family_largest_delegation = table.Column<int>(type: "integer", nullable: false),
                    family_second_delegation = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_group_census", x => new { x.window_id, x.label });
                });

            migrationBuilder.CreateTable(
                name: "import",
                schema: "record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    window_id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "meeting_note",
                schema: "record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    window_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting_note", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "raised_question",
                schema: "record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    window_id = table.Column<Guid>(type: "uuid", nullable: false),
                    batch = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    is_public = table.Column<bool>(type: "boolean", nullable: false),
                    written_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_raised_question", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "released_response",
                schema: "record",
                columns: table => new
                {
                    report_number = table.Column<int>(type: "integer", nullable: false),
                    lineage_id = table.Column<Guid>(type: "uuid", nullable: false),
                    release = table.Column<int>(type: "integer", nullable: false),
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    disposition = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    paper_version = table.Column<int>(type: "integer", nullable: true),
                    paragraph = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_released_response", x => new { x.report_number, x.lineage_id, x.release });
                });

            migrationBuilder.CreateTable(
                name: "request_box",
                schema: "record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    window_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lookup_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    box = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_request_box", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "response",
                schema: "record",
                columns: table => new
                {
                    report_number = table.Column<int>(type: "integer", nullable: false),
                    lineage_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    disposition = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    paper_version = table.Column<int>(type: "integer", nullable: true),
                    paragraph = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_response", x => new { x.report_number, x.lineage_id });
                });

            migrationBuilder.CreateTable(
                name: "saved_filter",
                schema: "record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    window_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    query = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_filter", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "seal",
                schema: "record",
                columns: table => new
                {
                    window_id = table.Column<Guid>(type: "uuid", nullable: false),
                    step = table.Column<int>(type: "integer", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_seal", x => new { x.window_id, x.step });
                });

            migrationBuilder.CreateTable(
                name: "seal_check",
                schema: "record",
                columns: table => new
                {
                    window_id = table.Column<Guid>(type: "uuid", nullable: false),
                    step = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_seal_check", x => new { x.window_id, x.step, x.name });
                });

            migrationBuilder.CreateTable(
                name: "seal_page",
                schema: "record",
                columns: table => new
                {
                    window_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contributors_band = table.Column<string>(type: "text", nullable: false),
                    inputs_band = table.Column<string>(type: "text", nullable: false),
                    labels = table.Column<string>(type: "text", nullable: false),
                    merkle_root = table.Column<byte[]>(type: "bytea", nullable: false),
                    leaves = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_seal_page", x => x.window_id);
                });

            migrationBuilder.CreateTable(
                name: "search_ready",
                schema: "record",
                columns: table => new
                {
                    window_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_ready", x => x.window_id);
                });

            migrationBuilder.CreateTable(
                name: "second_reading",
                schema: "record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    window_id = table.Column<Guid>(type: "uuid", nullable: false),
                    coded_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_second_reading", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sent_text",
                schema: "record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    window_id = table.Column<Guid>(type: "uuid", nullable: false),
                    input_id = table.Column<Guid>(type: "uuid", nullable: false),
                    went_to = table.Column<int>(type: "integer", nullable: false),
                    receiver = table.Column<string>(type: "text", nullable: false),
                    masks = table.Column<Guid[]>(type: "uuid[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sent_text", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "summary_report",
                schema: "record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    window_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_meeting = table.Column<bool>(type: "boolean", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    event_line = table.Column<string>(type: "text", nullable: false),
                    correction_note = table.Column<string>(type: "text", nullable: true),
                    status = table.Column<int>(type: "integer", nullable: false),
                    participants_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    has_annex = table.Column<bool>(type: "boolean", nullable: false),
                    published_on = table.Column<DateOnly>(type: "date", nullable: true),
                    cleared_by = table.Column<Guid>(type: "uuid", nullable: true),
                    return_note = table.Column<string>(type: "text", nullable: true),
                    content_hash = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_summary_report", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "theme",
                schema: "record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false),
                    definition = table.Column<string>(type: "text", nullable: false),
                    when_to_use = table.Column<string>(type: "text", nullable: false),
                    when_not = table.Column<string>(type: "text", nullable: false),
                    example = table.Column<string>(type: "text", nullable: false),
                    is_cross_cutting = table.Column<bool>(type: "boolean", nullable: false),
                    merged_into_id = table.Column<Guid>(type: "uuid", nullable: true),
                    split_from_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_theme", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "theme_change",
                schema: "record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    theme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    act = table.Column<int>(type: "integer", nullable: false),
                    other_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false),
                    definition = table.Column<string>(type: "text", nullable: false),
                    when_to_use = table.Column<string>(type: "text", nullable: false),
                    when_not = table.Column<string>(type: "text", nullable: false),
                    example = table.Column<string>(type: "text", nullable: false),
                    is_cross_cutting = table.Column<bool>(type: "boolean", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_theme_change", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "window_state",
                schema: "record",
                columns: table => new
                {
                    window_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    closes_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    box_bytes = table.Column<int>(type: "integer", nullable: false),
                    smallest_group = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_window_state", x => x.window_id);
                });

            migrationBuilder.CreateTable(
                name: "exported_part",
                schema: "record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    export_id = table.Column<Guid>(type: "uuid", nullable: false),
                    input_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    mask_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exported_part", x => x.id);
                    table.ForeignKey(
                        name: "fk_exported_part_export_export_id",
                        column: x => x.export_id,
                        principalSchema: "record",
                        principalTable: "export",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sealed_input",
                schema: "record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contributor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    window_id = table.Column<Guid>(type: "uuid", nullable: false),
                    focus_area_number = table.Column<int>(type: "integer", nullable: true),
                    paragraph_number = table.Column<int>(type: "integer", nullable: true),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    permission = table.Column<int>(type: "integer", nullable: false),
                    leaf = table.Column<byte[]>(type: "bytea", nullable: true),
                    import_id = table.Column<Guid>(type: "uuid", nullable: true),
                    import_part = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sealed_input", x => x.id);
                    table.CheckConstraint("ck_sealed_input_imported", "(import_id IS NULL) = (leaf IS NOT NULL) AND (import_id IS NULL OR contributor_id IS NULL)");
                    table.ForeignKey(
                        name: "fk_sealed_input_contributor_contributor_id",
                        column: x => x.contributor_id,
                        principalSchema: "record",
                        principalTable: "contributor",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_sealed_input_imports_import_id",
                        column: x => x.import_id,
                        principalSchema: "record",
                        principalTable: "import",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "begun_wording",
                schema: "record",
                columns: table => new
                {
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    writer = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_begun_wording", x => new { x.report_id, x.place_id, x.writer });
                    table.ForeignKey(
                        name: "fk_begun_wording_summary_report_report_id",
                        column: x => x.report_id,
                        principalSchema: "record",
                        principalTable: "summary_report",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "claim",
                schema: "record",
                columns: table => new
                {
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lineage_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rungs = table.Column<string>(type: "text", nullable: false),
                    band = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_claim", x => new { x.report_id, x.lineage_id });
                    table.ForeignKey(
                        name: "fk_claim_summary_report_report_id",
                        column: x => x.report_id,
                        principalSchema: "record",
                        principalTable: "summary_report",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "draft_change",
                schema: "record",
                columns: table => new
                {
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: true),
                    place_id = table.Column<Guid>(type: "uuid", nullable: true),
                    section_id = table.Column<Guid>(type: "uuid", nullable: true),
                    before = table.Column<string>(type: "text", nullable: true),
                    after = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_draft_change", x => new { x.report_id, x.number });
                    table.ForeignKey(
                        name: "fk_draft_change_summary_report_report_id",
                        column: x => x.report_id,
                        principalSchema: "record",
                        principalTable: "summary_report",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "draft_check",
                schema: "record",
                columns: table => new
                {
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "text", nullable: true),
                    out_on = table.Column<DateOnly>(type: "date", nullable: true),
                    stopped_early = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    left_out_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_draft_check", x => x.report_id);
                    table.ForeignKey(
                        name: "fk_draft_check_summary_report_report_id",
                        column: x => x.report_id,
                        principalSchema: "record",
                        principalTable: "summary_report",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "file_release",
                schema: "record",
                columns: table => new
                {
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    format = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<byte[]>(type: "bytea", nullable: false),
                    sha256 = table.Column<byte[]>(type: "bytea", nullable: false),
                    engine = table.Column<string>(type: "text", nullable: false),
                    differs = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_file_release", x => new { x.report_id, x.language, x.format });
                    table.ForeignKey(
                        name: "fk_file_release_summary_report_report_id",
                        column: x => x.report_id,
                        principalSchema: "record",
                        principalTable: "summary_report",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "footnote",
                schema: "record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_footnote", x => x.id);
                    table.ForeignKey(
                        name: "fk_footnote_summary_report_report_id",
                        column: x => x.report_id,
                        principalSchema: "record",
                        principalTable: "summary_report",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lifting",
                schema: "record",
                columns: table => new
                {
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    category = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    is_agreed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lifting", x => new { x.report_id, x.kind, x.hash });
                    table.ForeignKey(
                        name: "fk_lifting_summary_report_report_id",
                        column: x => x.report_id,
                        principalSchema: "record",
                        principalTable: "summary_report",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "report_editor",
                schema: "record",
                columns: table => new
                {
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    editor = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_editor", x => new { x.report_id, x.editor });
                    table.ForeignKey(
                        name: "fk_report_editor_summary_report_report_id",
                        column: x => x.report_id,
                        principalSchema: "record",
                        principalTable: "summary_report",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "review_comment",
                schema: "record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: true),
                    place_id = table.Column<Guid>(type: "uuid", nullable: true),
                    said = table.Column<string>(type: "text", nullable: true),
                    written_by = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    settled_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_comment", x => x.id);
                    table.ForeignKey(
                        name: "fk_review_comment_summary_report_report_id",
                        column: x => x.report_id,
                        principalSchema: "record",
                        principalTable: "summary_report",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "section",
                schema: "record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    focus_area_number = table.Column<int>(type: "integer", nullable: true),
                    heading = table.Column<string>(type: "text", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_section", x => x.id);
                    table.ForeignKey(
                        name: "fk_section_summary_report_report_id",
                        column: x => x.report_id,
                        principalSchema: "record",
                        principalTable: "summary_report",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "alike_text",
                schema: "record",
                columns: table => new
                {
                    group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    input_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_out = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alike_text", x => new { x.group_id, x.input_id });
                    table.ForeignKey(
                        name: "fk_alike_text_alike_group_group_id",
                        column: x => x.group_id,
                        principalSchema: "record",
                        principalTable: "alike_group",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_alike_text_sealed_input_input_id",
                        column: x => x.input_id,
                        principalSchema: "record",
                        principalTable: "sealed_input",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "coded_excerpt",
                schema: "record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    input_id = table.Column<Guid>(type: "uuid", nullable: false),
                    theme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    merged_from = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    in_translation = table.Column<bool>(type: "boolean", nullable: false),
                    start = table.Column<int>(type: "integer", nullable: false),
                    end = table.Column<int>(type: "integer", nullable: false),
                    stance = table.Column<int>(type: "integer", nullable: false),
                    dimension_value_id = table.Column<Guid>(type: "uuid", nullable: true),
                    memo = table.Column<string>(type: "text", nullable: true),
                    coded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    compared_as = table.Column<int>(type: "integer", nullable: false),
                    counts = table.Column<bool>(type: "boolean", nullable: false),
                    is_settled = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_coded_excerpt", x => x.id);
                    table.ForeignKey(
                        name: "fk_coded_excerpt_dimension_values_dimension_value_id",
                        column: x => x.dimension_value_id,
                        principalSchema: "record",
                        principalTable: "dimension_value",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_coded_excerpt_sealed_input_input_id",
                        column: x => x.input_id,
                        principalSchema: "record",
                        principalTable: "sealed_input",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_coded_excerpt_theme_theme_id",
                        column: x => x.theme_id,
                        principalSchema: "record",
                        principalTable: "theme",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dilemma_card",
                schema: "record",
                columns: table => new
                {
                    input_id = table.Column<Guid>(type: "uuid", nullable: false),
                    situation = table.Column<string>(type: "text", nullable: false),
                    tension = table.Column<string>(type: "text", nullable: false),
                    would_help = table.Column<string>(type: "text", nullable: false),
                    tabled_by = table.Column<string>(type: "text", nullable: false),
                    is_released = table.Column<bool>(type: "boolean", nullable: false),
                    release_reason = table.Column<string>(type: "text", nullable: true),
                    written_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dilemma_card", x => x.input_id);
                    table.ForeignKey(
                        name: "fk_dilemma_card_sealed_input_input_id",
                        column: x => x.input_id,
                        principalSchema: "record",
                        principalTable: "sealed_input",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dismissed_suggestion",
                schema: "record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    input_id = table.Column<Guid>(type: "uuid", nullable: false),
                    in_translation = table.Column<bool>(type: "boolean", nullable: false),
                    start = table.Column<int>(type: "integer", nullable: false),
                    end = table.Column<int>(type: "integer", nullable: false),
                    theme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dismissed_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dismissed_suggestion", x => x.id);
                    table.ForeignKey(
                        name: "fk_dismissed_suggestion_sealed_input_input_id",
                        column: x => x.input_id,
                        principalSchema: "record",
                        principalTable: "sealed_input",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "flag",
                schema: "record",
                columns: table => new
                {
                    input_id = table.Column<Guid>(type: "uuid", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    flagged_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_flag", x => x.input_id);
                    table.ForeignKey(
                        name: "fk_flag_sealed_input_input_id",
                        column: x => x.input_id,
                        principalSchema: "record",
                        principalTable: "sealed_input",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "handover",
                schema: "record",
                columns: table => new
                {
                    input_id = table.Column<Guid>(type: "uuid", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false),
                    handed_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handover", x => x.input_id);
                    table.ForeignKey(
                        name: "fk_handover_sealed_input_input_id",
                        column: x => x.input_id,
                        principalSchema: "record",
                        principalTable: "sealed_input",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "harmless_passage",
                schema: "record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    input_id = table.Column<Guid>(type: "uuid", nullable: false),
                    start = table.Column<int>(type: "integer", nullable: false),
                    end = table.Column<int>(type: "integer", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_harmless_passage", x => x.id);
                    table.ForeignKey(
                        name: "fk_harmless_passage_sealed_input_input_id",
                        column: x => x.input_id,
                        principalSchema: "record",
                        principalTable: "sealed_input",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "input_lookup",
                schema: "record",
                columns: table => new
                {
                    input_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lookup_hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_input_lookup", x => x.input_id);
                    table.ForeignKey(
                        name: "fk_input_lookup_sealed_input_input_id",
                        column: x => x.input_id,
                        principalSchema: "record",
                        principalTable: "sealed_input",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "input_memo",
                schema: "record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    input_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    written_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_input_memo", x => x.id);
                    table.ForeignKey(
                        name: "fk_input_memo_sealed_input_input_id",
                        column: x => x.input_id,
                        principalSchema: "record",
                        principalTable: "sealed_input",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "logged_resource",
                schema: "record",
                columns: table => new
                {
                    input_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    used_in = table.Column<string>(type: "text", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    is_in_annex = table.Column<bool>(type: "boolean", nullable: false),
                    annex_line = table.Column<string>(type: "text", nullable: true),
                    noted_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_logged_resource", x => x.input_id);
                    table.ForeignKey(
                        name: "fk_logged_resource_sealed_input_input_id",
                        column: x => x.input_id,
                        principalSchema: "record",
                        principalTable: "sealed_input",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mask",
                schema: "record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    input_id = table.Column<Guid>(type: "uuid", nullable: false),
                    start = table.Column<int>(type: "integer", nullable: false),
                    end = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    is_threat = table.Column<bool>(type: "boolean", nullable: false),
                    masked_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mask", x => x.id);
                    table.ForeignKey(
                        name: "fk_mask_sealed_input_input_id",
                        column: x => x.input_id,
                        principalSchema: "record",
                        principalTable: "sealed_input",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "quotation",
                schema: "record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    input_id = table.Column<Guid>(type: "uuid", nullable: false),
                    start = table.Column<int>(type: "integer", nullable: false),
                    end = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    is_released = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quotation", x => x.id);
                    table.ForeignKey(
                        name: "fk_quotation_sealed_input_input_id",
                        column: x => x.input_id,
                        principalSchema: "record",
                        principalTable: "sealed_input",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "review_decision",
                schema: "record",
                columns: table => new
                {
                    input_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_set_aside = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_decision", x => x.input_id);
                    table.ForeignKey(
                        name: "fk_review_decision_sealed_input_input_id",
                        column: x => x.input_id,
                        principalSchema: "record",
                        principalTable: "sealed_input",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sampled_input",
                schema: "record",
                columns: table => new
                {
                    input_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reading_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_done = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sampled_input", x => x.input_id);
                    table.ForeignKey(
                        name: "fk_sampled_input_sealed_input_input_id",
                        column: x => x.input_id,
                        principalSchema: "record",
                        principalTable: "sealed_input",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_sampled_input_second_reading_reading_id",
                        column: x => x.reading_id,
                        principalSchema: "record",
                        principalTable: "second_reading",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "search_text",
                schema: "record",
                columns: table => new
                {
                    input_id = table.Column<Guid>(type: "uuid", nullable: false),
                    words = table.Column<string>(type: "text", nullable: false),
                    pieces = table.Column<int[]>(type: "integer[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_text", x => x.input_id);
                    table.ForeignKey(
                        name: "fk_search_text_sealed_input_input_id",
                        column: x => x.input_id,
                        principalSchema: "record",
                        principalTable: "sealed_input",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "split_passage",
                schema: "record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    input_id = table.Column<Guid>(type: "uuid", nullable: false),
                    start = table.Column<int>(type: "integer", nullable: false),
                    end = table.Column<int>(type: "integer", nullable: false),
                    focus_area_number = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_split_passage", x => x.id);
                    table.ForeignKey(
                        name: "fk_split_passage_sealed_input_input_id",
                        column: x => x.input_id,
                        principalSchema: "record",
                        principalTable: "sealed_input",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "withdrawal",
                schema: "record",
                columns: table => new
                {
                    input_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_withdrawal", x => x.input_id);
                    table.ForeignKey(
                        name: "fk_withdrawal_sealed_input_input_id",
                        column: x => x.input_id,
                        principalSchema: "record",
                        principalTable: "sealed_input",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "working_translation",
                schema: "record",
                columns: table => new
                {
                    input_id = table.Column<Guid>(type: "uuid", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    earlier_text = table.Column<string>(type: "text", nullable: true),
                    earlier_language = table.Column<string>(type: "text", nullable: true),
                    earlier_written_by = table.Column<Guid>(type: "uuid", nullable: true),
                    earlier_is_machine = table.Column<bool>(type: "boolean", nullable: true),
                    earlier_made_by = table.Column<string>(type: "text", nullable: true),
                    is_machine = table.Column<bool>(type: "boolean", nullable: false),
                    is_checked = table.Column<bool>(type: "boolean", nullable: false),
                    made_by = table.Column<string>(type: "text", nullable: false),
                    went_to = table.Column<int>(type: "integer", nullable: false),
                    receiver = table.Column<string>(type: "text", nullable: true),
                    known_masks = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    written_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_working_translation", x => x.input_id);
                    table.ForeignKey(
                        name: "fk_working_translation_sealed_input_input_id",
                        column: x => x.input_id,
                        principalSchema: "record",
                        principalTable: "sealed_input",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "check_answer",
                schema: "record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sentence = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    words = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_check_answer", x => x.id);
                    table.ForeignKey(
                        name: "fk_check_answer_draft_check_report_id",
                        column: x => x.report_id,
                        principalSchema: "record",
                        principalTable: "draft_check",
                        principalColumn: "report_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "check_box",
                schema: "record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    box = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_check_box", x => x.id);
                    table.ForeignKey(
                        name: "fk_check_box_draft_check_report_id",
                        column: x => x.report_id,
                        principalSchema: "record",
                        principalTable: "draft_check",
                        principalColumn: "report_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "checked_sentence",
                schema: "record",
                columns: table => new
                {
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_checked_sentence", x => new { x.report_id, x.number });
                    table.ForeignKey(
                        name: "fk_checked_sentence_draft_check_report_id",
                        column: x => x.report_id,
                        principalSchema: "record",
                        principalTable: "draft_check",
                        principalColumn: "report_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "block",
                schema: "record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    introduction = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_block", x => x.id);
                    table.ForeignKey(
                        name: "fk_block_section_section_id",
                        column: x => x.section_id,
                        principalSchema: "record",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "set_aside_passage",
                schema: "record",
                columns: table => new
                {
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    excerpt_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<int>(type: "integer", nullable: false),
                    words = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_set_aside_passage", x => new { x.report_id, x.excerpt_id });
                    table.ForeignKey(
                        name: "fk_set_aside_passage_coded_excerpt_excerpt_id",
                        column: x => x.excerpt_id,
                        principalSchema: "record",
                        principalTable: "coded_excerpt",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_set_aside_passage_summary_report_report_id",
                        column: x => x.report_id,
                        principalSchema: "record",
                        principalTable: "summary_report",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "statement",
                schema: "record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    block_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    voice = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false),
                    is_commitment = table.Column<bool>(type: "boolean", nullable: true),
                    due = table.Column<string>(type: "text", nullable: true),
                    lineage_id = table.Column<Guid>(type: "uuid", nullable: true),
                    stance = table.Column<int>(type: "integer", nullable: true),
                    attribution = table.Column<string>(type: "text", nullable: true),
                    note_number = table.Column<int>(type: "integer", nullable: true),
                    counter_view = table.Column<int>(type: "integer", nullable: true),
                    contrary_reason = table.Column<string>(type: "text", nullable: true),
                    told = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_statement", x => x.id);
                    table.ForeignKey(
                        name: "fk_statement_block_block_id",
                        column: x => x.block_id,
                        principalSchema: "record",
                        principalTable: "block",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "evidence",
                schema: "record",
                columns: table => new
                {
                    key_point_id = table.Column<Guid>(type: "uuid", nullable: false),
                    excerpt_id = table.Column<Guid>(type: "uuid", nullable: false),
                    weight = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence", x => new { x.key_point_id, x.excerpt_id });
                    table.ForeignKey(
                        name: "fk_evidence_coded_excerpt_excerpt_id",
                        column: x => x.excerpt_id,
                        principalSchema: "record",
                        principalTable: "coded_excerpt",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_evidence_statement_key_point_id",
                        column: x => x.key_point_id,
                        principalSchema: "record",
                        principalTable: "statement",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "final_wording",
                schema: "record",
                columns: table => new
                {
                    key_point_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rungs = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_final_wording", x => x.key_point_id);
                    table.ForeignKey(
                        name: "fk_final_wording_statement_key_point_id",
                        column: x => x.key_point_id,
                        principalSchema: "record",
                        principalTable: "statement",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_alike_group_window_id",
                schema: "record",
                table: "alike_group",
                column: "window_id");

            migrationBuilder.CreateIndex(
                name: "ix_alike_text_input_id",
                schema: "record",
                table: "alike_text",
                column: "input_id");

            migrationBuilder.CreateIndex(
                name: "ix_block_section_id",
                schema: "record",
                table: "block",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_check_answer_report_id",
                schema: "record",
                table: "check_answer",
                column: "report_id");

            migrationBuilder.CreateIndex(
                name: "ix_check_box_report_id",
                schema: "record",
                table: "check_box",
                column: "report_id");

            migrationBuilder.CreateIndex(
                name: "ix_coded_excerpt_dimension_value_id",
                schema: "record",
                table: "coded_excerpt",
                column: "dimension_value_id");

            migrationBuilder.CreateIndex(
                name: "ix_coded_excerpt_input_id",
                schema: "record",
                table: "coded_excerpt",
                column: "input_id");

            migrationBuilder.CreateIndex(
                name: "ix_coded_excerpt_theme_id_input_id",
                schema: "record",
                table: "coded_excerpt",
                columns: new[] { "theme_id", "input_id" });

            migrationBuilder.CreateIndex(
                name: "ix_contributor_window_id",
                schema: "record",
                table: "contributor",
                column: "window_id");

            migrationBuilder.CreateIndex(
                name: "ix_dimension_value_consultation_id",
                schema: "record",
                table: "dimension_value",
                column: "consultation_id");

            migrationBuilder.CreateIndex(
                name: "ix_dismissed_suggestion_input_id",
                schema: "record",
                table: "dismissed_suggestion",
                column: "input_id");

            migrationBuilder.CreateIndex(
                name: "ix_draft_check_code",
                schema: "record",
                table: "draft_check",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_evidence_excerpt_id",
                schema: "record",
                table: "evidence",
                column: "excerpt_id");

            migrationBuilder.CreateIndex(
                name: "ix_export_window_id",
                schema: "record",
                table: "export",
                column: "window_id");

            migrationBuilder.CreateIndex(
                name: "ix_exported_part_export_id",
                schema: "record",
                table: "exported_part",
                column: "export_id");

            migrationBuilder.CreateIndex(
                name: "ix_footnote_report_id",
                schema: "record",
                table: "footnote",
                column: "report_id");

            migrationBuilder.CreateIndex(
                name: "ix_harmless_passage_input_id",
                schema: "record",
                table: "harmless_passage",
                column: "input_id");

            migrationBuilder.CreateIndex(
                name: "ix_import_window_id",
                schema: "record",
                table: "import",
                column: "window_id");

            migrationBuilder.CreateIndex(
                name: "ix_input_lookup_lookup_hash",
                schema: "record",
                table: "input_lookup",
                column: "lookup_hash");

            migrationBuilder.CreateIndex(
                name: "ix_input_memo_input_id",
                schema: "record",
                table: "input_memo",
                column: "input_id");

            migrationBuilder.CreateIndex(
                name: "ix_mask_input_id",
                schema: "record",
                table: "mask",
                column: "input_id");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_note_window_id_number",
                schema: "record",
                table: "meeting_note",
                columns: new[] { "window_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_quotation_input_id",
                schema: "record",
                table: "quotation",
                column: "input_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_raised_question_window_id",
                schema: "record",
                table: "raised_question",
                column: "window_id");

            migrationBuilder.CreateIndex(
                name: "ix_review_comment_report_id_number",
                schema: "record",
                table: "review_comment",
                columns: new[] { "report_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sampled_input_reading_id",
                schema: "record",
                table: "sampled_input",
                column: "reading_id");

            migrationBuilder.CreateIndex(
                name: "ix_saved_filter_window_id_name",
                schema: "record",
                table: "saved_filter",
                columns: new[] { "window_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sealed_input_contributor_id",
                schema: "record",
                table: "sealed_input",
                column: "contributor_id");

            migrationBuilder.CreateIndex(
                name: "ix_sealed_input_import_id",
                schema: "record",
                table: "sealed_input",
                column: "import_id");

            migrationBuilder.CreateIndex(
                name: "ix_sealed_input_window_id_id",
                schema: "record",
                table: "sealed_input",
                columns: new[] { "window_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_search_text_pieces",
                schema: "record",
                table: "search_text",
                column: "pieces")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_second_reading_window_id",
                schema: "record",
                table: "second_reading",
                column: "window_id");

            migrationBuilder.CreateIndex(
                name: "ix_section_report_id",
                schema: "record",
                table: "section",
                column: "report_id");

            migrationBuilder.CreateIndex(
                name: "ix_sent_text_window_id",
                schema: "record",
                table: "sent_text",
                column: "window_id");

            migrationBuilder.CreateIndex(
                name: "ix_set_aside_passage_excerpt_id",
                schema: "record",
                table: "set_aside_passage",
                column: "excerpt_id");

            migrationBuilder.CreateIndex(
                name: "ix_split_passage_input_id",
                schema: "record",
                table: "split_passage",
                column: "input_id");

            migrationBuilder.CreateIndex(
                name: "ix_statement_block_id",
                schema: "record",
                table: "statement",
                column: "block_id");

            migrationBuilder.CreateIndex(
                name: "ix_summary_report_number_version",
                schema: "record",
                table: "summary_report",
                columns: new[] { "number", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_theme_consultation_id_name",
                schema: "record",
                table: "theme",
                columns: new[] { "consultation_id", "name" },
                unique: true,
                filter: "merged_into_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_theme_change_consultation_id_version_theme_id",
                schema: "record",
                table: "theme_change",
                columns: new[] { "consultation_id", "version", "theme_id" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "alike_text",
                schema: "record");

            migrationBuilder.DropTable(
                name: "begun_wording",
                schema: "record");

            migrationBuilder.DropTable(
                name: "box",
                schema: "record");

            migrationBuilder.DropTable(
                name: "check_answer",
                schema: "record");

            migrationBuilder.DropTable(
                name: "check_box",
                schema: "record");

            migrationBuilder.DropTable(
                name: "checked_sentence",
                schema: "record");

            migrationBuilder.DropTable(
                name: "claim",
                schema: "record");

            migrationBuilder.DropTable(
                name: "commented_band",
                schema: "record");

            migrationBuilder.DropTable(
                name: "dilemma_card",
                schema: "record");

            migrationBuilder.DropTable(
                name: "dimension",
                schema: "record");

            migrationBuilder.DropTable(
                name: "dismissed_suggestion",
                schema: "record");

            migrationBuilder.DropTable(
                name: "draft_change",
                schema: "record");

            migrationBuilder.DropTable(
                name: "evidence",
                schema: "record");

            migrationBuilder.DropTable(
                name: "exported_part",
                schema: "record");

            migrationBuilder.DropTable(
                name: "file_release",
                schema: "record");

            migrationBuilder.DropTable(
                name: "final_wording",
                schema: "record");

            migrationBuilder.DropTable(
                name: "flag",
                schema: "record");

            migrationBuilder.DropTable(
                name: "footnote",
                schema: "record");

            migrationBuilder.DropTable(
                name: "group_census",
                schema: "record");

            migrationBuilder.DropTable(
                name: "handover",
                schema: "record");

            migrationBuilder.DropTable(
                name: "harmless_passage",
                schema: "record");

            migrationBuilder.DropTable(
                name: "input_lookup",
                schema: "record");

            migrationBuilder.DropTable(
                name: "input_memo",
                schema: "record");

            migrationBuilder.DropTable(
                name: "lifting",
                schema: "record");

            migrationBuilder.DropTable(
                name: "logged_resource",
                schema: "record");

            migrationBuilder.DropTable(
                name: "mask",
                schema: "record");

            migrationBuilder.DropTable(
                name: "meeting_note",
                schema: "record");

            migrationBuilder.DropTable(
                name: "quotation",
                schema: "record");

            migrationBuilder.DropTable(
                name: "raised_question",
                schema: "record");

            migrationBuilder.DropTable(
                name: "released_response",
                schema: "record");

            migrationBuilder.DropTable(
                name: "report_editor",
                schema: "record");

            migrationBuilder.DropTable(
                name: "request_box",
                schema: "record");

            migrationBuilder.DropTable(
                name: "response",
                schema: "record");

            migrationBuilder.DropTable(
                name: "review_comment",
                schema: "record");

            migrationBuilder.DropTable(
                name: "review_decision",
                schema: "record");

            migrationBuilder.DropTable(
                name: "sampled_input",
                schema: "record");

            migrationBuilder.DropTable(
                name: "saved_filter",
                schema: "record");

            migrationBuilder.DropTable(
                name: "seal",
                schema: "record");

            migrationBuilder.DropTable(
                name: "seal_check",
                schema: "record");

            migrationBuilder.DropTable(
                name: "seal_page",
                schema: "record");

            migrationBuilder.DropTable(
                name: "search_ready",
                schema: "record");

            migrationBuilder.DropTable(
                name: "search_text",
                schema: "record");

            migrationBuilder.DropTable(
                name: "sent_text",
                schema: "record");

            migrationBuilder.DropTable(
                name: "set_aside_passage",
                schema: "record");

            migrationBuilder.DropTable(
                name: "split_passage",
                schema: "record");

            migrationBuilder.DropTable(
                name: "theme_change",
                schema: "record");

            migrationBuilder.DropTable(
                name: "window_state",
                schema: "record");

            migrationBuilder.DropTable(
                name: "withdrawal",
                schema: "record");

            migrationBuilder.DropTable(
                name: "working_translation",
                schema: "record");

            migrationBuilder.DropTable(
                name: "alike_group",
                schema: "record");

            migrationBuilder.DropTable(
                name: "draft_check",
                schema: "record");

            migrationBuilder.DropTable(
                name: "export",
                schema: "record");

            migrationBuilder.DropTable(
                name: "statement",
                schema: "record");

            migrationBuilder.DropTable(
                name: "second_reading",
                schema: "record");

            migrationBuilder.DropTable(
                name: "coded_excerpt",
                schema: "record");

            migrationBuilder.DropTable(
                name: "block",
                schema: "record");

            migrationBuilder.DropTable(
                name: "dimension_value",
                schema: "record");

            migrationBuilder.DropTable(
                name: "sealed_input",
                schema: "record");

            migrationBuilder.DropTable(
                name: "theme",
                schema: "record");

            migrationBuilder.DropTable(
                name: "section",
                schema: "record");

            migrationBuilder.DropTable(
                name: "contributor",
                schema: "record");

            migrationBuilder.DropTable(
                name: "import",
                schema: "record");

            migrationBuilder.DropTable(
                name: "summary_report",
                schema: "record");
        }
    }
}
