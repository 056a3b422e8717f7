using BTech.Agenda.Comparing;
using BTech.Agenda.Papers;
using BTech.Languages;
using CsCheck;
using Xunit;

namespace BTech.Agenda.Tests.Comparing;

/// <summary>What the product proposes: nothing lost, identical text always together, and each kind of change seen for what it is.</summary>
public sealed class AlignmentTests
{
    private const string Remedy = "Companies should provide access to remedy for people whose rights are affected by their products.";
    private const string Models = "Business models built on collecting personal data raise questions that existing guidance does not answer.";
    private const string States = "States have a duty to protect against abuse by third parties, including technology companies in their territory.";

    [Fact]
    public void Compare_OneOfEachKind_IsSeenForWhatItIs()
    {
        var long1 = "Investors can ask for due diligence before they fund a start-up. They can also make later rounds depend on it, and say so in public.";
        var old = Paper("# One", "Kept as it was, word for word.", Remedy, Models, long1, "Short statement on the first subject of all.", "Second statement that follows it at once.", "This one goes away entirely; nobody will miss any of it.", States);
        var @new = Paper("# One", States, "Kept as it was, word for word.", "Companies should provide quick access to remedy for people whose rights are affected by their services.", Models,
            "Investors can ask for due diligence before they fund a start-up.", "They can also make later rounds depend on it, and say so in public.",
            "Short statement on the first subject of all. Second statement that follows it at once.", "Fresh words about gender, children and minorities that stood nowhere before.");
        var lines = Compare(old, @new).Lines.Select(line => (line.Kind, string.Join(",", line.Old.Select(paragraph => paragraph.Number)), string.Join(",", line.New.Select(paragraph => paragraph.Number))));
        Assert.Equal(
            [
                (ChangeKind.Unchanged, "", ""), (ChangeKind.Moved, "8", "1"), (ChangeKind.Unchanged, "1", "2"), (ChangeKind.Reworded, "2", "3"), (ChangeKind.Unchanged, "3", "4"),
                (ChangeKind.Split, "4", "5,6"), (ChangeKind.Merged, "5,6", "7"), (ChangeKind.Deleted, "7", ""), (ChangeKind.Added, "", "8"),
            ],
            lines);
    }

    [Theory]
    [InlineData("الشركات ملزمة باحترام حقوق الإنسان في جميع أنشطتها.", "الشركات ملزمة باحترام حقوق الإنسان في جميع أعمالها.")]
    [InlineData("企业应在其所有活动中尊重人权，并设立有效的申诉机制。", "企业应在其所有业务中尊重人权，并设立有效的申诉机制。")]
    [InlineData("Компании обязаны уважать права человека во всей своей деятельности.", "Компании обязаны уважать права человека во всей своей работе.")]
    public void Propose_InAnyScript_SeesARewording(string before, string after) =>
        Assert.Equal([ChangeKind.Reworded, ChangeKind.Unchanged], Compare(Paper(before, Models), Paper(after, Models)).Lines.Select(line => line.Kind));

    [Fact]
    public void Propose_TwoThatMightBe_IsDoubtful()
    {
        var sure = Assert.Single(Alignment.Propose(Paper(Remedy).Paragraphs, Paper(Remedy + " This is new.").Paragraphs));
        Assert.False(sure.IsDoubtful);
        var doubtful = Alignment.Propose(Paper(Remedy).Paragraphs, Paper(Remedy + " This is new.", Remedy + " That is old.").Paragraphs);
        Assert.Contains(doubtful, step => step.IsDoubtful);
    }

    [Fact]
    public void Compare_TranslationAdded_IsNoChange()
    {
        var (old, @new) = (Paper(Remedy, Models), Paper(Remedy, Models));
        @new.Paragraphs[0].Text = new LocalizedText([new("en", Remedy), new("fr", "Les entreprises")]);
        Assert.All(Compare(old, @new).Lines, line => Assert.Equal(ChangeKind.Unchanged, line.Kind));
        old.Paragraphs[0].Text = new LocalizedText([new("en", Remedy), new("fr", "Autre chose")]);
        Assert.Equal(ChangeKind.Reworded, Compare(old, @new).Lines[0].Kind);
    }

    // Of a hundred paragraphs, a new one and a deleted one beside ordinary text: nobody need be asked.
    [Fact]
    public void Propose_NewAndDeletedParagraphsOfOrdinaryText_AreSure()
    {
        const string Gone = "In the first year the project will hold four meetings, one in each region, and write down what is said there without names.";
        const string Fresh = "A group of experts from all parts of the world will read each draft of the paper and say in public what they think of it.";
        Assert.All(Alignment.Propose(Paper(Remedy, Models, Gone, States).Paragraphs, Paper(Remedy, Fresh, Models, States).Paragraphs), step => Assert.False(step.IsDoubtful, $"{step.Confidence}"));
    }

