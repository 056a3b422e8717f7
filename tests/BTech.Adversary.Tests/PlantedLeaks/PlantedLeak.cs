using System.Globalization;
using BTech.Adversary.Tests.Loot;
using BTech.Adversary.Tests.Scenarios;
using Microsoft.AspNetCore.Http;

namespace BTech.Adversary.Tests.PlantedLeaks;

/// <summary>
/// A mistake that a product could make, made beside ours: tables in a schema of its own, triggers, middleware, files. The gate must turn red
/// and name the attacker that found it.
/// </summary>
/// <param name="Name">Also the name of its table or file, so that it can be looked at alone.</param>
/// <param name="Attacker">Who must find it.</param>
internal sealed record PlantedLeak(string Name, string Attacker)
{
    /// <summary>Before anybody comes.</summary>
    public Func<Scenario, Task> Prepare { get; init; } = _ => Task.CompletedTask;

    /// <summary>After each answered request of a participant.</summary>
    public Func<Scenario, Invitee, HttpContext, Task> Answered { get; init; } = (_, _, _) => Task.CompletedTask;

    /// <summary>Before the mix that comes before a dump.</summary>
    public Func<Scenario, Task> BeforeMix { get; init; } = _ => Task.CompletedTask;

    /// <summary>After the seal; the texts come in the order of sending.</summary>
    public Func<Scenario, IReadOnlyList<SealedText>, Task> Sealed { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>Makes the leak's table with these rows, in this order.</summary>
    public static async Task TableAsync(Scenario scenario, string name, string columns, IEnumerable<string> rows)
    {
        var values = string.Join(", ", rows.Select(row => $"({row})"));
        await scenario.Host.Database.ExecuteAsync($"""CREATE SCHEMA IF NOT EXISTS planted; CREATE TABLE planted."{name}" ({columns}); INSERT INTO planted."{name}" VALUES {values}""");
    }

    /// <summary>The rows in an order that says nothing.</summary>
    public static IReadOnlyList<T> Shuffled<T>(IEnumerable<T> rows) => [.. rows.OrderBy(_ => Guid.NewGuid())];

    /// <summary>A file of the leak's, in the site's folder.</summary>
    public static Task AppendAsync(Scenario scenario, string name, string text) => File.AppendAllTextAsync(Path.Combine(scenario.Host.Folder, $"planted-{name}"), text);

    /// <summary>Whether the request was one by which something was sent.</summary>
    public static bool IsSending(HttpContext context) =>
        context.Response.StatusCode == StatusCodes.Status302Found && context.Request.Path == "/participate/check" && context.Request.Form["Then"] == "send";

    /// <summary>The clock, as a log would write it.</summary>
    public static string Now(Scenario scenario) => scenario.Host.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public override string ToString() => Name;
}
