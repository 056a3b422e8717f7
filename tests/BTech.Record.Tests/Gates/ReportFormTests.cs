using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Record.Coding;
using BTech.Record.Disclosure;
using BTech.Record.Disclosure.Lifting;
using BTech.Record.Reports;
using BTech.Record.Reports.Gates;
using BTech.Testing;

namespace BTech.Record.Tests.Gates;

/// <summary>The points that ask for the form of a report: one that is well made passes them all, and one that is spoilt in one place fails at that point alone.</summary>
public sealed class ReportFormTests
{
    private readonly WellMade _made = new();

    [Fact]
    public void Find_AWellMadeReport_NothingIsFound() => Assert.Empty(Kinds());

    [Fact]
    public void SectionOrder_NextStepsBeforeTheFocusAreas_IsFound()
    {
        (_made.NextSteps.Order, _made.Area(1).Order) = (_made.Area(1).Order, _made.NextSteps.Order);
        Assert.Contains(FindingKind.SectionOrder, Kinds());
    }

    [Fact]
    public void SectionOrder_AFocusAreaTwice_IsFound()
    {
        _made.Add(SectionKind.FocusArea, 1);
        Assert.Contains(FindingKind.SectionOrder, Kinds());
    }

    [Fact]
    public void KeyPhrases_ThreeInOneParagraph_AreFoundAndTwoAreNot()
    {
        var block = _made.Area(1).Blocks[0];
        _made.Point(block);
        Assert.Empty(Kinds());
        _made.Point(block);
        Assert.Equal([FindingKind.ManyKeyPhrases], Kinds());
    }

    [Theory]
    [InlineData(120)]
    [InlineData(0)]
    public void BoldShare_TooLittleOrTooMuchInBold_IsFound(int words)
    {
        foreach (var point in _made.Report.Statements().OfType<KeyPoint>().ToList()) point.Text = $"Some participants **{_made.Words(words == 0 ? 30 : 2)}** {_made.Words(words == 0 ? 5 : 38)}.";
        Assert.Equal([FindingKind.BoldShare], Kinds());
    }

    [Fact]
    public void NotedTooOften_FourPointsOfAnArea_AreFoundAndThreeAreNot()
    {
        var points = _made.Points(1).ToList();
        foreach (var point in points.Take(3)) point.Attribution = AttributionLadder.Noted;
        Assert.Empty(Kinds());
        points[3].Attribution = AttributionLadder.Noted;
        Assert.Equal([FindingKind.NotedTooOften], Kinds());
    }

    [Fact]
    public void Considerations_ThreeOfThemWithoutAList_AreFound()
    {
        var area = _made.Area(1);
        area.Blocks.RemoveAll(block => block.Kind == BlockKind.Bullets);
        for (var number = 0; number < 3; number++) _made.Point(WellMade.Paragraph(area));
        Assert.Equal([FindingKind.NoList], Kinds());
    }

    [Theory]
    [InlineData("They named what to consider.", 3)]
    [InlineData(null, 3)]
    [InlineData("They named what to consider, including that:", 2)]
    [InlineData("They named what to consider, including that:", 7)]
    public void Considerations_AListOfAnotherForm_IsFound(string? introduction, int items)
    {
        var list = _made.Area(2).Blocks.Single(block => block.Kind == BlockKind.Bullets);
        list.Introduction = introduction;
        while (list.Statements.Count > items) list.Statements.RemoveAt(0);
        while (list.Statements.Count < items) _made.Point(list);
        Assert.Equal([FindingKind.ListForm], Kinds());
    }

    [Fact]
    public void SectionLengths_AShortArea_IsFoundAndTheOtherIsUneven()
    {
        var area = _made.Area(2);
        foreach (var block in area.Blocks.Take(2)) block.Statements.RemoveAll(_ => true);
        foreach (var point in _made.Points(2).ToList()) point.Text = $"Some participants asked for **{_made.Words(4)}** {_made.Words(6)}.";
        Assert.Equal([FindingKind.SectionLength, FindingKind.SectionsUneven], Kinds().Order());
        // So many more addressed the other area that it may be longer.
        Assert.Equal([FindingKind.SectionLength], SectionLengths.Find(_made.Report, new Dictionary<int, int> { [1] = 30, [2] = 10 }).Select(finding => finding.Kind));
    }

