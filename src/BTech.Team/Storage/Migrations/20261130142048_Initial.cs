using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace BTech.Team.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "team");

            migrationBuilder.CreateTable(
                name: "audit_entry",
                schema: "team",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: true),
                    action = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: true),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entry", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "report_withdrawal",
                schema: "team",
                columns: table => new
                {
                    report_number = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    window_id = table.Column<Guid>(type: "uuid", nullable: false),
                    withdrawn_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    confirmed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_withdrawal", x => new { x.report_number, x.version });
                });

            migrationBuilder.CreateTable(
                name: "seal_authorisation",
                schema: "team",
                columns: table => new
                {
                    window_id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_id = table.Column<Guid>(type: "uuid", nullable: false),
                    second_id = table.Column<Guid>(type: "uuid", nullable: false),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    stopped_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    stopped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_seal_authorisation", x => x.window_id);
                });

            migrationBuilder.CreateTable(
                name: "staff_account",
                schema: "team",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    second_factor_key = table.Column<byte[]>(type: "bytea", nullable: true),
                    second_factor_step = table.Column<long>(type: "bigint", nullable: false),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    phone_number = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "used_challenge",
                schema: "team",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_used_challenge", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "assignment",
                schema: "team",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    window_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assignment", x => x.id);
                    table.ForeignKey(
                        name: "fk_assignment_staff_account_staff_id",
                        column: x => x.staff_id,
                        principalSchema: "team",
                        principalTable: "staff_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "password_link",
                schema: "team",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_password_link", x => x.hash);
                    table.ForeignKey(
                        name: "fk_password_link_staff_account_staff_id",
                        column: x => x.staff_id,
                        principalSchema: "team",
                        principalTable: "staff_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "presence",
                schema: "team",
                columns: table => new
                {
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    window_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_presence", x => x.staff_id);
                    table.ForeignKey(
                        name: "fk_presence_staff_account_staff_id",
                        column: x => x.staff_id,
                        principalSchema: "team",
                        principalTable: "staff_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "recovery_code",
                schema: "team",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recovery_code", x => x.hash);
                    table.ForeignKey(
                        name: "fk_recovery_code_staff_account_staff_id",
                        column: x => x.staff_id,
                        principalSchema: "team",
                        principalTable: "staff_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_claim",
                schema: "team",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_claim", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_claim_staff_account_user_id",
                        column: x => x.user_id,
                        principalSchema: "team",
                        principalTable: "staff_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_login",
                schema: "team",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    provider_key = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    provider_display_name = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_login", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_staff_login_staff_account_user_id",
                        column: x => x.user_id,
                        principalSchema: "team",
                        principalTable: "staff_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_passkey",
                schema: "team",
                columns: table => new
                {
                    credential_id = table.Column<byte[]>(type: "bytea", maxLength: 1024, nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    data = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_passkey", x => x.credential_id);
                    table.ForeignKey(
                        name: "fk_staff_passkey_staff_account_user_id",
                        column: x => x.user_id,
                        principalSchema: "team",
                        principalTable: "staff_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_session",
                schema: "team",
                columns: table => new
                {
                    key_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_session", x => x.key_hash);
                    table.ForeignKey(
                        name: "fk_staff_session_staff_account_staff_id",
                        column: x => x.staff_id,
                        principalSchema: "team",
                        principalTable: "staff_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_token",
                schema: "team",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login_provider = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_token", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_staff_token_staff_account_user_id",
                        column: x => x.user_id,
                        principalSchema: "team",
                        principalTable: "staff_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_assignment_staff_id_role_window_id",
                schema: "team",
                table: "assignment",
                columns: new[] { "staff_id", "role", "window_id" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_password_link_staff_id",
                schema: "team",
                table: "password_link",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "ix_recovery_code_staff_id",
                schema: "team",
                table: "recovery_code",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_account_email",
                schema: "team",
                table: "staff_account",
                column: "normalized_email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_account_name",
                schema: "team",
                table: "staff_account",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_claim_user_id",
                schema: "team",
                table: "staff_claim",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_login_user_id",
                schema: "team",
                table: "staff_login",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_passkey_user_id",
                schema: "team",
                table: "staff_passkey",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_session_staff_id",
                schema: "team",
                table: "staff_session",
                column: "staff_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "assignment",
                schema: "team");

            migrationBuilder.DropTable(
                name: "audit_entry",
                schema: "team");

            migrationBuilder.DropTable(
                name: "password_link",
                schema: "team");

            migrationBuilder.DropTable(
                name: "presence",
                schema: "team");

            migrationBuilder.DropTable(
                name: "recovery_code",
                schema: "team");

            migrationBuilder.DropTable(
                name: "report_withdrawal",
                schema: "team");

            migrationBuilder.DropTable(
                name: "seal_authorisation",
                schema: "team");

            migrationBuilder.DropTable(
                name: "staff_claim",
                schema: "team");

            migrationBuilder.DropTable(
                name: "staff_login",
                schema: "team");

            migrationBuilder.DropTable(
                name: "staff_passkey",
                schema: "team");

            migrationBuilder.DropTable(
                name: "staff_session",
                schema: "team");

            migrationBuilder.DropTable(
                name: "staff_token",
                schema: "team");

            migrationBuilder.DropTable(
                name: "used_challenge",
                schema: "team");

            migrationBuilder.DropTable(
                name: "staff_account",
                schema: "team");
        }
    }
}
