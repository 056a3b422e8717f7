using System.Globalization;
using BTech.Agenda.Consultations;
using BTech.Languages;
using BTech.Languages.Coach;
using BTech.Record.Disclosure.Linting;
using BTech.Record.Words;

namespace BTech.Record.Reports.Gates;

/// <summary>Point 14: the introduction says when, by whose invitation, what for, which groups took part, that it is not exhaustive, the Rule, and whom to ask.</summary>
internal sealed class IntroductionJobs : IFormRule
{
    public IEnumerable<Finding> Find(SummaryReport report, Consultation consultation)
    {
        if (report.Sections.Find(section => section.Kind == SectionKind.Introduction) is not { Blocks.Count: > 0 } introduction) yield break;
        var language = Language.Find(report.Language) ?? Language.English;
        var text = new FoldedText(string.Join(' ', ReportForm.Texts(introduction).Select(InlineText.Plain))).Text;
        foreach (var (job, isDone) in Jobs(text, consultation, language, LintVocabulary.Of(language, consultation)))
            if (!isDone) yield return new Finding(FindingKind.IntroductionLacks, false, introduction.Id, Detail: Phrases.In(language, "Introduction.Job." + job));
    }

    private static IEnumerable<(string Job, bool IsDone)> Jobs(string text, Consultation consultation, Language language, LintVocabulary words)
    {
        bool Says(params IEnumerable<string> names) => names.Any(name => name.Length > 0 && text.Contains(new FoldedText(name).Text, StringComparison.Ordinal));
        bool Knows(string job) => words.Knows("introduction " + job, text);

        yield return ("Dates", Says(consultation.Windows.SelectMany(window => new[] { window.OpensAt, window.ClosesAt }).Select(day => day.Year.ToString(CultureInfo.InvariantCulture))));
        yield return ("Host", Says(consultation.Host.In(language).Text, consultation.HostLabel.In(language).Text));
        // Where nobody has said what a consultation is for, a report cannot repeat it.
        yield return ("Purpose", consultation.Purpose.IsEmpty || Says(consultation.Purpose.In(language).Text) || Knows("purpose"));
        yield return ("Groups", Says(consultation.Groups.SelectMany(group => new[] { group.Name, group.FamilyName, group.Adjective, group.FamilyAdjective }).Select(name => name.In(language).Text)));
        yield return ("Limits", Knows("limits"));
        yield return ("Rule", Knows("rule"));
        // Any address will do: a meeting's report may give another one than the consultation's.
        yield return ("Contact", Says("@"));
    }
}
