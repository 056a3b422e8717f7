using BTech.Team.Accounts;
using BTech.Team.Audit;
using BTech.Team.Passkeys;
using BTech.Team.Presence;
using BTech.Team.Roles;
using BTech.Team.Sessions;
using BTech.Team.TwoPersons;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BTech.Team.Storage;

/// <summary>The team schema: Identity's tables under our names, and what staff are allowed and did. Internal: pages ask the module's classes.</summary>
internal sealed class TeamContext(DbContextOptions<TeamContext> options) : IdentityUserContext<StaffAccount, Guid>(options)
{
    public const string Schema = "team";

    public DbSet<Assignment> Assignments => Set<Assignment>();

    public DbSet<StaffSession> Sessions => Set<StaffSession>();

    public DbSet<PasswordLink> PasswordLinks => Set<PasswordLink>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<IdentityUserPasskey<Guid>> Passkeys => Set<IdentityUserPasskey<Guid>>();

    public DbSet<UsedChallenge> UsedChallenges => Set<UsedChallenge>();

    public DbSet<SealAuthorisation> SealAuthorisations => Set<SealAuthorisation>();

    public DbSet<ReportWithdrawal> ReportWithdrawals => Set<ReportWithdrawal>();

    public DbSet<PresentMember> Presences => Set<PresentMember>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<StaffRole>().HaveConversion<string>().HaveMaxLength(20);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HasDefaultSchema(Schema);
        builder.Entity<StaffAccount>(entity =>
        {
            entity.ToTable("staff_account");
            entity.HasIndex(account => account.NormalizedEmail).IsUnique().HasDatabaseName("ix_staff_account_email");
            entity.HasIndex(account => account.NormalizedUserName).IsUnique().HasDatabaseName("ix_staff_account_name");
        });
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("staff_claim");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("staff_login");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("staff_token");
        builder.Entity<IdentityUserPasskey<Guid>>().ToTable("staff_passkey");
        builder.Entity<PresentMember>(entity =>
        {
            entity.ToTable("presence");
            entity.HasKey(one => one.StaffId);
            entity.Property(one => one.StaffId).ValueGeneratedNever();
            entity.HasOne<StaffAccount>().WithMany().HasForeignKey(one => one.StaffId);
        });
        builder.Entity<Assignment>(entity =>
        {
            entity.ToTable("assignment");
            entity.HasIndex(held => new { held.StaffId, held.Role, held.WindowId }).IsUnique().AreNullsDistinct(false);
            entity.HasOne<StaffAccount>().WithMany().HasForeignKey(held => held.StaffId);
        });
        builder.Entity<StaffSession>(entity =>
        {
            entity.ToTable("staff_session");
            entity.HasKey(session => session.KeyHash);
            entity.HasOne<StaffAccount>().WithMany().HasForeignKey(session => session.StaffId);
        });
        builder.Entity<PasswordLink>(entity =>
        {
            entity.ToTable("password_link");
            entity.HasKey(link => link.Hash);
            entity.HasOne<StaffAccount>().WithMany().HasForeignKey(link => link.StaffId);
        });
        builder.Entity<RecoveryCode>(entity =>
        {
            entity.ToTable("recovery_code");
            entity.HasKey(code => code.Hash);
            entity.HasOne<StaffAccount>().WithMany().HasForeignKey(code => code.StaffId);
        });
        builder.Entity<UsedChallenge>(entity =>
        {
            entity.ToTable("used_challenge");
            entity.HasKey(used => used.Hash);
        });
        builder.Entity<SealAuthorisation>(entity =>
        {
            entity.ToTable("seal_authorisation");
            entity.HasKey(given => given.WindowId);
            entity.Ignore(given => given.First).Ignore(given => given.Second).Ignore(given => given.Stands);
        });
        builder.Entity<ReportWithdrawal>(entity =>
        {
            entity.ToTable("report_withdrawal");
            entity.HasKey(one => new { one.ReportNumber, one.Version });
            entity.Ignore(one => one.DueAt).Ignore(one => one.IsConfirmed);
        });
        builder.Entity<AuditEntry>(entity =>
        {
            entity.ToTable("audit_entry");
            entity.HasKey(entry => entry.Number);
        });

        // Ids are version 4 and set by our code; the provider's default would make time-ordered ones. Identity's claims keep their counter.
        foreach (var key in builder.Model.GetEntityTypes().Where(entity => entity.ClrType != typeof(IdentityUserClaim<Guid>))
                     .SelectMany(entity => entity.GetKeys()).SelectMany(key => key.Properties))
            key.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
    }

    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(instant => instant.ToUniversalTime(), instant => instant);
}
