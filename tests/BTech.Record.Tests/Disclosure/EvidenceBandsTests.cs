using BTech.Record.Disclosure;
using BTech.Record.Reports;
using BTech.Record.Sealing;
using BTech.Record.Tests.Reports;
using BTech.Testing;

namespace BTech.Record.Tests.Disclosure;

/// <summary>What readers are told of the evidence behind a statement: never more than bands, and nothing that fewer than three voices could change.</summary>
public sealed class EvidenceBandsTests(SealedSide side) : IClassFixture<SealedSide>
{
    private const string Some = "Some participants asked for **a shorter paper**.";

    private static readonly GroupSize[] TwoGroups = [Group("companies", 1), Group("academia", 2)];

    private static readonly List<InvitedGroup> Invited = [new("companies", "business", 40, 2), new("academia", "research", 40, 2)];

    private readonly DraftedReport _made = new(side);

    /// <summary>However many there are: the band is the one that the phrase states.</summary>
    [Theory]
    [InlineData(AttributionLadder.AlsoRaised, 12, Band.None)]
    [InlineData(AttributionLadder.One, 1, Band.None)]
    [InlineData(AttributionLadder.AFew, 12, Band.AFew)]
    [InlineData(AttributionLadder.Some, 12, Band.FiveToNine)]
    [InlineData(AttributionLadder.Many, 40, Band.FiveToNine)]
    [InlineData(AttributionLadder.ANumber, 40, Band.TenOrMore)]
    public void Participants_AreThoseOfThePhrase(string rung, int contributors, Band band) =>
        Assert.Equal(band, EvidenceBands.Of(Tells(rung), null, Backed(contributors), Invited, Band.TenOrMore).Participants.Band);

    /// <summary>The same for any number behind the phrase, so that the annex is no second way to it.</summary>
    [Fact]
    public void Bands_OfEveryNumberThatThePhraseAllows_AreTheSame() =>
        Assert.Single(Enumerable.Range(5, 30).Select(n => EvidenceBands.Of(Tells(AttributionLadder.Some), null, Backed(n), Invited, Band.TenOrMore)).Distinct());

    [Theory]
    [InlineData(5, 5, true)]
    [InlineData(8, 4, false)]
    [InlineData(20, 0, false)]
    [InlineData(19, 1, false)]
    public void Groups_AreSeveral_OnceEachOfTwoCouldSpeak(int companies, int academia, bool several) => Assert.Equal(several,
        EvidenceBands.Of(Tells(AttributionLadder.Some), null, Backed(companies, academia), Invited, Band.TenOrMore).AreOfSeveralGroups);

