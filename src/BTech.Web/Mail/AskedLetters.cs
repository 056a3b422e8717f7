using System.Collections.Concurrent;
using System.Net;
using System.Text;
using BTech.Languages;
using BTech.Web.Design;

namespace BTech.Web.Mail;

/// <summary>What somebody asks for by a mail address alone.</summary>
public enum AskedFor
{
    /// <summary>A link to the consultations to which the address is invited.</summary>
    LostLink = 1,

    /// <summary>A one-time link for a new staff password.</summary>
    Password = 2,
}

/// <summary>One request.</summary>
/// <param name="For">What is asked for.</param>
/// <param name="Address">The address, as typed.</param>
/// <param name="Language">The language of the page on which it was asked.</param>
public sealed record Asked(AskedFor For, string Address, Language Language);

/// <summary>
/// Requests by a mail address alone, until a job sees to them. They wait in memory and nowhere else, and a page that takes one does the same work for
/// every address, so that neither its words nor its time tell who is known here. After a restart one asks again.
/// </summary>
/// <remarks>
/// Against floods: at most 20 requests from one network in ten minutes, told on the page; at most three letters of a kind to one address in an hour,
/// told nobody. Both are counted under keyed hashes in memory.
/// </remarks>
public sealed class AskedLetters(TimeProvider time)
{
    private const int MostFromOneNetwork = 20;
    private const int MostToOneAddress = 3;
    private const int MostWaiting = 10_000;

    private readonly KeyedTally _networks = new(TimeSpan.FromMinutes(10), time);
    private readonly KeyedTally _addresses = new(TimeSpan.FromHours(1), time);
    private readonly ConcurrentQueue<Asked> _waiting = new();

    /// <summary>Whether this network has asked often enough for now; counts the asking.</summary>
    public bool IsTired(IPAddress? network) => _networks.Count(KeyedTally.Network(network)) > MostFromOneNetwork;

    /// <summary>Takes a request; beyond the limits it is dropped, and nobody is told.</summary>
    public void Add(Asked asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        if (MayWriteTo(asked.For.ToString(), asked.Address) && _waiting.Count < MostWaiting) _waiting.Enqueue(asked);
    }

    /// <summary>Whether another letter of a kind may go to an address; counts it.</summary>
    public bool MayWriteTo(string kind, string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return _addresses.Count(Encoding.UTF8.GetBytes($"{kind} {address.Trim().ToUpperInvariant()}")) <= MostToOneAddress;
    }

    /// <summary>The next request, in the order of asking; nothing when there is none.</summary>
    public Asked? Take() => _waiting.TryDequeue(out var asked) ? asked : null;
}
