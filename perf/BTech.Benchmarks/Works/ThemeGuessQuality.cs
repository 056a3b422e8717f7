using System.Globalization;
using System.Text.RegularExpressions;
using BTech.Record.Similarity;

namespace BTech.Benchmarks.Works;

/// <summary>
/// Q8: how good the suggested themes are, on answers whose themes people or a model have noted. Some of the answers are taken as coded, drawn at random, five times;
/// the others are asked about, each next to two baselines: themes drawn at random, and the most frequent theme for everything.
/// </summary>
internal static partial class ThemeGuessQuality
{
    private const int Top = 5;

    /// <summary>Prints one line for each share of coded answers.</summary>
    /// <param name="gold">A table of the public data set: columns <c>response</c> and <c>target_topics</c>.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task PrintAsync(FileInfo gold, CancellationToken cancel)
    {
        var answers = Read(await File.ReadAllTextAsync(gold.FullName, cancel));
        var themes = answers.SelectMany(answer => answer.Themes).Distinct().ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{answers.Count} answers, {themes.Length} themes, {answers.Average(answer => answer.Themes.Count):N2} themes an answer"));
        Console.WriteLine("coded   precision at 5, by theme        first theme right              recall of the first three      ");
        Console.WriteLine("        ours  random  most frequent     ours  random  most frequent    ours  random  most frequent");
        foreach (var share in new[] { 0.05, 0.1, 0.2, 0.5 })
        {
            var runs = Enumerable.Range(1, 5).Select(seed => Measure(answers, themes, share, new Random(seed))).ToList();
            double Mean(Func<double[], double> of) => runs.Average(of);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{share,5:P0}   {Mean(r => r[0]):N3}  {Mean(r => r[1]):N3}  {Mean(r => r[2]):N3}             {Mean(r => r[3]):N3}  {Mean(r => r[4]):N3}  {Mean(r => r[5]):N3}            {Mean(r => r[6]):N3}  {Mean(r => r[7]):N3}  {Mean(r => r[8]):N3}"));
        }
    }

    private static double[] Measure(List<(string Text, HashSet<Guid> Themes)> all, Guid[] themes, double share, Random random)
    {
        var answers = all.ToArray();
        random.Shuffle(answers);
        var coded = (int)(answers.Length * share);
        var passages = answers.Select((answer, at) => new ThemeGuesses.Passage(answer.Text, "en", at < coded ? answer.Themes : [])).ToList();
        var guesses = ThemeGuesses.Of(passages);
        var asked = Enumerable.Range(coded, answers.Length - coded).ToArray();
        var frequent = answers.Take(coded).SelectMany(answer => answer.Themes).CountBy(theme => theme).OrderByDescending(theme => theme.Value).Select(theme => theme.Key).Concat(themes).Distinct().ToArray();

        // By theme: of the five passages that a page shows under it, how many carry it.
        var byTheme = guesses.GroupBy(guess => guess.Theme).ToDictionary(group => group.Key, group => group.Take(Top).ToList());
        double ours = themes.Average(theme => byTheme.TryGetValue(theme, out var shown) ? shown.Count(guess => answers[guess.Passage].Themes.Contains(theme)) / (double)Top : 0);
        double chance = themes.Average(theme => asked.Count(at => answers[at].Themes.Contains(theme)) / (double)asked.Length);
        // Whoever gives everything the most frequent theme has five texts for that theme and none for the others.
        double most = asked.Count(at => answers[at].Themes.Contains(frequent[0])) / (double)asked.Length / themes.Length;

        // By passage: whether the first theme is one of its own, and how many of its own stand among the first three.
        var byPassage = guesses.GroupBy(guess => guess.Passage).ToDictionary(group => group.Key, group => group.Select(guess => guess.Theme).ToArray());
        var judged = asked.Where(at => answers[at].Themes.Count > 0).ToArray();
        double First(Func<int, Guid[]> order) => judged.Average(at => order(at) is [var first, ..] && answers[at].Themes.Contains(first) ? 1.0 : 0);
        double Recall(Func<int, Guid[]> order) => judged.Average(at => order(at).Take(3).Count(answers[at].Themes.Contains) / (double)answers[at].Themes.Count);
        Guid[] Ours(int at) => byPassage.GetValueOrDefault(at) ?? [];
        Guid[] Random(int at)
        {
            var drawn = themes.ToArray();
            random.Shuffle(drawn);
            return drawn;
        }
        return [ours, chance, most, First(Ours), First(Random), First(_ => frequent), Recall(Ours), Recall(Random), Recall(_ => frequent)];
    }

    private static List<(string Text, HashSet<Guid> Themes)> Read(string table)
    {
        var rows = Rows(table);
        var (text, topics) = (Array.IndexOf(rows[0], "response"), Array.IndexOf(rows[0], "target_topics"));
        if (text < 0 || topics < 0) throw new InvalidOperationException("The table has no columns response and target_topics.");
        var ids = new Dictionary<string, Guid>(StringComparer.Ordinal);
        Guid Id(string name) => ids.TryGetValue(name, out var id) ? id : ids[name] = Guid.NewGuid();
        return [.. rows.Skip(1).Where(row => row.Length > Math.Max(text, topics)).Select(row => (row[text], Topic().Matches(row[topics]).Select(match => Id(match.Groups[1].Value)).ToHashSet()))];
    }

    // Fields in quotes may hold commas and lines; a doubled quote is a quote.
    private static List<string[]> Rows(string table)
    {
        var rows = new List<string[]>();
        var (row, field, isQuoted) = (new List<string>(), new System.Text.StringBuilder(), false);
        for (var at = 0; at < table.Length; at++)
        {
            var sign = table[at];
            if (isQuoted && sign == '"' && at + 1 < table.Length && table[at + 1] == '"') field.Append(table[++at]);
            else if (sign == '"') isQuoted = !isQuoted;
            else if (isQuoted || sign is not (',' or '\n' or '\r')) field.Append(sign);
            else if (sign != '\r')
            {
                row.Add(field.ToString());
                field.Clear();
                if (sign != '\n') continue;
                rows.Add([.. row]);
                row.Clear();
            }
        }
        if (field.Length > 0) rows.Add([.. row, field.ToString()]);
        return rows;
    }

    [GeneratedRegex("'([A-Z])': \\{")]
    private static partial Regex Topic();
}
