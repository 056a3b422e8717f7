using BTech.Adversary.Tests.Loot;
using BTech.Adversary.Tests.Scenarios;

namespace BTech.Adversary.Tests.PlantedLeaks;

/// <summary>One sealed text with what a careless product would have kept about it.</summary>
internal sealed record SealedText(Guid Input, Guid Contributor, string LookupHash, Invitee Author, int Turn, double SentAt);

/// <summary>The sealed texts beside their authors, in the order of sending: known to the test, which plants with it.</summary>
internal static class SealedTexts
{
    public static async Task<IReadOnlyList<SealedText>> ReadAsync(Scenario scenario)
    {
        var dump = await Artefacts.DumpAsync(scenario.Host.Database.Superuser);
        var inputs = dump.Table("record.sealed_input");
        var lookups = dump.Table("record.input_lookup");
        var lookupOf = lookups.Texts("input_id").Zip(lookups.Column("lookup_hash")).ToDictionary(row => row.First, row => Convert.ToHexString(row.Second!));
        var turns = scenario.Turns;
        var texts = new List<SealedText>();
        foreach (var ((id, contributor), text) in inputs.Texts("id").Zip(inputs.Texts("contributor_id")).Zip(inputs.Texts("text")))
        {
            var author = scenario.People[scenario.Truth.AuthorOf(text)!.Value];
            var (turn, at) = turns[author.Number];
            texts.Add(new SealedText(Guid.Parse(id), Guid.Parse(contributor), lookupOf[id], author, turn, at));
        }
        return [.. texts.OrderBy(text => text.Turn)];
    }
}
