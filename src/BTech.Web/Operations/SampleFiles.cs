using System.Text.Json;
using System.Text.Json.Serialization;
using BTech.Documents.Reports;
using BTech.Languages;
using BTech.People.Listing;
using BTech.People.Offers;
using BTech.People.OnRecord;
using BTech.Record.Coding;
using BTech.Record.Inputs;
using BTech.Record.Reports;

namespace BTech.Web.Operations;

/// <summary>The files of the sample, read as they lie in <c>samples/tunis-2019</c>.</summary>
internal sealed class SampleFiles(string folder)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new LocalizedTextReader() },
    };

    public static SampleFiles Shipped { get; } = new(Path.Combine(AppContext.BaseDirectory, "samples", "tunis-2019"));

    public ConsultationFile Consultation() => Read<ConsultationFile>("consultation.json");

    public PaperFile Paper(int number) => Read<PaperFile>($"paper-{number}.json");

    public Stream People(int round) => File.OpenRead(PathTo($"round-{round}-people.csv"));

    public ContributorsFile Contributions(int round) => Read<ContributorsFile>($"round-{round}.json");

    public CodingFile Coding() => Read<CodingFile>("themes.json");

    public DraftFile Draft() => Read<DraftFile>("report-2.json");

    public OffersFile Offers(int round) => Read<OffersFile>($"offers-{round}.json");

    public SubmissionsFile Submissions(int round) => Read<SubmissionsFile>($"submissions-{round}.json");

    public ReportFile Report()
    {
        using var stream = File.OpenRead(PathTo("report-1.json"));
        return ReportJson.Read(stream);
    }

    public IReadOnlyList<ListedLine> Participants() =>
        [.. Read<ParticipantsFile>("participants-1.json").Participants.Select(one => new ListedLine(one.Group, one.Honorific, one.Name, one.Role, one.Organisation))];

    private T Read<T>(string name)
    {
        using var stream = File.OpenRead(PathTo(name));
        return JsonSerializer.Deserialize<T>(stream, Options) ?? throw new InvalidDataException($"{name} is empty.");
    }

    private string PathTo(string name) => Path.Combine(folder, name);

    public sealed record ConsultationFile(
        string Slug, LocalizedText Title, LocalizedText Purpose, LocalizedText Host, LocalizedText HostLabel, string Contact, LocalizedText UrgentContact,
        IReadOnlyList<GroupEntry> Groups, IReadOnlyList<FamilyEntry> Families, IReadOnlyList<FocusAreaEntry> FocusAreas, IReadOnlyList<RoundEntry> Rounds);

    public sealed record GroupEntry(string Label, string Family, LocalizedText Name, LocalizedText Adjective);

    public sealed record FamilyEntry(string Label, LocalizedText Name, LocalizedText Adjective);

    public sealed record FocusAreaEntry(int Number, LocalizedText Title, LocalizedText ShortTitle, LocalizedText Questions, bool IsCrossCutting = false);

    /// <summary>A round has exact dates, or is open for so many days from loading on.</summary>
    public sealed record RoundEntry(
        int Number, Agenda.Windows.RoundKind Kind, LocalizedText Title, int Paper, string Zone,
        LocalizedText? Place = null, DateTimeOffset? Opens = null, DateTimeOffset? Closes = null, int? OpenForDays = null);

    public sealed record PaperFile(int Number, LocalizedText Title, IReadOnlyList<ParagraphEntry> Paragraphs);

    public sealed record ParagraphEntry(Guid Id, LocalizedText Text, int? Number = null, int? FocusArea = null, bool Heading = false);

    public sealed record ContributorsFile(IReadOnlyList<ContributorEntry> Contributors);

    /// <summary>Round 2 names the group only, round 3 the address; not sent means that it is still being worked on.</summary>
    public sealed record ContributorEntry(IReadOnlyList<InputEntry> Inputs, string? Group = null, string? Email = null, bool Sent = true);

    public sealed record InputEntry(
        InputKind Kind, string Text, string Language, string? Key = null, int? FocusArea = null, int? Paragraph = null,
        QuotingPermission Permission = QuotingPermission.Paraphrase, string? Title = null, string? Link = null, string? Tension = null, string? WouldHelp = null);

    public sealed record CodingFile(IReadOnlyList<ThemeEntry> Themes, IReadOnlyList<ExcerptEntry> Excerpts, IReadOnlyList<ReviewEntry> Review);

    public sealed record ThemeEntry(string Key, string Name, string Definition, string? Parent = null, bool CrossCutting = false);

    public sealed record ExcerptEntry(string Key, string Input, string Theme, Stance Stance, string Quote);

    /// <summary>A passage masked for a reason in plain words, or the whole text set aside for one of the fixed ones.</summary>
    public sealed record ReviewEntry(string Input, string? Mask = null, string? Reason = null, string? SetAside = null);

    public sealed record OffersFile(IReadOnlyList<OfferEntry> Offers);

    public sealed record OfferEntry(string Email, IReadOnlyList<OfferKinds> Kinds, string Text, FollowUpEntry? FollowUp = null);

    /// <summary>Due so many days after loading; before it if below nothing.</summary>
    public sealed record FollowUpEntry(string NextStep, int? DueInDays = null, OfferOutcome? Outcome = null);

    public sealed record SubmissionsFile(IReadOnlyList<SubmissionEntry> Submissions);

    public sealed record SubmissionEntry(string Email, Capacity Capacity, string? Title, string Language, string Text);

    public sealed record DraftFile(string Language, IReadOnlyList<DraftSection> Sections);

    public sealed record DraftSection(SectionKind Kind, IReadOnlyList<DraftBlock> Blocks, int? FocusArea = null);

    public sealed record DraftBlock(IReadOnlyList<DraftStatement> Statements, string? Introduction = null);

    public sealed record DraftStatement(
        string Voice, string Text, Stance Stance = Stance.Nuance, string? Attribution = null, IReadOnlyList<string>? Evidence = null,
        IReadOnlyList<string>? Contrary = null, bool Commitment = false, string? Due = null);

    private sealed record ParticipantsFile(string Schema, string Note, string Published, IReadOnlyList<ListedEntry> Participants);

    private sealed record ListedEntry(string Name, string Role, string Organisation, string Group, string? Honorific = null);

    private sealed class LocalizedTextReader : JsonConverter<LocalizedText>
    {
        public override LocalizedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader, options)!);

        public override void Write(Utf8JsonWriter writer, LocalizedText value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.ByCode, options);
    }
}
