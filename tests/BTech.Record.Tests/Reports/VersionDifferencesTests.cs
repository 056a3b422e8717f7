using BTech.Record.Reports;
using BTech.Record.Reports.Changes;

namespace BTech.Record.Tests.Reports;

/// <summary>Two versions of a report, text by text.</summary>
public sealed class VersionDifferencesTests
{
    private static readonly Guid Lineage = Guid.NewGuid();

    [Fact]
    public void The_same_words_under_new_ids_do_not_differ() => Assert.Empty(VersionDifferences.Between(Report("A", "B"), Report("A", "B")));

    [Fact]
    public void What_only_moved_does_not_differ() => Assert.Empty(VersionDifferences.Between(Report("One says this", "Two says that"), Report("Two says that", "One says this")));

    [Fact]
    public void A_sentence_that_was_changed_is_one_difference_and_another_one_is_two()
    {
        var changed = Assert.Single(VersionDifferences.Between(Report("The paper is long"), Report("The paper is too long")));
        Assert.Equal((WordingKind.Statement, "Area", "The paper is long", "The paper is too long"), (changed.Kind, changed.Section, changed.Before, changed.After));
        Assert.Equal(
            [(null, "Something else entirely stands here"), ("The paper is long", null)],
            VersionDifferences.Between(Report("The paper is long"), Report("Something else entirely stands here")).Select(one => (one.Before, one.After)));
    }

    [Fact]
    public void A_key_point_is_known_by_its_lineage_whatever_is_left_of_its_words()
    {
        var one = Assert.Single(VersionDifferences.Between(Report(new KeyPoint { Id = Guid.NewGuid(), BlockId = Guid.Empty, Order = 1, LineageId = Lineage, Text = "**Maps**" }),
            Report(new KeyPoint { Id = Guid.NewGuid(), BlockId = Guid.Empty, Order = 1, LineageId = Lineage, Text = "Nothing in **common**" })));
        Assert.Equal(("**Maps**", "Nothing in **common**"), (one.Before, one.After));
    }

    [Fact]
    public void Two_sentences_that_say_the_same_are_two()
    {
        var one = Assert.Single(VersionDifferences.Between(Report("The same", "The same"), Report("The same")));
        Assert.Equal(("The same", null), (one.Before, one.After));
    }

    [Fact]
    public void Head_heading_and_section_are_compared_too()
    {
        var (older, newer) = (Report("A"), Report("A"));
        (newer.Title, newer.Sections[0].Heading) = ("Another title", "Another area");
        newer.Sections.Add(new Section { Id = Guid.NewGuid(), ReportId = newer.Id, Kind = SectionKind.NextSteps, Heading = "Next steps", Order = 2 });
        Assert.Equal(
            [(WordingKind.Title, "Report", "Another title"), (WordingKind.Heading, "Area", "Another area"), (WordingKind.Heading, null, "Next steps")],
            VersionDifferences.Between(older, newer).Select(one => (one.Kind, one.Before, one.After!)));
    }

    private static SummaryReport Report(params IEnumerable<string> facts) => Report([.. facts.Select((text, at) => new Fact { Id = Guid.NewGuid(), BlockId = Guid.Empty, Order = at + 1, Text = text })]);

    private static SummaryReport Report(params Statement[] statements)
    {
        var report = new SummaryReport { Id = Guid.NewGuid(), Number = 1, Version = 1, ConsultationId = Guid.Empty, WindowId = Guid.Empty, Language = "en", Title = "Report", EventLine = "Written comments" };
        var section = new Section { Id = Guid.NewGuid(), ReportId = report.Id, Kind = SectionKind.FocusArea, FocusAreaNumber = 1, Heading = "Area", Order = 1 };
        var block = new Block { Id = Guid.NewGuid(), SectionId = section.Id, Order = 1, Kind = BlockKind.Bullets };
        block.Statements.AddRange(statements);
        section.Blocks.Add(block);
        report.Sections.Add(section);
        return report;
    }
}
