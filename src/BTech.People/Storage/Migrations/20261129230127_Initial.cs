using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BTech.People.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "people");

            migrationBuilder.CreateTable(
                name: "listed_line",
                schema: "people",
                columns: table => new
                {
                    report_number = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    group_label = table.Column<string>(type: "text", nullable: false),
                    honorific = table.Column<string>(type: "text", nullable: true),
                    name = table.Column<string>(type: "text", nullable: true),
                    role = table.Column<string>(type: "text", nullable: true),
                    organisation = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_listed_line", x => new { x.report_number, x.version, x.order });
                });

            migrationBuilder.CreateTable(
                name: "mailing",
                schema: "people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mailing", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organisation",
                schema: "people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    folded_name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                schema: "people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    window_id = table.Column<Guid>(type: "uuid", nullable: true),
                    @protected = table.Column<byte[]>(name: "protected", type: "bytea", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    not_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "registration",
                schema: "people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    window_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    organisation = table.Column<string>(type: "text", nullable: true),
                    group_label = table.Column<string>(type: "text", nullable: false),
                    email = table.Column<string>(type: "text", nullable: false),
                    folded_email = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    goes_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    invitation_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registration", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organisation_alias",
                schema: "people",
                columns: table => new
                {
                    folded_name = table.Column<string>(type: "text", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisation_alias", x => x.folded_name);
                    table.ForeignKey(
                        name: "fk_organisation_alias_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalSchema: "people",
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "participant",
                schema: "people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    honorific = table.Column<string>(type: "text", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    group_label = table.Column<string>(type: "text", nullable: false),
                    email = table.Column<string>(type: "text", nullable: false),
                    folded_email = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_participant", x => x.id);
                    table.ForeignKey(
                        name: "fk_participant_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalSchema: "people",
                        principalTable: "organisation",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "invitation",
                schema: "people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    window_id = table.Column<Guid>(type: "uuid", nullable: false),
                    participant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    is_revoked = table.Column<bool>(type: "boolean", nullable: false),
                    is_live = table.Column<bool>(type: "boolean", nullable: false),
                    wants_no_reminders = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitation", x => x.id);
                    table.ForeignKey(
                        name: "fk_invitation_participant_participant_id",
                        column: x => x.participant_id,
                        principalSchema: "people",
                        principalTable: "participant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "listing_consent",
                schema: "people",
                columns: table => new
                {
                    participant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    choice = table.Column<int>(type: "integer", nullable: false),
                    text_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_listing_consent", x => x.participant_id);
                    table.ForeignKey(
                        name: "fk_listing_consent_participant_participant_id",
                        column: x => x.participant_id,
                        principalSchema: "people",
                        principalTable: "participant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "invitation_link",
                schema: "people",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    invitation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitation_link", x => x.hash);
                    table.ForeignKey(
                        name: "fk_invitation_link_invitation_invitation_id",
                        column: x => x.invitation_id,
                        principalSchema: "people",
                        principalTable: "invitation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "offer",
                schema: "people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    invitation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kinds = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_offer", x => x.id);
                    table.ForeignKey(
                        name: "fk_offer_invitation_invitation_id",
                        column: x => x.invitation_id,
                        principalSchema: "people",
                        principalTable: "invitation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "submission",
                schema: "people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    window_id = table.Column<Guid>(type: "uuid", nullable: false),
                    invitation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    capacity = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: true),
                    role = table.Column<string>(type: "text", nullable: true),
                    organisation = table.Column<string>(type: "text", nullable: true),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    language = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "character varying(40000)", maxLength: 40000, nullable: false),
                    consent_version = table.Column<int>(type: "integer", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: true),
                    is_taken_down = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submission", x => x.id);
                    table.ForeignKey(
                        name: "fk_submission_invitation_invitation_id",
                        column: x => x.invitation_id,
                        principalSchema: "people",
                        principalTable: "invitation",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "undelivered",
                schema: "people",
                columns: table => new
                {
                    letter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    invitation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    standing = table.Column<int>(type: "integer", nullable: false),
                    answer = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_undelivered", x => x.letter_id);
                    table.ForeignKey(
                        name: "fk_undelivered_invitation_invitation_id",
                        column: x => x.invitation_id,
                        principalSchema: "people",
                        principalTable: "invitation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "offer_follow_up",
                schema: "people",
                columns: table => new
                {
                    offer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    next_step = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: true),
                    outcome = table.Column<int>(type: "integer", nullable: true),
                    reminded_of = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_offer_follow_up", x => x.offer_id);
                    table.ForeignKey(
                        name: "fk_offer_follow_up_offer_offer_id",
                        column: x => x.offer_id,
                        principalSchema: "people",
                        principalTable: "offer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "offer_note",
                schema: "people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    offer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_offer_note", x => x.id);
                    table.ForeignKey(
                        name: "fk_offer_note_offer_offer_id",
                        column: x => x.offer_id,
                        principalSchema: "people",
                        principalTable: "offer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_invitation_participant_id",
                schema: "people",
                table: "invitation",
                column: "participant_id");

            migrationBuilder.CreateIndex(
                name: "ix_invitation_window_id_participant_id",
                schema: "people",
                table: "invitation",
                columns: new[] { "window_id", "participant_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invitation_link_invitation_id",
                schema: "people",
                table: "invitation_link",
                column: "invitation_id");

            migrationBuilder.CreateIndex(
                name: "ix_offer_invitation_id",
                schema: "people",
                table: "offer",
                column: "invitation_id");

            migrationBuilder.CreateIndex(
                name: "ix_offer_note_offer_id",
                schema: "people",
                table: "offer_note",
                column: "offer_id");

            migrationBuilder.CreateIndex(
                name: "ix_organisation_folded_name",
                schema: "people",
                table: "organisation",
                column: "folded_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organisation_alias_organisation_id",
                schema: "people",
                table: "organisation_alias",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_participant_folded_email",
                schema: "people",
                table: "participant",
                column: "folded_email");

            migrationBuilder.CreateIndex(
                name: "ix_participant_organisation_id",
                schema: "people",
                table: "participant",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_registration_token_hash",
                schema: "people",
                table: "registration",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_registration_window_id_folded_email",
                schema: "people",
                table: "registration",
                columns: new[] { "window_id", "folded_email" });

            migrationBuilder.CreateIndex(
                name: "ix_submission_invitation_id",
                schema: "people",
                table: "submission",
                column: "invitation_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_submission_window_id_number",
                schema: "people",
                table: "submission",
                columns: new[] { "window_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_undelivered_invitation_id",
                schema: "people",
                table: "undelivered",
                column: "invitation_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "invitation_link",
                schema: "people");

            migrationBuilder.DropTable(
                name: "listed_line",
                schema: "people");

            migrationBuilder.DropTable(
                name: "listing_consent",
                schema: "people");

            migrationBuilder.DropTable(
                name: "mailing",
                schema: "people");

            migrationBuilder.DropTable(
                name: "offer_follow_up",
                schema: "people");

            migrationBuilder.DropTable(
                name: "offer_note",
                schema: "people");

            migrationBuilder.DropTable(
                name: "organisation_alias",
                schema: "people");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "people");

            migrationBuilder.DropTable(
                name: "registration",
                schema: "people");

            migrationBuilder.DropTable(
                name: "submission",
                schema: "people");

            migrationBuilder.DropTable(
                name: "undelivered",
                schema: "people");

            migrationBuilder.DropTable(
                name: "offer",
                schema: "people");

            migrationBuilder.DropTable(
                name: "invitation",
                schema: "people");

            migrationBuilder.DropTable(
                name: "participant",
                schema: "people");

            migrationBuilder.DropTable(
                name: "organisation",
                schema: "people");
        }
    }
}
