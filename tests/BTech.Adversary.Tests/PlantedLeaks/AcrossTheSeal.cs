using System.Security.Cryptography;
using System.Text;

namespace BTech.Adversary.Tests.PlantedLeaks;

/// <summary>What a sealed row may not have kept of the time before: a clock, an order, an id, a hash, a text.</summary>
internal static class AcrossTheSeal
{
    public static IReadOnlyList<PlantedLeak> All { get; } =
    [
        new("creation_time", "NearestTime")
        {
            Sealed = (scenario, texts) => PlantedLeak.TableAsync(scenario, "creation_time", "input_id uuid, created_at timestamptz",
                PlantedLeak.Shuffled(texts).Select(text => $"'{text.Input}', to_timestamp({FormattableString.Invariant($"{text.SentAt}")})")),
        },
        new("time_ordered_ids", "RankMatch")
        {
            Sealed = (scenario, texts) => PlantedLeak.TableAsync(scenario, "time_ordered_ids", "id uuid, input_id uuid",
                PlantedLeak.Shuffled(texts).Select(text => $"'{Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddSeconds(text.SentAt))}', '{text.Input}'")),
        },
        new("identity_column", "RankMatch")
        {
            Sealed = (scenario, texts) => PlantedLeak.TableAsync(scenario, "identity_column", "number integer, input_id uuid",
                PlantedLeak.Shuffled(texts).Select(text => $"{text.Turn}, '{text.Input}'")),
        },
        new("kept_order", "RankMatch")
        {
            Sealed = (scenario, texts) => PlantedLeak.TableAsync(scenario, "kept_order", "input_id uuid", texts.Select(text => $"'{text.Input}'")),
        },
        new("chunk_order", "RankMatch")
        {
            // Rows in another order and of one transaction, rewritten since; their long values keep the numbers that they got when they came.
            Sealed = async (scenario, texts) =>
            {
                await scenario.Host.Database.ExecuteAsync("CREATE SCHEMA IF NOT EXISTS planted; CREATE TABLE planted.chunk_order (input_id uuid, turn integer, long bytea); ALTER TABLE planted.chunk_order ALTER long SET STORAGE EXTERNAL");
                await scenario.Host.Database.ExecuteAsync($"INSERT INTO planted.chunk_order VALUES {string.Join(", ", texts.Select(text => $"('{text.Input}', 0, decode(repeat('5a', 4000), 'hex'))"))}");
                await ShuffleAsync(scenario, "chunk_order", texts);
                await scenario.Host.Database.ExecuteAsync("VACUUM FULL planted.chunk_order");
            },
        },
        new("dead_rows", "RankMatch")
        {
            // Nobody sees the rows as they were first written any more, and there they still lie.
            Sealed = async (scenario, texts) =>
            {
                await PlantedLeak.TableAsync(scenario, "dead_rows", "input_id uuid, turn integer", texts.Select(text => $"'{text.Input}', 0"));
                await ShuffleAsync(scenario, "dead_rows", texts);
            },
        },
        new("own_transactions", "RankMatch")
        {
            Sealed = async (scenario, texts) =>
            {
                await PlantedLeak.TableAsync(scenario, "own_transactions", "input_id uuid, touched boolean", PlantedLeak.Shuffled(texts).Select(text => $"'{text.Input}', false"));
                foreach (var text in texts) await scenario.Host.Database.ExecuteAsync($"UPDATE planted.own_transactions SET touched = true WHERE input_id = '{text.Input}'");
            },
        },
        new("one_transaction", "XminJoin")
        {
            Sealed = async (scenario, texts) =>
            {
                await scenario.Host.Database.ExecuteAsync("""CREATE SCHEMA IF NOT EXISTS planted; CREATE TABLE planted."one_transaction.people" (invitation_id uuid); CREATE TABLE planted."one_transaction.record" (input_id uuid)""");
                foreach (var own in PlantedLeak.Shuffled(texts.GroupBy(text => text.Author)))
                    await scenario.Host.Database.ExecuteAsync($"""
                        BEGIN;
                        INSERT INTO planted."one_transaction.people" VALUES ('{own.Key.InvitationId}');
                        INSERT INTO planted."one_transaction.record" VALUES {string.Join(", ", own.Select(text => $"('{text.Input}')"))};
                        COMMIT
                        """);
            },
        },
        new("hidden_foreign_key", "ValueJoin")
        {
            Sealed = (scenario, texts) => PlantedLeak.TableAsync(scenario, "hidden_foreign_key", "input_id uuid, author uuid",
                PlantedLeak.Shuffled(texts).Select(text => $"'{text.Input}', '{text.Author.InvitationId}'")),
        },
        new("unkeyed_hash", "ValueJoin")
        {
            Sealed = (scenario, texts) => PlantedLeak.TableAsync(scenario, "unkeyed_hash", "input_id uuid, tag text",
                PlantedLeak.Shuffled(texts).Select(text => $"'{text.Input}', '{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Author.Email)))}'")),
        },
        new("key_in_settings", "ValueJoin")
        {
            Sealed = async (scenario, texts) =>
            {
                var key = RandomNumberGenerator.GetBytes(32);
                await PlantedLeak.AppendAsync(scenario, "key_in_settings.appsettings.json", $$"""{ "Keys": { "Tag": "{{Convert.ToBase64String(key)}}" } }""");
                await PlantedLeak.TableAsync(scenario, "key_in_settings", "input_id uuid, tag bytea", PlantedLeak.Shuffled(texts).Select(text =>
                    $"'{text.Input}', '\\x{Convert.ToHexString(HMACSHA256.HashData(key, (byte[])[.. "btc/v1/author"u8, .. scenario.Window.ToByteArray(bigEndian: true), .. text.Author.InvitationId.ToByteArray(bigEndian: true)]))}'"));
            },
        },
        new("follow_up_hash_in_clear", "TwoStageJoin")
        {
            // As it would have stood beside the box: the tag says nothing, its turn does.
            Sealed = (scenario, texts) => PlantedLeak.TableAsync(scenario, "follow_up_hash_in_clear", "tag bytea, lookup bytea",
                texts.Select(text => $"'\\x{Convert.ToHexString(RandomNumberGenerator.GetBytes(32))}', '\\x{text.LookupHash}'")),
        },
        new("unsent_draft_sealed", "TextSearch")
        {
            Sealed = (scenario, texts) => PlantedLeak.TableAsync(scenario, "unsent_draft_sealed", "id uuid, text text",
                [$"'{Guid.NewGuid()}', 'left {scenario.Truth.Words.First(word => !scenario.SealedWords.Contains(word))} unsent'"]),
        },
        new("small_remainder", "SmallLabel")
        {
            Sealed = (scenario, texts) => PlantedLeak.TableAsync(scenario, "small_remainder", "contributor_id uuid, label text",
                texts.DistinctBy(text => text.Contributor).Select((text, index) => $"'{text.Contributor}', '{scenario.People[index < 2 ? 0 : ^1].Group}'")),
        },
    ];

    /// <summary>Writes all rows once more, in an order that says nothing and in one transaction.</summary>
    private static Task ShuffleAsync(Scenarios.Scenario scenario, string table, IReadOnlyList<SealedText> texts) =>
        scenario.Host.Database.ExecuteAsync($"BEGIN; {string.Join(' ', PlantedLeak.Shuffled(texts).Select(text => $"UPDATE planted.{table} SET turn = 1 WHERE input_id = '{text.Input}';"))} COMMIT");
}