    [Fact]
    public void SectionLengths_ALongArea_IsFound()
    {
        for (var number = 0; number < 7; number++) _made.Point(WellMade.Paragraph(_made.Area(1)), Stance.Support, words: 60);
        Assert.Contains(FindingKind.SectionLength, Kinds());
    }

    [Theory]
    [InlineData("between November and December 2026", true)]
    [InlineData("in November 2026", false)]
    [InlineData("between November and December", false)]
    [InlineData(null, false)]
    public void NextWindowDates_TheNextRoundIsPlanned_ACommitmentNamesItsMonthsAndYear(string? due, bool agrees)
    {
        _made.Promise.Due = due;
        Assert.Empty(Kinds());
        _made.Consultation.Windows.Add(new CommentWindow
        {
            Id = Guid.NewGuid(), ConsultationId = _made.Consultation.Id, Consultation = _made.Consultation, Number = 2, Kind = RoundKind.Written, Title = LocalizedText.InEnglish("Round 2"),
            OpensAt = new DateTimeOffset(2026, 11, 2, 8, 0, 0, TimeSpan.Zero), ClosesAt = new DateTimeOffset(2026, 12, 20, 8, 0, 0, TimeSpan.Zero), Zone = "Europe/Zurich",
        });
        Assert.Equal(agrees ? [] : [FindingKind.NextWindowDiffers], Kinds());
    }

    /// <summary>A round that is told of only as "summer" has no dates that a report could promise.</summary>
    [Fact]
    public void NextWindowDates_TheDatesAreNotSettled_NothingIsAsked()
    {
        _made.Promise.Due = "in 2027";
        _made.Consultation.Windows.Add(new CommentWindow
        {
            Id = Guid.NewGuid(), ConsultationId = _made.Consultation.Id, Consultation = _made.Consultation, Number = 2, Kind = RoundKind.Written, Title = LocalizedText.InEnglish("Round 2"), Expected = LocalizedText.InEnglish("summer 2027"),
            OpensAt = new DateTimeOffset(2027, 6, 2, 8, 0, 0, TimeSpan.Zero), ClosesAt = new DateTimeOffset(2027, 8, 20, 8, 0, 0, TimeSpan.Zero), Zone = "Europe/Zurich",
        });
        Assert.Empty(Kinds());
    }

    /// <summary>"Multipurpose" says nothing of a purpose.</summary>
    [Fact]
    public void IntroductionJobs_TheWordIsPartOfAnother_IsFound()
    {
        var fact = _made.Report.Sections.Single(section => section.Kind == SectionKind.Introduction).Blocks[0].Statements[0];
        fact.Text = fact.Text.Replace("The purpose is to find out", "It was multipurposeful", StringComparison.Ordinal);
        Assert.Equal([FindingKind.IntroductionLacks], Kinds());
    }

    [Fact]
    public void CounterViews_FoundButNoPassageStandsWithThePoint_Blocks()
    {
        var point = _made.Points(1).First();
        point.CounterView = CounterView.Found;
        var found = Assert.Single(Find());
        Assert.Equal((FindingKind.CounterViewWithoutPassage, true), (found.Kind, found.IsBlocking));
        point.ContraryReason = "Said at another round.";
        Assert.Empty(Kinds());
    }

    [Theory]
    [InlineData("2026", "when")]
    [InlineData("UN Human Rights", "who invited")]
    [InlineData("The purpose is to find out", "what for")]
    [InlineData("companies", "which groups took part")]
    [InlineData("exhaustive", "that it is not exhaustive")]
    [InlineData("Chatham House", "the Chatham House Rule")]
    [InlineData("@", "whom to ask")]
    public void IntroductionJobs_OneIsNotDone_IsNamed(string words, string job)
    {
        var fact = _made.Report.Sections.Single(section => section.Kind == SectionKind.Introduction).Blocks[0].Statements[0];
        fact.Text = fact.Text.Replace(words, "…", StringComparison.Ordinal);
        Assert.Equal([(FindingKind.IntroductionLacks, (string?)job)], Find().Select(finding => (finding.Kind, finding.Detail)));
    }

