namespace BTech.Adversary.Tests.PlantedLeaks;

/// <summary>What may not lie beside the boxes while the window is open, and a key that may not outlive it.</summary>
internal static class OfTheWindow
{
    public static IReadOnlyList<PlantedLeak> All { get; } =
    [
        new("log_of_changes", "RankMatch")
        {
            Prepare = scenario => scenario.Host.Database.ExecuteAsync("""
                CREATE SCHEMA IF NOT EXISTS planted;
                CREATE TABLE planted.log_of_changes (number bigint GENERATED ALWAYS AS IDENTITY, tag bytea);
                CREATE FUNCTION planted.note_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
                    'BEGIN INSERT INTO planted.log_of_changes (tag) VALUES (NEW.tag); RETURN NULL; END';
                CREATE TRIGGER note_change AFTER UPDATE ON record.box FOR EACH ROW EXECUTE FUNCTION planted.note_change()
                """),
        },
        new("blurred_order", "RankTrend")
        {
            // Each four backwards: nobody stands where they belong, and still the early stand early.
            Sealed = (scenario, _) => PlantedLeak.TableAsync(scenario, "blurred_order", "tag bytea", scenario.OrderOfWriting.Chunk(4).SelectMany(four => four.Reverse())
                .Select(person => $"'\\x{scenario.Truth.OwnerOfTag.Single(owner => owner.Value == person).Key}'")),
        },
        new("state_column", "Tally")
        {
            Prepare = scenario => scenario.Host.Database.ExecuteAsync("""
                CREATE SCHEMA IF NOT EXISTS planted;
                CREATE TABLE planted.state_column AS SELECT tag, 'empty' AS state FROM record.box;
                CREATE FUNCTION planted.note_state() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
                    'BEGIN UPDATE planted.state_column SET state = ''written'' WHERE tag = NEW.tag; RETURN NULL; END';
                CREATE TRIGGER note_state AFTER UPDATE ON record.box FOR EACH ROW EXECUTE FUNCTION planted.note_state()
                """),
        },
        new("dump_without_mix", "SnapshotDiff")
        {
            // The table as it lies there before the mix, its transactions in a column of their own.
            BeforeMix = scenario => scenario.Host.Database.ExecuteAsync("""
                CREATE SCHEMA IF NOT EXISTS planted;
                DROP TABLE IF EXISTS planted.dump_without_mix;
                CREATE TABLE planted.dump_without_mix AS SELECT tag, box, xmin::text::bigint AS written FROM record.box
                """),
        },
        new("mix_without_encrypting_anew", "SnapshotDiff")
        {
            BeforeMix = scenario => scenario.Host.Database.ExecuteAsync("""
                CREATE SCHEMA IF NOT EXISTS planted;
                DROP TABLE IF EXISTS planted.mix_without_encrypting_anew;
                CREATE TABLE planted.mix_without_encrypting_anew AS SELECT tag, box FROM record.box ORDER BY random()
                """),
        },
        new("mix_without_shuffle", "OrderKept")
        {
            BeforeMix = scenario => scenario.Host.Database.ExecuteAsync("""
                CREATE SCHEMA IF NOT EXISTS planted;
                DROP TABLE IF EXISTS planted.mix_without_shuffle;
                CREATE TABLE planted.mix_without_shuffle AS SELECT tag FROM record.box ORDER BY tag
                """),
        },
        new("key_left_behind", "KeyHunt")
        {
            BeforeMix = scenario =>
            {
                File.Copy(Path.Combine(scenario.Host.KeysFolder, "windows", scenario.Window.ToString("D"), "box.key"), Path.Combine(scenario.Host.Folder, "planted-key_left_behind.bak"), overwrite: true);
                return Task.CompletedTask;
            },
        },
    ];
}
