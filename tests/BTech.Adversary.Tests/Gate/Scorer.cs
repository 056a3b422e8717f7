using BTech.Adversary.Tests.Attackers;
using BTech.Adversary.Tests.Loot;
using BTech.Adversary.Tests.Scenarios;

namespace BTech.Adversary.Tests.Gate;

/// <summary>Compares guesses with the truth of one run.</summary>
internal sealed class Scorer(Haul haul, Truth truth)
{
    private readonly IReadOnlyList<int> _authors = [.. haul.Voices.Select(voice => truth.AuthorOf(voice) ?? throw new InvalidOperationException($"Nobody wrote {voice}."))];
    private readonly IReadOnlyList<int> _owners = [.. haul.Tags.Select(tag => truth.OwnerOfTag[Convert.ToHexString(tag)])];
    private readonly IReadOnlyList<int> _sizes = [.. haul.Voices.Select(voice => voice.Label).Distinct().Select(label => haul.CandidatesFor(label).Count())];

    public void Count(Hits hits, Attack attack)
    {
        switch (attack)
        {
            case AuthorGuess guess:
                hits.Guess(_sizes.Count, _sizes.Min());
                foreach (var voice in haul.Voices)
                    hits.Count(voice.Label ?? "no label", guess.Persons.TryGetValue(voice.Number, out var author) && author == _authors[voice.Number], author);
                break;
            case ResidualGuess guess:
                hits.Report(_sizes.Count);
                foreach (var voice in haul.Voices)
                    hits.Count(voice.Label ?? "no label", guess.Persons.TryGetValue(voice.Number, out var writer) && writer == _authors[voice.Number], writer);
                break;
            case TagGuess guess:
                hits.Guess(1, haul.People.Count);
                foreach (var (tag, owner) in guess.Persons) hits.Count("all", owner == _owners[tag], owner);
                break;
            case WriterGuess guess:
                hits.Draw(guess.Persons.Count(truth.Writers.Contains), haul.People.Count, truth.Writers.Count, guess.Persons.Count);
                break;
            case SameOrder same:
                var places = same.Persons.Select((person, place) => (person, place)).ToDictionary();
                var order = same.Subjects.Select(subject => same.AreTags ? _owners[subject] : _authors[subject]).Where(places.ContainsKey).Select(person => places[person]).ToList();
                if (order.Count >= Trails.Fewest) hits.Compare(Independence.SignedDeviation([.. order.Select(place => order.Count(other => other < place))]));
                break;
            case KeptOrder kept:
                var earlier = kept.Before.Select((subject, place) => (subject, place)).ToDictionary();
                var stayed = kept.After.Where(earlier.ContainsKey).Select(subject => earlier[subject]).ToList();
                if (stayed.Count >= Trails.Fewest) hits.Compare(Independence.SignedDeviation([.. stayed.Select(place => stayed.Count(other => other < place))]));
                break;
            case Breach breach:
                hits.Forbid(breach.Found);
                break;
            default:
                throw new InvalidOperationException($"How is {attack} scored?");
        }
    }
}
