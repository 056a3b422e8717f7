using System.Reflection;
using System.Text.Json;
using BTech.Languages;
using BTech.Record.Disclosure;
using BTech.Record.Disclosure.Linting;
using BTech.Record.Disclosure.Linting.Rules;
using BTech.Record.Reports;
using BTech.Record.Words;
using BTech.Testing;

namespace BTech.Record.Tests.Linting;

/// <summary>What the lint of report texts finds, and what it leaves alone.</summary>
[Invariant(24)]
public sealed class ReportLintTests
{
    // Of a hundred clean sentences at most so many may be stopped.
    private const int MostFalseAlarms = 3;

    [Fact]
    public void Find_PlantedDisclosures_AllOfThem()
    {
        Assert.All(LintCorpus.Planted.CountBy(one => one.Kind), kind => Assert.True(kind.Value >= 5, $"{kind.Key}: {kind.Value}"));
        Assert.True(LintCorpus.Planted.Count >= 60);
        var missed = LintCorpus.Planted.Where(one => LintCorpus.Find(one.Language, one.Sentence).All(finding => finding.Kind != one.Kind)).Select(one => $"{one.Kind} {one.Sentence}").ToList();
        Assert.True(missed.Count == 0, string.Join('\n', missed));
    }

    /// <summary>Each rule that reads sentences is needed: without it one of the planted ones is missed.</summary>
    [Fact]
    public void Find_WithoutOneRule_MissesSomethingPlanted()
    {
        // How a point was made, where it stands, and what was asked of an author, no single sentence shows (QuotationInReportTests).
        var reading = ReportLint.Rules.Where(rule => rule is not (ChosenPhraseRule or OrderRule or QuotationRule)).ToList();
        Assert.Equal(ReportLint.Rules.Count - 3, reading.Count);
        Assert.All(reading, left => Assert.Contains(LintCorpus.Planted, planted =>
            LintCorpus.FindBy(reading.Where(rule => rule != left), planted.Language, planted.Sentence).All(finding => finding.Kind != planted.Kind)));
    }

    [Fact]
    public void Find_CleanSentences_StopsHardlyAny()
    {
        var sentences = LintCorpus.Clean.Concat(Tunis().Select(sentence => (Language: "en", Sentence: sentence))).ToList();
        Assert.True(sentences.Count >= 200, $"{sentences.Count}");
        var alarms = sentences.Select(one => (one.Sentence, Findings: LintCorpus.Find(one.Language, one.Sentence, LintCorpus.Many).Where(finding => finding.IsBlocking).ToList()))
            .Where(one => one.Findings.Count > 0).Select(one => $"{string.Join(", ", one.Findings.Select(finding => $"{finding.Kind} ({finding.Detail})"))}: {one.Sentence}").ToList();
        TestContext.Current.TestOutputHelper?.WriteLine($"{alarms.Count} of {sentences.Count}\n{string.Join('\n', alarms)}");
        Assert.True(alarms.Count * 100 <= MostFalseAlarms * sentences.Count, $"{alarms.Count} of {sentences.Count}\n{string.Join('\n', alarms)}");
    }

