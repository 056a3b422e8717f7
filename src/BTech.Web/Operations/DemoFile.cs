using System.Security.Cryptography;
using System.Text.Json;
using BTech.Web.Settings;

namespace BTech.Web.Operations;

/// <summary>What a newcomer needs to try the sample, kept in <c>demo.json</c> (0600), so that a second start prints the same.</summary>
/// <param name="Password">Password of the sample staff accounts.</param>
/// <param name="Links">Three personal links; none until the sample is loaded to its end.</param>
/// <param name="Staff">The sample staff accounts.</param>
public sealed record DemoFile(string Password, IReadOnlyList<SampleLink> Links, IReadOnlyList<SeededStaff> Staff)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Whether the sample was loaded to its end.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsComplete => Links.Count > 0;

    /// <summary>
    /// What is kept, or a new file with the password given (or a random one). It is kept before any account has that password: a load
    /// that is cut off must not leave accounts that nobody can use.
    /// </summary>
    public static async Task<DemoFile> EnsureAsync(string path, string? password, CancellationToken cancel)
    {
        if (Find(path) is { } kept && (password is null || kept.Password == password)) return kept;
        var fresh = new DemoFile(password ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), Find(path)?.Links ?? [], SeedStaff.List);
        await fresh.SaveAsync(path, cancel);
        return fresh;
    }

    /// <summary>What is kept in this file, or nothing.</summary>
    public static DemoFile? Find(string path) =>
        File.Exists(path) ? JsonSerializer.Deserialize<DemoFile>(File.ReadAllText(path), Options) : null;

    /// <summary>Keeps it, replacing what was there.</summary>
    public async Task SaveAsync(string path, CancellationToken cancel)
    {
        var fresh = path + ".new";
        File.Delete(fresh);
        await using (var stream = PrivateFile.Create(fresh))
            await JsonSerializer.SerializeAsync(stream, this, Options, cancel);
        File.Move(fresh, path, overwrite: true);
    }
}
