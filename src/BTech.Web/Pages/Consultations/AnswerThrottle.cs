using System.Net;
using BTech.Web.Design;

namespace BTech.Web.Pages.Consultations;

/// <summary>Keeps one network from filling all the room that there is for answers to a draft: thirty in ten minutes, counted in memory under keyed hashes.</summary>
public sealed class AnswerThrottle(TimeProvider time)
{
    private const int Answers = 30;

    private readonly KeyedTally _answers = new(TimeSpan.FromMinutes(10), time);

    public bool IsTired(IPAddress? address) => _answers.Seen(KeyedTally.Network(address)) >= Answers;

    public void Count(IPAddress? address) => _answers.Count(KeyedTally.Network(address));
}