    [Fact]
    public void Groups_WhereItCouldTellMore_AreNotTold()
    {
        var backing = Backed(10, 10);
        Assert.True(EvidenceBands.Of(Tells(AttributionLadder.Some), null, backing, Invited, Band.TenOrMore).AreOfSeveralGroups);
        // Two or more is all that the sentence says.
        Assert.False(EvidenceBands.Of(Tells(AttributionLadder.AFew), null, backing, Invited, Band.TenOrMore).AreOfSeveralGroups);
        // The sentence names its group itself.
        Assert.False(EvidenceBands.Of(Tells(AttributionLadder.ANumber, AttributionLadder.GroupPrefix + "companies"), null, backing, Invited, Band.TenOrMore).AreOfSeveralGroups);
        // With five invited it would mean all of them.
        Assert.False(EvidenceBands.Of(Tells(AttributionLadder.Some), null, backing, [Invited[0], Invited[1] with { Invited = 5 }], Band.TenOrMore).AreOfSeveralGroups);
        // Without the census nothing can be held against it.
        Assert.False(EvidenceBands.Of(Tells(AttributionLadder.Some), null, backing, [], Band.TenOrMore).AreOfSeveralGroups);
        // The phrase says so itself.
        Assert.True(EvidenceBands.Of(Tells(AttributionLadder.CommonThread), null, Backed(10), Invited, Band.TenOrMore).AreOfSeveralGroups);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void OtherViews_OfOneOrNobody_LookAlike(int contrary, bool told) =>
        Assert.Equal(told, EvidenceBands.Of(Tells(AttributionLadder.Some), null, Backed(9) with { Contrary = contrary }, Invited, Band.TenOrMore).HaveOtherViews);

    /// <summary>Beside one voice, or a sentence that says no number, nothing is told.</summary>
    [Theory]
    [InlineData(AttributionLadder.AlsoRaised)]
    [InlineData(AttributionLadder.One)]
    public void Bands_OfASentenceWithoutANumber_TellNothing(string rung) =>
        Assert.Equal(ToldBands.Nothing, EvidenceBands.Of(Tells(rung), null, Backed(10, 10) with { Contrary = 5 }, Invited, Band.TenOrMore));

    [Theory]
    [InlineData("None")]
    [InlineData("FiveToNine several others")]
    [InlineData("TenOrMore others")]
    public void Written_ReadsBack(string written) => Assert.Equal(written, ToldBands.Read(written).ToString());

    /// <summary>Versions are played from a seed; from each to the next, what is told stays until three voices have changed. A rule that keeps nothing is caught.</summary>
    [Fact]
    [Invariant(23)]
    public void OneVoiceOrTwo_GoneBetweenTwoVersions_ChangeNoBand()
    {
        Assert.Empty(Enumerable.Range(0, 300).SelectMany(seed => Changed(seed, (before, point) => before.KeptBands(point))));
        Assert.NotEmpty(Enumerable.Range(0, 300).SelectMany(seed => Changed(seed, (_, _) => null)));
    }

    [Fact]
    public async Task Publish_WritesTheBandsForItsReaders()
    {
        await _made.BeginAsync(Voices(6, 6, 3), 15, TwoGroups);
        var report = await _made.CompleteAsync("A number of participants asked for **a shorter paper**.", AttributionLadder.ANumber, _made.Excerpts.Take(12));
        var draft = DraftedReport.Draft("A few participants asked for **larger letters**.", AttributionLadder.AFew, _made.Excerpts.Take(3));
        Assert.True((await _made.AddAsync(report, draft with { Evidence = draft.Evidence.Concat(_made.Excerpts.Skip(12).Select(one => KeyValuePair.Create(one, EvidenceWeight.Contrary))).ToDictionary(), CounterView = CounterView.Found, ContraryReason = "It is told elsewhere." })).IsDone);
        // Whoever clears it sees what it will tell; nothing is written yet.
        var told = await side.AskAsync<EvidenceBands, IReadOnlyDictionary<Guid, ToldBands>>(async bands => await bands.OfAsync(await _made.NewestAsync(), _made.Consultation, default));
        Assert.Equal(["AFew others", "TenOrMore several"], told.Values.Select(one => one.ToString()).Order());
        Assert.All(DraftedReport.Points(await _made.NewestAsync()), point => Assert.Null(point.Told));

        Assert.Equal(ClearanceResult.Done, await _made.SubmitAsync(report));
        await _made.ClearAndPublishAsync(report);
        var published = (await _made.PublicAsync()).Report!;
        Assert.Equal("TenOrMore several", DraftedReport.Point(published, "a shorter paper").Told!.ToString());
        Assert.Equal("AFew others", DraftedReport.Point(published, "larger letters").Told!.ToString());
        Assert.Equal(published.ContentHash, ReportContent.Hash(published));
        // The next version has told nothing yet.
        await _made.CorrectAsync();
        Assert.All(DraftedReport.Points(await _made.NewestAsync()), point => Assert.Null(point.Told));
    }

    [Fact]
    [Invariant(23)]
    public async Task Correction_OneVoiceWithdrawn_KeepsTheBands()
    {
        await _made.BeginAsync(Voices(5, 5, 2), 12, TwoGroups);
        var report = await _made.CompleteAsync(Some, AttributionLadder.Some, _made.Excerpts.Take(10));
        var point = DraftedReport.Point(await _made.NewestAsync(), "a shorter paper");
        Assert.True((await _made.ChangeAsync(point.Id, Against(_made.Excerpts.Take(10), _made.Excerpts.Skip(10)))).IsDone);
        Assert.Equal(ClearanceResult.Done, await _made.SubmitAsync(report));
        await _made.ClearAndPublishAsync(report);
        Assert.Equal("FiveToNine several others", DraftedReport.Point((await _made.PublicAsync()).Report!, "a shorter paper").Told!.ToString());

        // One of each side has gone: counted anew, neither several groups nor other views could be told.
        await side.WithdrawAsync(_made.Inputs[0]);
        await side.WithdrawAsync(_made.Inputs[11]);
        await CorrectAsync("A date was wrong.", Against(_made.Excerpts.Skip(1).Take(9), [_made.Excerpts[10]]));
        Assert.Equal("FiveToNine several others", DraftedReport.Point((await _made.PublicAsync()).Report!, "a shorter paper").Told!.ToString());

        // The third has gone: now they are told anew.
        await side.WithdrawAsync(_made.Inputs[1]);
        await CorrectAsync("Counted anew.", Against(_made.Excerpts.Skip(2).Take(8), [_made.Excerpts[10]]));
        Assert.Equal("FiveToNine", DraftedReport.Point((await _made.PublicAsync()).Report!, "a shorter paper").Told!.ToString());
    }

    private async Task CorrectAsync(string note, KeyPointDraft draft)
    {
        await _made.CorrectAsync();
        var next = await _made.NewestAsync();
        await _made.NoteAsync(next, note);
        Assert.True((await _made.ChangeAsync(DraftedReport.Point(next, "a shorter paper").Id, draft)).IsDone);
        Assert.Equal(ClearanceResult.Done, await _made.SubmitAsync(next));
        await _made.ClearAndPublishAsync(next);
    }

    private static KeyPointDraft Against(IEnumerable<Guid> inFavour, IEnumerable<Guid> against)
    {
        var draft = DraftedReport.Draft(Some, AttributionLadder.Some, inFavour);
        return draft with { Evidence = draft.Evidence.Concat(against.Select(one => KeyValuePair.Create(one, EvidenceWeight.Contrary))).ToDictionary(), CounterView = CounterView.Found, ContraryReason = "It is told elsewhere." };
    }

    private static IEnumerable<SealedSide.Voice> Voices(params int[] groups) => groups.SelectMany((count, group) =>
        Enumerable.Range(0, count).Select(number => new SealedSide.Voice(group switch { 0 => "companies", 1 => "academia", _ => null }, (1, $"The paper is too long, says text {group}.{number}."))));

    private static GroupSize Group(string label, int position) => new(label, position, label + "-family", 40, new Reach(20, 2, 2), new Reach(20, 2, 2));

    private static ToldPoint Tells(params string[] rungs) =>
        new() { LineageId = Guid.NewGuid(), KeyPhrase = "a shorter paper", Rungs = rungs.ToHashSet(), Passages = new HashSet<Guid>(), InFavour = new HashSet<Guid>(), Against = new HashSet<Guid>() };

    private static Backing Backed(int companies, int academia = 0) => new()
    {
        Contributors = companies + academia,
        Addressed = 60,
        ByLabel = new Dictionary<string, int> { ["companies"] = companies, ["academia"] = academia },
        SpeakingAsGroup = new Dictionary<string, int> { ["companies"] = companies, ["academia"] = academia },
        Delegations = [new Delegations("companies", 2, 2), new Delegations("academia", 2, 2)],
    };

    private static IEnumerable<string> Changed(int seed, Func<ToldBefore, ToldPoint, ToldBands?> keeps)
    {
        var random = new Random(seed);
        var all = Enumerable.Range(0, 24).Select(_ => Guid.NewGuid()).ToArray();
        var lineage = Guid.NewGuid();
        var (inFavour, against) = (all.Take(random.Next(9, 14)).ToHashSet(), all.TakeLast(random.Next(0, 4)).ToHashSet());
        var versions = new List<ToldVersion>();
        ToldPoint? last = null;
        for (var turn = 0; turn < 6; turn++)
        {
            foreach (var voice in random.GetItems(all, random.Next(0, 4)))
            {
                var of = Array.IndexOf(all, voice) < 16 ? inFavour : against;
                if (!of.Remove(voice)) of.Add(voice);
            }
            var point = Tells(AttributionLadder.Some) with { LineageId = lineage, InFavour = inFavour.ToHashSet(), Against = against.ToHashSet() };
            var half = inFavour.Count(voice => Array.IndexOf(all, voice) % 2 == 0);
            var kept = keeps(new ToldBefore(versions, [point]), point);
            point = point with { Bands = EvidenceBands.Of(point, kept, Backed(inFavour.Count - half, half) with { Contrary = against.Count }, Invited, Band.TenOrMore) };
            if (last is not null && last.Bands != point.Bands && point.ChangedSince(last) < ToldBefore.Fewest && versions.TrueForAll(version => version.Points[0].ChangedSince(point) < ToldBefore.Fewest)) yield return $"seed {seed}, turn {turn}";
            versions.Add(new ToldVersion(false, [point]));
            last = point;
        }
    }
}
