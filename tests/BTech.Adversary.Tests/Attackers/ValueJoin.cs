using System.Security.Cryptography;
using System.Text;
using BTech.Adversary.Tests.Loot;

namespace BTech.Adversary.Tests.Attackers;

/// <summary>
/// A value beside one person that equals a value beside one contributor or author tag: as it is, hashed, or keyed with anything in the
/// artefacts that looks like a key.
/// </summary>
internal sealed class ValueJoin : IAttacker
{
    private static readonly (string Name, Func<byte[], byte[]> Hash)[] Hashes =
        [("as it is", value => value), ("SHA-256", SHA256.HashData), ("SHA-1", Sha1), ("MD5", Md5)];

    public IEnumerable<Attack> Try(Haul haul)
    {
        var voices = Values(haul.Final, haul.NamesOfVoices);
        foreach (var (tag, number) in haul.Tags.Select((tag, number) => (tag, number))) voices.Remove(Convert.ToHexString(tag));
        var tags = haul.Tags.Select((tag, number) => (Convert.ToHexString(tag), number)).ToDictionary();
        var persons = Persons(haul);
        foreach (var (name, hash) in Hashes)
        {
            var (authors, owners) = Join(persons, hash, voices, tags);
            yield return new AuthorGuess(nameof(ValueJoin), name, authors);
            yield return new TagGuess(nameof(ValueJoin), name, owners);
        }
        var ids = Messages(haul);
        foreach (var place in FoundKeys.In(haul).GroupBy(key => key.Place))
        {
            var (authors, owners) = (new Dictionary<int, int>(), new Dictionary<int, int>());
            foreach (var (_, key) in place)
            {
                var (more, others) = Join(ids, message => HMACSHA256.HashData(key, message), voices, tags);
                foreach (var (voice, person) in more) authors[voice] = person;
                foreach (var (tag, person) in others) owners[tag] = person;
            }
            yield return new AuthorGuess(nameof(ValueJoin), $"HMAC under {place.Key}", authors);
            yield return new TagGuess(nameof(ValueJoin), $"HMAC under {place.Key}", owners);
        }
    }

    private static (Dictionary<int, int> Authors, Dictionary<int, int> Owners) Join(
        List<(byte[] Value, int Person)> persons, Func<byte[], byte[]> hash, Dictionary<string, int> voices, Dictionary<string, int> tags)
    {
        var (authors, owners) = (new Dictionary<int, int>(), new Dictionary<int, int>());
        foreach (var (value, person) in persons)
        {
            var digest = Convert.ToHexString(hash(value));
            // A hash cut to the size of an id is one as well.
            if (voices.TryGetValue(digest, out var voice) || (digest.Length > 32 && voices.TryGetValue(digest[..32], out voice))) authors[voice] = person;
            if (tags.TryGetValue(digest, out var tag)) owners[tag] = person;
        }
        return (authors, owners);
    }

    /// <summary>Every value that stands beside exactly one subject, also as the bytes it spells.</summary>
    private static Dictionary<string, int> Values(Artefacts artefacts, ByteFinder names)
    {
        var values = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in artefacts.Tables)
            foreach (var (subject, row) in Trails.Rows(table, names))
                foreach (var value in row.Take(table.Types.Count).Where(value => value?.Length is >= 6 and <= 256).SelectMany(value => Readings(value!)))
                    values[Convert.ToHexString(value)] = values.TryGetValue(Convert.ToHexString(value), out var other) && other != subject ? -1 : subject;
        return values.Where(value => value.Value >= 0).ToDictionary();
    }

    private static IEnumerable<byte[]> Readings(byte[] value)
    {
        yield return value;
        var text = Encoding.Latin1.GetString(value);
        if (Guid.TryParse(text, out var id)) yield return id.ToByteArray(bigEndian: true);
        else foreach (var bytes in FoundKeys.Readings(text)) yield return bytes;
    }

    private static List<(byte[], int)> Persons(Haul haul) =>
    [
        .. Values(haul.Final, haul.NamesOfPeople).Select(value => (Convert.FromHexString(value.Key), value.Value)),
        .. Messages(haul),
    ];

    /// <summary>What a keyed hash of a person may be made of, the product's own form among them: the attacker has read its source.</summary>
    private static List<(byte[], int)> Messages(Haul haul) =>
        [.. haul.People.SelectMany(person => person.Names().Append([.. Window(haul), .. person.InvitationId.ToByteArray(bigEndian: true)])
            .Append([.. "btc/v1/author"u8, .. Window(haul), .. person.InvitationId.ToByteArray(bigEndian: true)]).Select(message => (message, person.Number)))];

    private static byte[] Window(Haul haul) => haul.Window.ToByteArray(bigEndian: true);

#pragma warning disable CA5350, CA5351 // An attacker tries weak hashes because a careless record may hold them.
    private static byte[] Sha1(byte[] value) => SHA1.HashData(value);

    private static byte[] Md5(byte[] value) => MD5.HashData(value);
#pragma warning restore CA5350, CA5351
}