    [Fact]
    public void CounterViews_NobodyLooked_IsAdvice()
    {
        _made.Points(1).First().CounterView = CounterView.NotLookedFor;
        var found = Assert.Single(Find());
        Assert.Equal((FindingKind.CounterViewNotLookedFor, false), (found.Kind, found.IsBlocking));
    }

    /// <summary>Somebody said otherwise, and the report keeps silent on it: that may not be published.</summary>
    [Fact]
    public void CounterViews_APassageSaysOtherwise_BlocksUntilItIsToldOrThereIsAReason()
    {
        var points = _made.Points(1).ToList();
        var against = new Evidence { KeyPointId = points[0].Id, ExcerptId = Guid.NewGuid(), Weight = EvidenceWeight.Contrary };
        points[0].Evidence.Add(against);
        var found = Assert.Single(Find());
        Assert.Equal((FindingKind.ContraryUntold, true, (Guid?)points[0].Id), (found.Kind, found.IsBlocking, found.StatementId));
        // Told of in another section, its readers do not see it here.
        _made.Points(2).First().Evidence.Add(new Evidence { KeyPointId = Guid.NewGuid(), ExcerptId = against.ExcerptId });
        Assert.Equal([FindingKind.ContraryUntold], Kinds());
        points[0].ContraryReason = "It speaks of another paper.";
        Assert.Empty(Kinds());
        points[0].ContraryReason = null;
        points[1].Evidence.Add(new Evidence { KeyPointId = points[1].Id, ExcerptId = against.ExcerptId });
        Assert.Empty(Kinds());
    }

    [Fact]
    public void CounterViews_WhereViewsDifferedWithOneSide_IsFound()
    {
        var views = WellMade.Block(_made.Area(1), BlockKind.Views, "On this, views differed:");
        _made.Point(views, Stance.Support);
        Assert.Equal([FindingKind.OneSide], Kinds());
        _made.Point(views, Stance.Concern);
        Assert.Empty(Kinds());
    }

    [Fact]
    public void For_EveryKindOfFinding_HasAGate() => Assert.All(Enum.GetValues<FindingKind>(), kind => Assert.InRange(ReportGates.GateOf(kind), 1, 23));

    [Fact]
    public void For_FindingsAndKindsOfReports_GiveTheState()
    {
        Gate At(int number, params Finding[] findings) => ReportGates.For(_made.Report, findings, isFrozen: false)[number - 1];
        Assert.Equal(Enumerable.Range(1, 23), ReportGates.For(_made.Report, [], isFrozen: false).Select(gate => gate.Number));
        Assert.Equal(GateState.Passed, At(4).State);
        Assert.Equal(GateState.Closed, At(4, new Finding(FindingKind.EvidenceMissing, true)).State);
        Assert.Equal(GateState.Advice, At(11, new Finding(FindingKind.SectionLength, false)).State);
        // What the second person was asked about, or has agreed to, is neither open nor as if nothing had been found.
        var single = new Finding(FindingKind.SingleVoice, true);
        Finding Asked(bool isAgreed) => single with { Lifting = new Lifting { ReportId = _made.Report.Id, Kind = FindingKind.SingleVoice, Hash = [1], Category = LiftReason.Other, Reason = "", IsAgreed = isAgreed } };
        var advice = new Finding(FindingKind.NotedTooOften, false);
        Assert.Equal(GateState.WithSecondPerson, At(6, Asked(false)).State);
        Assert.Equal(GateState.WithSecondPerson, At(6, Asked(true), Asked(false), advice).State);
        Assert.Equal(GateState.WithSecondPerson, At(6, Asked(true)).State);
        Assert.Equal(GateState.Closed, At(6, Asked(true), single).State);
        Assert.Equal(GateState.ByConstruction, At(20).State);
        Assert.Equal(GateState.DoesNotApply, At(22).State);
        Assert.Equal([12, 18, 22], ReportGates.For(_made.Report, [], isFrozen: true).Where(gate => gate.State == GateState.DoesNotApply).Select(gate => gate.Number));
    }

    private List<Finding> Find() => [.. ReportForm.Find(_made.Report, _made.Consultation), .. SectionLengths.Find(_made.Report, new Dictionary<int, int>())];

    private List<FindingKind> Kinds() => Find().ConvertAll(finding => finding.Kind);
}
