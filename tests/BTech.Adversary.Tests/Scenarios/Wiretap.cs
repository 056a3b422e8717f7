using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace BTech.Adversary.Tests.Scenarios;

/// <summary>
/// Stands before the site: gives each visitor a network address, remembers what a session consists of, and hands each answered request to
/// whatever was planted.
/// </summary>
internal sealed class Wiretap : IStartupFilter
{
    /// <summary>The header by which the test says who is visiting; the site does not know it.</summary>
    public const string Visitor = "X-Test-Visitor";

    private readonly List<(byte[] Word, int Person)> _secrets = [];
    private readonly Lock _lock = new();

    public Func<int, HttpContext, Task> Answered { get; set; } = (_, _) => Task.CompletedTask;

    public IReadOnlyList<(byte[] Word, int Person)> Secrets
    {
        get
        {
            lock (_lock) return [.. _secrets.DistinctBy(secret => Convert.ToHexString(secret.Word))];
        }
    }

    public static string AddressOf(int person) => $"10.213.{100 + (person / 100)}.{100 + (person % 100)}";

    /// <summary>A word that belongs to a person's session; its head is enough to recognise it by.</summary>
    public void Remember(string? word, int person)
    {
        if (word is not { Length: > 20 }) return;
        // Tokens of data protection begin alike; the random part comes after.
        var bytes = Encoding.UTF8.GetBytes(word);
        lock (_lock) _secrets.Add((bytes.Length > 60 ? bytes[30..60] : bytes, person));
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => site =>
    {
        site.Use(async (context, go) =>
        {
            if (!int.TryParse(context.Request.Headers[Visitor], out var person))
            {
                await go(context);
                return;
            }
            context.Connection.RemoteIpAddress = IPAddress.Parse(AddressOf(person));
            foreach (var (_, value) in context.Request.Cookies) Remember(value, person);
            await go(context);
            await Answered(person, context);
        });
        next(site);
    };
}
