using System.Reflection;
using ArchUnitNET.Domain.Dependencies;
using ArchUnitNET.Loader;
using BTech.Record.Disclosure;
using BTech.Web.Tests.Architecture.Planted;
using Type = System.Type;

namespace BTech.Web.Tests.Architecture;

/// <summary>
/// Numbers about what was said leave the Record side as answers of disclosure control or not at all: exact ones for the project team's pages,
/// bands for everything else. Found on the compiled code, and tried on planted breaches.
/// </summary>
public sealed class NumberTests
{
    private static readonly Assembly Record = typeof(DisclosureControl).Assembly;

    private static readonly string[] Readers = ["BTech.Web.Pages.", "AspNetCoreGeneratedDocument.", "BTech.Web.Commands.", "BTech.Web.Mail.", "BTech.Web.Jobs.", "BTech.Web.Health.", "BTech.Documents."];

    private static readonly string[] TeamsOwn = ["BTech.Web.Pages.Moderate.", "AspNetCoreGeneratedDocument.Pages_Moderate_"];

    private static readonly Lazy<Dependencies> Product = new(() => Dependencies.Of([typeof(Program).Assembly, Assembly.Load("BTech.Documents")]));

    /// <summary>
    /// Every number that pages, files, mails and verbs can reach on the Record side and that counts neither contributors nor inputs. Whoever adds
    /// one says here what it is; whoever wants to show a count asks <see cref="DisclosureControl"/>.
    /// </summary>
    private static readonly HashSet<string> NoCounts =
    [
        // An author's own box, shown to that author.
        "Boxes.BoxContent.AcceptedRuleVersion", "Boxes.BoxContent.CounterAt", "Boxes.BoxContent.FullPercent", "Boxes.BoxContent.RoomLeft", "Boxes.BoxContent.Version",
        "Boxes.FieldChange.SeenCounter", "Boxes.Piece.Counter", "Boxes.Place.FocusArea", "Boxes.Place.Paragraph",
        // Places in the paper and in one text.
        "Inputs.CommentedParagraph.Number", "Imports.ImportedText.FocusAreaNumber", "Inputs.InputFilter.Paragraph", "Coding.ReadableExcerpt.End", "Coding.ReadableExcerpt.FocusAreaNumber", "Inputs.CoveredArea.FocusAreaNumber", "Inputs.Suspicion.End", "Inputs.Suspicion.Start", "Coding.ReadableExcerpt.Start", "Inputs.InputFilter.FocusArea", "Inputs.Mask.End", "Inputs.Mask.Start", "Inputs.HarmlessPassage.End", "Inputs.HarmlessPassage.Start", "Inputs.SplitPassage.End", "Inputs.SplitPassage.FocusAreaNumber", "Inputs.SplitPassage.Start", "Inputs.Threat.FocusAreaNumber", "Similarity.ThemeSuggestion.End", "Similarity.ThemeSuggestion.Number", "Similarity.ThemeSuggestion.Start", "Similarity.SuggestedPlace.End", "Similarity.SuggestedPlace.Start",
        "Inputs.MaskedText.Find", "Inputs.MaskedText.Length", "Inputs.MaskedText.Sentence.End", "Inputs.MaskedText.Sentence.Number", "Inputs.MaskedText.Sentence.Start", "Inputs.MaskedText.Stretch.End",
        "Inputs.MaskedText.Stretch.Start", "Inputs.Passages.Of", "Inputs.ReadableInput.FocusAreaNumber", "Inputs.ReadableInput.ParagraphNumber", "Similarity.ThemeSuggestion.FocusAreaNumber",
        "Matrix.CodingMatrix.Areas",
        // The same in a file, under a random number.
        "Exports.ExportedInput.FocusAreaNumber", "Exports.ExportedInput.ParagraphNumber", "Exports.ExportedInput.Reference", "Exports.ExportedPassage.End", "Exports.ExportedPassage.Start",
        // The team's own work on one text.
        "Coding.DimensionValue.Order", "Coding.ThemeTree.Order", "Coding.ReadableExcerpt.Uses", "Inputs.ReadableInput.Codings",
        // How far two readings of the team agree, and the numbers of its list's versions.
        "SecondCoding.ThemeAgreement.Alpha", "SecondCoding.ThemeAgreement.Agreeing", "SecondCoding.Dispute.FocusAreaNumber",
        "Coding.BookVersion.Number", "Coding.CodeBookHistory.VersionAsync", "Coding.ThemeChange.Version", "Exports.BegunExport.BookVersion",
        // The batch in which the team asks a question.
        "Lists.RaisedQuestion.Batch", "Lists.ListedInput.FocusAreaNumber",
        // Numbers and order of a report and its parts.
        "DraftChecks.NumberedSentence.Number", "Reports.ReportReading.References",
        // Steps of the team on a draft, and its remarks on it.
        "Reports.Changes.DraftChange.Number", "Reports.Changes.DraftHistory.CountAsync", "Reports.Changes.DraftHistory.LastSentBackAsync", "Reports.Reviewing.ReviewComment.Number", "Reports.Reviewing.ReviewComments.CountOpenAsync",
        "Disclosure.Rung.Strength", "Reports.Block.Order", "Reports.Files.DifferingFile.Number", "Reports.Files.DifferingFile.Version", "Reports.Finding.Footnote", "Reports.Footnote.Number", "Reports.Gates.Gate.Number", "Reports.Gates.ReportGates.GateOf", "Reports.InlineText.Run.Footnote", "Reports.InlineText.Run.Point", "Reports.KeyPoint.NoteNumber", "Reports.KeyPointDraft.NoteNumber",
        "Reports.MeetingNote.Number", "Reports.Section.FocusAreaNumber", "Reports.Section.Order", "Reports.Statement.Order", "Reports.SummaryReport.Number",
        "Reports.SummaryReport.Version", "Reports.SummaryReports.CreateAsync", "Reports.SummaryReports.NextNumberAsync", "Reports.SummaryReports.NumbersAsync", "Reports.SummaryReports.WithdrawnAsync",
        // Which paragraph of which version of the paper an answer of the team names, and which release it stands in.
        "Responses.KeyPointResponse.Paragraph", "Responses.KeyPointResponse.PaperVersion", "Responses.KeyPointResponse.ReportNumber", "Responses.ReleasedResponse.Release", "Responses.ReleasedResponses.CommentsAsync", "Responses.ResponseDraft.Paragraph",
        "Responses.ResponseDraft.PaperVersion", "FollowUp.Outcome.Report",
        // How many were invited, how many more would have to be, and how far an act has come.
        "Sealing.GroupNeed.People", "Sealing.GroupNeed.Senders", "Sealing.GroupSize.Invited", "Sealing.GroupSize.Position", "Sealing.Reach.LargestDelegation", "Sealing.Reach.Organisations", "Sealing.Reach.SecondDelegation",
        "Sealing.SealCheck.Step", "Sealing.SealOutcome.Step", "Sealing.SealStanding.FailedStep",
        "Sealing.SealStanding.LastStep", "Verification.Verified.Invariants",
        // The answer itself, for the team; who may hold it is the first of these tests.
        "Disclosure.TeamCount.Number",
    ];

