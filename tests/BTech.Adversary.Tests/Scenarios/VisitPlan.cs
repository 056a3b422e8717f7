namespace BTech.Adversary.Tests.Scenarios;

/// <summary>
/// Who does what when, drawn from a seed: of each group three in five send; some of them change their text and send again, change it and do
/// not, or withdraw; others leave a draft, only look, or stay away. Offers, submissions on the record and consent to be listed are drawn apart, so
/// that they say nothing about writing.
/// </summary>
internal static class VisitPlan
{
    private static readonly TimeSpan Open = TimeSpan.FromDays(21);

    public static IReadOnlyList<PlannedVisit> Draw(IEnumerable<IReadOnlyList<int>> groups, Random random)
    {
        var visits = new List<PlannedVisit>();
        foreach (var group in groups)
        {
            var people = group.ToArray();
            random.Shuffle(people);
            var senders = (int)Math.Round(people.Length * 0.6);
            for (var place = 0; place < people.Length; place++)
            {
                var person = people[place];
                var (first, second) = Two(random);
                if (place < senders)
                {
                    visits.Add(new PlannedVisit(person, first) { Writes = true, Sends = true });
                    if (place % 6 == 0) visits.Add(new PlannedVisit(person, second) { Withdraws = true });
                    else if (place % 3 == 1) visits.Add(new PlannedVisit(person, second) { Writes = true, Sends = place % 2 == 1 });
                }
                else if (place % 3 == 0) visits.Add(new PlannedVisit(person, first) { Writes = true });
                else if (place % 3 == 1) visits.Add(new PlannedVisit(person, first) { Enters = false });
                if (random.Next(4) == 0) visits.Add(new PlannedVisit(person, Two(random).First) { Offers = true });
                if (random.Next(3) == 0) visits.Add(new PlannedVisit(person, Two(random).First) { Agrees = true });
                if (random.Next(12) == 0) visits.Add(new PlannedVisit(person, Two(random).First) { SpeaksOnRecord = true });
            }
        }
        return [.. visits.OrderBy(visit => visit.At)];
    }

    private static (TimeSpan First, TimeSpan Second) Two(Random random)
    {
        var (one, other) = (random.NextDouble() * Open, random.NextDouble() * Open);
        return one < other ? (one, other) : (other, one);
    }
}