    [Fact]
    public void Propose_HeadingAndParagraphOfTheSameWords_AreNotTheSame() =>
        Assert.Equal(2, Alignment.Propose(Paper("# Access to remedy for all", States).Paragraphs, Paper("Access to remedy for all", States).Paragraphs).Count(step => step.Old is null || step.New is null));

    [Fact]
    public void Propose_RandomEdits_LosesNothingAndKeepsIdenticalTextsTogether() =>
        Gen.Select(Gen.Int[0, 12].SelectMany(count => Sentence.Array[count]), Gen.Int.Array[0, 25]).Sample((texts, edits) =>
        {
            List<string> edited = [.. texts];
            foreach (var edit in edits) Edit(edited, Math.Abs((long)edit));
            var (old, @new) = (Paper(texts), Paper([.. edited]));
            var steps = Alignment.Propose(old.Paragraphs, @new.Paragraphs);
            AssertNothingLost(old, @new, steps);
            foreach (var text in texts.Distinct())
            {
                var (before, after) = (Ids(old, text), Ids(@new, text));
                Assert.Equal(Math.Min(before.Count, after.Count), steps.Count(step => step is { Old: { } one, New: { } other, Confidence: 100 } && before.Contains(one) && after.Contains(other)));
            }
            Assert.All(steps, step => Assert.InRange(step.Confidence, 0, 100));

            // The lines that people read hold every paragraph once.
            var lines = PaperComparison.Of(old, @new, steps).Lines;
            Assert.Equal(old.Paragraphs.Select(paragraph => paragraph.Order), lines.SelectMany(line => line.Old).Select(paragraph => paragraph.Order).Order());
            Assert.Equal(@new.Paragraphs.Select(paragraph => paragraph.Order), lines.SelectMany(line => line.New).Select(paragraph => paragraph.Order).Order());
        }, iter: 400, threads: 1);

    [Fact]
    public void Through_TwoSteps_LosesNothing() =>
        Gen.Select(Sentence.Array[0, 8], Gen.Int.Array[0, 12], Gen.Int.Array[0, 12]).Sample((texts, first, second) =>
        {
            List<string> edited = [.. texts];
            foreach (var edit in first) Edit(edited, Math.Abs((long)edit));
            var (one, two) = (Paper(texts), Paper([.. edited]));
            foreach (var edit in second) Edit(edited, Math.Abs((long)edit));
            var three = Paper([.. edited]);
            AssertNothingLost(one, three, PaperComparison.Through(Alignment.Propose(one.Paragraphs, two.Paragraphs), Alignment.Propose(two.Paragraphs, three.Paragraphs)));
        }, iter: 200, threads: 1);

    [Fact]
    public void Apply_RandomDecisions_LosesNothing() =>
        Gen.Select(Sentence.Array[1, 6], Gen.Int.Array[0, 8], Gen.Int[0, int.MaxValue].Array[0, 6]).Sample((texts, edits, decided) =>
        {
            List<string> edited = [.. texts];
            foreach (var edit in edits) Edit(edited, Math.Abs((long)edit));
            var (old, @new) = (Paper(texts), Paper([.. edited]));
            var decisions = decided.Where(_ => @new.Paragraphs.Count > 0).Select(number => number % 2 == 0
                ? new Decision(@new.Paragraphs[number / 2 % @new.Paragraphs.Count].Id, true, [.. old.Paragraphs.Where(paragraph => (paragraph.Order + number) % 3 == 0).Select(paragraph => paragraph.Id)], LocalizedText.InEnglish("Why"))
                : new Decision(old.Paragraphs[number / 2 % old.Paragraphs.Count].Id, false, [.. @new.Paragraphs.Where(paragraph => (paragraph.Order + number) % 3 == 0).Select(paragraph => paragraph.Id)], LocalizedText.Empty)).ToList();
            AssertNothingLost(old, @new, Decision.Apply(Alignment.Propose(old.Paragraphs, @new.Paragraphs), decisions));
        }, iter: 300, threads: 1);

    [Fact]
    public void Apply_ADecision_TakesThePlaceOfTheProposalAndListsWhoIsLeftBehind()
    {
        var (old, @new) = (Paper(Remedy, Models), Paper(Remedy + " More.", States));
        var decided = Decision.Apply(Alignment.Propose(old.Paragraphs, @new.Paragraphs), [new Decision(@new.Paragraphs[0].Id, true, [old.Paragraphs[1].Id], LocalizedText.InEnglish("Because"))]);
        var tie = Assert.Single(decided, step => step is { Old: not null, New: not null });
        Assert.Equal((old.Paragraphs[1].Id, 100, true, "Because"), (tie.Old!.Value, tie.Confidence, tie.IsDecided, tie.Reasons.Single().ToString()));
        Assert.True(Assert.Single(decided, step => step.Old == old.Paragraphs[0].Id).IsDoubtful);
    }