    /// <summary>What a finding shows stands in the report; it cannot show anything of what the report was compared with.</summary>
    [Fact]
    public void Find_Names_QuotesTheReportsOwnWordsOnly()
    {
        var findings = LintCorpus.Find("en", "Some participants referred to **GONCALVES BRANDT’s work** at aCME  telecom.");
        Assert.Equal(["BRANDT", "aCME  telecom"], findings.Where(one => one.Kind is FindingKind.PersonNamed or FindingKind.OrganisationNamed).Select(one => one.Detail));
        Assert.All(LintCorpus.Planted, planted => Assert.All(
            LintCorpus.Find(planted.Language, planted.Sentence).Where(finding => finding.Kind is not FindingKind.Verbatim),
            finding => Assert.Contains(finding.Detail!, InlineText.Plain(planted.Sentence) + string.Concat(InlineText.Parse(planted.Sentence).Select(run => run.Link)), StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Some participants referred to **the OECD Guidelines**.", 0)]
    [InlineData("Some participants referred to **the work of the OECD and the ILO**, and to the UNGPs.", 0)]
    [InlineData("The OECD noted that **its guidelines were updated**.", 1)]
    [InlineData("An OECD participant asked for **a longer list**.", 1)]
    [InlineData("Some participants from the OECD asked for **a longer list**.", 1)]
    public void Find_PublicForum_OnlyWhereItSpeaks(string sentence, int expected) =>
        Assert.Equal(expected, LintCorpus.Find("en", sentence, LintCorpus.Many).Count(finding => finding.Kind == FindingKind.OrganisationNamed));

    [Theory]
    [InlineData("For more, see [the paper](https://papers.example.net/scoping).", 0)]
    [InlineData("For more, see https://www.ohchr.org/en/business and [write](mailto:contact@example.org).", 0)]
    [InlineData("For more, see https://www.legislation.gov.uk/ukpga and https://www.legifrance.gouv.fr.", 0)]
    [InlineData("For more, see [their page](https://acme.example.com/rights).", 1)]
    [InlineData("For more, write to [us](mailto:someone@example.com).", 1)]
    public void Find_Links_ThoseThatAreNotPublicAnyway(string sentence, int expected) =>
        Assert.Equal(expected, LintCorpus.Find("en", sentence).Count(finding => finding.Kind == FindingKind.ContactData));

    [Theory]
    [InlineData("Company participants asked for **a shorter list**.", true)]
    [InlineData("Some company participants asked for **a shorter list**.", true)]
    [InlineData("A number of company participants asked for **a shorter list**.", false)]
    [InlineData("One company participant asked for **a shorter list**.", false)]
    [InlineData("A single company participant asked for **a shorter list**.", false)]
    [InlineData("A company participant asked for **a shorter list**.", false)]
    [InlineData("As a result company participants asked for **a shorter list**.", true)]
    [InlineData("Many companies asked for **a shorter list**.", false)]
    [InlineData("State participants asked for **a shorter list**.", false)]
    [InlineData("Banks asked for **a shorter list**.", false)]
    [InlineData("According to banks **the list is long**.", false)]
    [InlineData("Companies that asked for advice need **a shorter list**.", true)]
    public void Find_GroupWord_HoldsAsTheLadderSays(string sentence, bool isFine) =>
        Assert.Equal(isFine, LintCorpus.Find("en", sentence, LintCorpus.Many).All(finding => finding.Kind != FindingKind.GroupWord));

    public static TheoryData<string, string> CompanyWords => new()
    {
        { "ar", "الشركات" }, { "zh", "企业" }, { "en", "company" }, { "fr", "des entreprises" }, { "ru", "от компаний" }, { "es", "de empresas" },
    };

    /// <summary>Whatever the ladder offers may be written as it offers it, in each language: a rule that stopped it would leave nothing to write.</summary>
    [Theory]
    [MemberData(nameof(CompanyWords))]
    public void Find_EveryWordingOfTheLadder_PassesWhereItHolds(string code, string companies)
    {
        var language = Language.Find(code)!;
        var group = new Rung(AttributionLadder.GroupPrefix + "companies", 35);
        var openings = AttributionLadder.All.SelectMany(rung => Phrases.Openings(language, rung)).Concat(Phrases.Openings(language, group, companies));
        Assert.All(openings, opening => Assert.DoesNotContain(LintCorpus.Find(code, $"{opening} **1, 2, 3**.", LintCorpus.Many), finding => finding.IsBlocking));
        // The same group's word with nobody behind it does not.
        Assert.Contains(LintCorpus.Find(code, $"{Phrases.Openings(language, group, companies)[0]} **1, 2, 3**."), finding => finding.Kind == FindingKind.GroupWord);
    }

    /// <summary>What the scoping paper or a standard says is nobody's; seven of one's words are not yet a quotation.</summary>
    [Theory]
    [InlineData("Remedy may come from courts, from other public bodies or from mechanisms that companies offer.", false)]
    [InlineData("It was felt that the switchboard metaphor is misleading and **rather a lighthouse**.", false)]
    [InlineData("We said: we bought a SYSTEM last spring, and only **learned from a journalist**!", true)]
    [InlineData("Auditing must not become a tick-box exercise that lawyers conducted to shield executives from liability whatever the glossy brochures promise.", true)]
    public void Find_Verbatim_NeitherThePapersWordsNorFew(string sentence, bool isFound) =>
        Assert.Equal(isFound, LintCorpus.Find("en", sentence).Any(finding => finding.Kind == FindingKind.Verbatim));

    [Fact]
    public void Find_VerbatimWhatThePaperSaysToo_IsNobodys()
    {
        var (report, point) = LintCorpus.Report("en", "Remedy may come from courts, from other public bodies or from mechanisms that companies offer.");
        IReadOnlyList<WrittenText> written = [new(Guid.NewGuid(), "You write: remedy may come from courts, from other public bodies or from mechanisms that companies offer. How?", null)];
        IEnumerable<FindingKind> Kinds(LintSources sources) => ReportLint.Find(new LintedReport(report, LintCorpus.Consultation, sources, written, LintCorpus.Claims(point, null))).Select(finding => finding.Kind);
        Assert.DoesNotContain(FindingKind.Verbatim, Kinds(LintCorpus.Sources));
        Assert.Contains(FindingKind.Verbatim, Kinds(LintSources.Nobody));
    }

    [Fact]
    public void Find_Everywhere_TitleHeadingIntroductionFactHostNoteAndFootnote()
    {
        var (report, _) = LintCorpus.Report("en", "Some participants asked for **more**.");
        (report.Title, report.EventLine) = ("Report for Acme Telecom", "Acme Telecom, Geneva");
        var section = report.Sections[0];
        section.Heading = "Acme Telecom";
        var list = new Block { Id = Guid.NewGuid(), SectionId = section.Id, Order = 2, Kind = BlockKind.Bullets, Introduction = "Acme Telecom asked:" };
        list.Statements.Add(new Fact { Id = Guid.NewGuid(), BlockId = list.Id, Order = 1, Text = "A fact of Acme Telecom." });
        list.Statements.Add(new HostNote { Id = Guid.NewGuid(), BlockId = list.Id, Order = 2, Text = "The project team met Acme Telecom.", Due = "when Acme Telecom is ready" });
        section.Blocks.Add(list);
        report.Footnotes.Add(new Footnote { Id = Guid.NewGuid(), ReportId = report.Id, Number = 1, Text = "Acme Telecom, *Report*" });
        foreach (var isMeeting in new[] { false, true })
        {
            var whole = new SummaryReport
            {
                Id = report.Id, Number = 1, Version = 1, ConsultationId = report.ConsultationId, WindowId = report.WindowId, Language = "en", Title = report.Title, EventLine = report.EventLine, IsMeeting = isMeeting,
            };
            whole.Sections.AddRange(report.Sections);
            whole.Footnotes.AddRange(report.Footnotes);
            var named = ReportLint.Find(new LintedReport(whole, LintCorpus.Consultation, LintCorpus.Sources, [], LintCorpus.Claims(new KeyPoint { Id = Guid.NewGuid(), BlockId = list.Id, Order = 1, Text = "" }, null)))
                .Where(finding => finding.Kind == FindingKind.OrganisationNamed).ToList();
            Assert.Equal(8, named.Count);
            Assert.Contains(named, finding => finding is { SectionId: null, Footnote: null });
            Assert.Contains(named, finding => finding.Footnote == 1);
            Assert.Contains(named, finding => finding.BlockId == list.Id && finding.StatementId is null);
        }
    }

    /// <summary>A claim about participants needs participants behind it wherever it stands.</summary>
    [Theory]
    [InlineData("The project team noted that many participants agreed.", FindingKind.PhraseInText)]
    [InlineData("The project team saw that most participants agreed.", FindingKind.UnlistedQuantifier)]
    [InlineData("The project team heard that companies objected.", FindingKind.GroupWord)]
    [InlineData("The project team saw one participant object, and contributors agreed that it matters.", FindingKind.PhraseInText)]
    public void Find_ClaimInTheHostsVoice_IsHeldToTheScaleToo(string sentence, FindingKind expected)
    {
        var (report, point) = LintCorpus.Report("en", "Some participants asked for **more**.");
        report.Sections[0].Blocks[0].Statements.Add(new HostNote { Id = Guid.NewGuid(), BlockId = report.Sections[0].Blocks[0].Id, Order = 2, Text = sentence });
        var findings = ReportLint.Find(new LintedReport(report, LintCorpus.Consultation, LintCorpus.Sources, [], LintCorpus.Claims(point, LintCorpus.Many)));
        Assert.Contains(findings, finding => finding.Kind == expected && finding.IsBlocking && finding.Sentence == sentence);
    }

    [Theory]
    [InlineData("Company participants asked for **more**.", "group:companies", true)]
    [InlineData("Participants asked for **more**.", AttributionLadder.Noted, true)]
    [InlineData("There is a wish for **more**.", "group:companies", false)]
    public void Find_ChosenPhraseInOtherForms_IsThere(string sentence, string chosen, bool isThere)
    {
        var (report, point) = LintCorpus.Report("en", sentence);
        point.Attribution = chosen;
        Assert.Equal(isThere, ReportLint.Find(new LintedReport(report, LintCorpus.Consultation, LintCorpus.Sources, [], LintCorpus.Claims(point, LintCorpus.Many))).All(finding => finding.Kind != FindingKind.PhraseNotInText));
    }

    /// <summary>What is chosen and what is written are one: stronger words block, missing ones are advice, and the sentence before a list may carry them.</summary>
    [Theory]
    [InlineData("Some participants asked for **more**.", AttributionLadder.Some, null)]
    [InlineData("Some participants asked for **more**.", AttributionLadder.AFew, FindingKind.PhraseBeyondChoice)]
    [InlineData("There is a wish for **more**.", AttributionLadder.Some, FindingKind.PhraseNotInText)]
    [InlineData("There is a wish for **more**.", AttributionLadder.AlsoRaised, null)]
    public void Find_ChosenPhrase_StandsInTheSentence(string sentence, string chosen, FindingKind? expected)
    {
        var (report, point) = LintCorpus.Report("en", sentence);
        point.Attribution = chosen;
        FindingKind? Found() => ReportLint.Find(new LintedReport(report, LintCorpus.Consultation, LintCorpus.Sources, [], LintCorpus.Claims(point, LintCorpus.Many)))
            .Select(finding => (FindingKind?)finding.Kind).SingleOrDefault(kind => kind is FindingKind.PhraseBeyondChoice or FindingKind.PhraseNotInText);
        Assert.Equal(expected, Found());
        report.Sections[0].Blocks.Clear();
        var list = new Block { Id = Guid.NewGuid(), SectionId = report.Sections[0].Id, Order = 1, Kind = BlockKind.Bullets, Introduction = "Some participants said:" };
        list.Statements.Add(point);
        report.Sections[0].Blocks.Add(list);
        Assert.NotEqual(FindingKind.PhraseNotInText, Found());
    }

    /// <summary>Whether two contributions have one author is nothing that a check may answer; that two points rest on one of them readers see anyway.</summary>
    [Fact]
    public void Find_OrderOfPoints_OnOneInputOrAsStored()
    {
        var inputs = Enumerable.Range(0, 6).Select(_ => Guid.NewGuid()).Order().ToList();
        IReadOnlyList<Finding> Find(params IEnumerable<Guid> behind)
        {
            var (report, _) = LintCorpus.Report("en", "");
            var block = report.Sections[0].Blocks[0];
            block.Statements.Clear();
            var backings = new Dictionary<Guid, PointBacking>();
            foreach (var input in behind)
            {
                var point = new KeyPoint { Id = Guid.NewGuid(), BlockId = block.Id, Order = backings.Count + 1, Text = "It was also said that **this matters**." };
                block.Statements.Add(point);
                backings[point.Id] = new PointBacking(new Backing { Contributors = 1, Addressed = 9 }) { Inputs = [input] };
            }
            return [.. ReportLint.Find(new LintedReport(report, LintCorpus.Consultation, LintCorpus.Sources, [], new SupportedClaims(backings, null, new HashSet<Guid>())))
                .Where(finding => finding.Kind == FindingKind.StoredOrder)];
        }

        Assert.Empty(Find(inputs[3], inputs[0], inputs[4], inputs[1], inputs[2]));
        Assert.Single(Find(inputs[0], inputs[1], inputs[2], inputs[3], inputs[4]));
        Assert.Single(Find(inputs[2], inputs[2], inputs[0]));
        Assert.All(Find(inputs[2], inputs[2]), finding => Assert.False(finding.IsBlocking));
    }

    [Fact]
    public void Find_Meeting_NamesAndContactsOnly()
    {
        var kinds = LintCorpus.Planted.SelectMany(one => LintCorpus.Find(one.Language, one.Sentence, null, isMeeting: true)).Select(finding => finding.Kind).Distinct().Order();
        Assert.Equal([FindingKind.PersonNamed, FindingKind.OrganisationNamed, FindingKind.ContactData], kinds);
    }

    [Fact]
    public void LintSources_Written_SayNothing() =>
        Assert.All([LintCorpus.Sources.ToString()!, LintCorpus.Sources.People.ToString(), new WrittenText(Guid.NewGuid(), "Brandt", "Brandt").ToString()], words => Assert.DoesNotContain("Brandt", words, StringComparison.Ordinal));

    // What the first two reports of the sample say.
    private static IEnumerable<string> Tunis()
    {
        foreach (var file in new[] { "report-1.json", "report-2.json" })
        {
            using var report = JsonDocument.Parse(Assembly.GetExecutingAssembly().GetManifestResourceStream("samples/" + file)!);
            foreach (var section in report.RootElement.GetProperty("sections").EnumerateArray())
                foreach (var block in section.TryGetProperty("blocks", out var blocks) ? blocks.EnumerateArray().ToList() : [])
                    foreach (var statement in block.GetProperty("statements").EnumerateArray()) yield return statement.GetProperty("text").GetString()!;
        }
    }
}
