using BTech.People.Invitations;
using BTech.People.Listing;
using BTech.People.Mail;
using BTech.People.Offers;
using BTech.People.OnRecord;
using BTech.People.Participants;
using BTech.People.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BTech.People.Storage;

/// <summary>The people schema. Internal: pages and other modules ask the module's classes. No table here says who wrote, or when somebody came.</summary>
internal sealed class PeopleContext(DbContextOptions<PeopleContext> options) : DbContext(options)
{
    public const string Schema = "people";

    public DbSet<Participant> Participants => Set<Participant>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<OrganisationAlias> OrganisationAliases => Set<OrganisationAlias>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<InvitationLink> Links => Set<InvitationLink>();

    public DbSet<ListingConsent> Consents => Set<ListingConsent>();

    public DbSet<FrozenLine> Lines => Set<FrozenLine>();

    public DbSet<Offer> Offers => Set<Offer>();

    public DbSet<OfferFollowUp> OfferFollowUps => Set<OfferFollowUp>();

    public DbSet<OfferNote> OfferNotes => Set<OfferNote>();

    public DbSet<Submission> Submissions => Set<Submission>();

    public DbSet<OutgoingLetter> Outbox => Set<OutgoingLetter>();

    public DbSet<Undelivered> Undelivered => Set<Undelivered>();

    public DbSet<Registration> Registrations => Set<Registration>();

    public DbSet<Mailing> Mailings => Set<Mailing>();

    // timestamptz takes instants in UTC only.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        modelBuilder.Entity<Organisation>(entity =>
        {
            entity.ToTable("organisation");
            entity.HasIndex(organisation => organisation.FoldedName).IsUnique();
        });
        modelBuilder.Entity<OrganisationAlias>(entity =>
        {
            entity.ToTable("organisation_alias");
            entity.HasKey(alias => alias.FoldedName);
            entity.HasOne(alias => alias.Organisation).WithMany().HasForeignKey(alias => alias.OrganisationId);
        });
        modelBuilder.Entity<Participant>(entity =>
        {
            entity.ToTable("participant");
            entity.HasOne(participant => participant.Organisation).WithMany().HasForeignKey(participant => participant.OrganisationId);
            entity.HasIndex(participant => participant.FoldedEmail);
        });
        modelBuilder.Entity<Invitation>(entity =>
        {
            entity.ToTable("invitation");
            entity.HasOne(invitation => invitation.Participant).WithMany().HasForeignKey(invitation => invitation.ParticipantId);
            entity.HasIndex(invitation => new { invitation.WindowId, invitation.ParticipantId }).IsUnique();
        });
        modelBuilder.Entity<InvitationLink>(entity =>
        {
            entity.ToTable("invitation_link");
            entity.HasKey(link => link.Hash);
            entity.HasOne(link => link.Invitation).WithMany().HasForeignKey(link => link.InvitationId);
        });
        modelBuilder.Entity<ListingConsent>(entity =>
        {
            entity.ToTable("listing_consent");
            entity.HasKey(consent => consent.ParticipantId);
            entity.HasOne<Participant>().WithOne().HasForeignKey<ListingConsent>(consent => consent.ParticipantId);
        });
        modelBuilder.Entity<FrozenLine>(entity =>
        {
            entity.ToTable("listed_line");
            entity.HasKey(line => new { line.ReportNumber, line.Version, line.Order });
        });
        modelBuilder.Entity<Offer>(entity =>
        {
            entity.ToTable("offer");
            entity.Property(offer => offer.Text).HasMaxLength(OfferBook.MostCharacters);
            entity.HasOne<Invitation>().WithMany().HasForeignKey(offer => offer.InvitationId);
        });
        // With an offer that is taken back goes what was noted about it.
        modelBuilder.Entity<OfferFollowUp>(entity =>
        {
            entity.ToTable("offer_follow_up");
            entity.HasKey(followUp => followUp.OfferId);
            entity.Property(followUp => followUp.NextStep).HasMaxLength(OfferPipeline.MostCharactersOfAStep);
            entity.HasOne<Offer>().WithOne().HasForeignKey<OfferFollowUp>(followUp => followUp.OfferId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<OfferNote>(entity =>
        {
            entity.ToTable("offer_note");
            entity.Property(note => note.Text).HasMaxLength(OfferPipeline.MostCharactersOfANote);
            entity.HasOne<Offer>().WithMany().HasForeignKey(note => note.OfferId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<Submission>(entity =>
        {
            entity.ToTable("submission");
            entity.Property(submission => submission.Title).HasMaxLength(SubmissionText.MostInTitle);
            entity.Property(submission => submission.Text).HasMaxLength(SubmissionText.MostCharacters);
            entity.HasOne<Invitation>().WithMany().HasForeignKey(submission => submission.InvitationId);
            entity.HasIndex(submission => submission.InvitationId).IsUnique();
            entity.HasIndex(submission => new { submission.WindowId, submission.Number }).IsUnique();
        });
        modelBuilder.Entity<Registration>(entity =>
        {
            entity.ToTable("registration");
            entity.HasIndex(registration => registration.TokenHash).IsUnique();
            entity.HasIndex(registration => new { registration.WindowId, registration.FoldedEmail });
        });
        modelBuilder.Entity<OutgoingLetter>().ToTable("outbox");
        modelBuilder.Entity<Undelivered>(entity =>
        {
            entity.ToTable("undelivered");
            entity.HasKey(letter => letter.LetterId);
            entity.Property(letter => letter.Answer).HasMaxLength(DeliveryException.LongestAnswer);
            entity.HasOne<Invitation>().WithMany().HasForeignKey(letter => letter.InvitationId);
        });
        modelBuilder.Entity<Mailing>().ToTable("mailing");

        // Ids are version 4 and set by our code; the provider's default would make time-ordered ones.
        foreach (var key in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetKeys()).SelectMany(key => key.Properties))
            key.ValueGenerated = ValueGenerated.Never;
    }

    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(instant => instant.ToUniversalTime(), instant => instant);
}