    // P10: two thousand paragraphs, all of them reworded; the bar is two seconds for a paper of 200 pages, which has half as many.
    [Fact]
    public void Propose_TheLargestPaper_TakesSeconds()
    {
        string[] words = [.. Enumerable.Range(0, 400).Select(number => $"word{number * 7919 % 400}")];
        string Text(int number, string last) => string.Join(' ', Enumerable.Range(0, 60).Select(at => words[(number * 31 + at * at * (number % 13 + 1)) % 400])) + last;
        var started = System.Diagnostics.Stopwatch.StartNew();
        var steps = Alignment.Propose(Paper([.. Enumerable.Range(0, 2000).Select(number => Text(number, " before"))]).Paragraphs, Paper([.. Enumerable.Range(0, 2000).Select(number => Text(number, " after that"))]).Paragraphs);
        Assert.Equal(2000, steps.Where(step => step.Old is not null).Select(step => step.Old).Distinct().Count());
        Assert.True(started.Elapsed < TimeSpan.FromSeconds(20), $"{started.Elapsed}");
    }

    internal static PaperVersion Paper(params string[] texts)
    {
        var paper = new PaperVersion { Id = Guid.NewGuid(), ConsultationId = Guid.NewGuid(), Number = 1, Title = LocalizedText.InEnglish("Paper") };
        var number = 0;
        foreach (var text in texts)
            paper.Paragraphs.Add(new Paragraph
            {
                Id = Guid.NewGuid(), PaperVersionId = paper.Id, Order = paper.Paragraphs.Count + 1, Number = text.StartsWith("# ", StringComparison.Ordinal) ? null : ++number,
                Text = LocalizedText.InEnglish(text.TrimStart('#', ' ')),
            });
        return paper;
    }

    internal static readonly Gen<string> Sentence = Gen.Select(Gen.Int[0, 9].Array[1, 12], Gen.Int[0, 7], (words, heading) =>
        (heading == 0 ? "# " : "") + string.Join(' ', words.Select(word => (string[])["rights", "data", "remedy", "state", "duty", "company", "risk", "人", "حق", "due"] is var all ? all[word] : "")));

    private static PaperComparison Compare(PaperVersion old, PaperVersion @new) => PaperComparison.Of(old, @new, Alignment.Propose(old.Paragraphs, @new.Paragraphs));

    private static HashSet<Guid> Ids(PaperVersion paper, string text) =>
        [.. paper.Paragraphs.Where(paragraph => (paragraph.IsHeading ? "# " : "") + paragraph.Text == text).Select(paragraph => paragraph.Id)];

    private static void AssertNothingLost(PaperVersion old, PaperVersion @new, IReadOnlyList<Correspondence> steps)
    {
        Assert.Equal(old.Paragraphs.Select(paragraph => paragraph.Id).Order(), steps.Select(step => step.Old).OfType<Guid>().Distinct().Order());
        Assert.Equal(@new.Paragraphs.Select(paragraph => paragraph.Id).Order(), steps.Select(step => step.New).OfType<Guid>().Distinct().Order());
        // Either tied or alone, never both.
        var (tiedOld, tiedNew) = (steps.Where(step => step.New is not null).Select(step => step.Old).ToHashSet(), steps.Where(step => step.Old is not null).Select(step => step.New).ToHashSet());
        Assert.DoesNotContain(steps, step => step.New is null && tiedOld.Contains(step.Old));
        Assert.DoesNotContain(steps, step => step.Old is null && tiedNew.Contains(step.New));
        Assert.Equal(steps.Count, steps.DistinctBy(step => (step.Old, step.New)).Count());
    }

    // Deletes, adds, moves, doubles, splits, merges or rewords at a place.
    internal static void Edit(List<string> texts, long edit)
    {
        var at = (int)(edit / 7 % (texts.Count + 1));
        if (edit % 7 == 1 || at == texts.Count)
        {
            texts.Insert(at, $"new words {edit % 5}");
            return;
        }
        var text = texts[at];
        switch (edit % 7)
        {
            case 0:
                texts.RemoveAt(at);
                break;
            case 2:
                texts.RemoveAt(at);
                texts.Insert((int)(edit / 70 % (texts.Count + 1)), text);
                break;
            case 3:
                texts.Insert(at, text);
                break;
            case 4 when text.Length > 6 && !text.StartsWith('#'):
                texts[at] = text[..(text.Length / 2)] + "x";
                texts.Insert(at + 1, "y" + text[(text.Length / 2)..]);
                break;
            case 5 when at + 1 < texts.Count:
                texts[at] = $"{text} {texts[at + 1].TrimStart('#', ' ')}";
                texts.RemoveAt(at + 1);
                break;
            default:
                texts[at] = text + " reworded";
                break;
        }
    }
}