    private static readonly Type[] Numeric = [typeof(int), typeof(long), typeof(short), typeof(uint), typeof(ulong), typeof(double), typeof(float), typeof(decimal)];

    [Fact]
    public void ExactNumbers_ReachTheTeamsPagesOnly() => Assert.Empty(UsersOfExactNumbers(Product.Value));

    [Fact]
    public void ExactNumbers_PlantedOutsideTheTeamsPages_AreFound() => Assert.Equal(
        [typeof(PrintsAnExactNumber).FullName!], UsersOfExactNumbers(Dependencies.Of([typeof(PrintsAnExactNumber).Assembly], within: typeof(PrintsAnExactNumber).Namespace!)));

    [Fact]
    public void RawNumbers_OfTypesThatReadersSee_AreNoCounts()
    {
        var found = Numbers(Product.Value.UsedBy(type => Array.Exists(Readers, place => type.StartsWith(place, StringComparison.Ordinal)))).ToList();
        var changed = string.Join(", ", found.Except(NoCounts).Select(number => $"{number} is new").Concat(NoCounts.Except(found).Select(number => $"{number} is gone")).Order(StringComparer.Ordinal));
        Assert.True(changed.Length == 0, changed);
    }

    [Fact]
    public void Answers_AreMadeByDisclosureControlAlone()
    {
        var answers = new[] { typeof(TeamCount), typeof(PublicCount), typeof(PublicShare) };
        Assert.All(answers, answer => Assert.Empty(answer.GetConstructors()));
        var makers = new ArchLoader().LoadAssemblies(Record).Build().Types
            .SelectMany(type => type.Dependencies.OfType<MethodCallDependency>().Select(call => (Maker: type.FullName.Split('+', '/')[0], Call: call)))
            .Where(one => answers.Any(answer => one.Maker != answer.FullName && one.Call.Target.FullName == answer.FullName && one.Call.TargetMember.Name.StartsWith(".ctor", StringComparison.Ordinal)))
            .Select(one => one.Maker).Distinct();
        Assert.Equal([typeof(DisclosureControl).FullName!], makers);
    }

    // Whatever uses an exact number, or a type that carries one, and is not the team's.
    private static List<string> UsersOfExactNumbers(Dependencies code)
    {
        var exact = Record.GetExportedTypes().Where(type => type == typeof(TeamCount) || type.GetProperties().Any(property => property.PropertyType == typeof(TeamCount)))
            .Select(type => type.FullName!).ToHashSet(StringComparer.Ordinal);
        // Seeding reads the list of themes to write codings, and shows nothing.
        return code.Where(type => !Array.Exists([.. TeamsOwn, "BTech.Web.Operations."], place => type.StartsWith(place, StringComparison.Ordinal)), exact.Contains);
    }

    private static IEnumerable<string> Numbers(IReadOnlySet<string> used) => Record.GetExportedTypes().Where(type => used.Contains(type.FullName!.Split('+')[0]) && !type.IsEnum)
        .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(member => TypeOf(member) is { } told && HoldsNumber(told)).Select(member => $"{type.FullName!["BTech.Record.".Length..].Replace('+', '.')}.{member.Name}")).Distinct();

    private static Type? TypeOf(MemberInfo member) => member switch
    {
        PropertyInfo property => property.PropertyType,
        FieldInfo { IsLiteral: false } field => field.FieldType,
        MethodInfo { IsSpecialName: false } method when method.Name is not ("GetHashCode" or "CompareTo") => method.ReturnType,
        _ => null,
    };

    private static bool HoldsNumber(Type type) => Numeric.Contains(type) || type.GetGenericArguments().Any(HoldsNumber) || (type.GetElementType() is { } element && HoldsNumber(element));
}
