using BTech.Adversary.Tests.Loot;

namespace BTech.Adversary.Tests.Attackers;

/// <summary>Somebody with the whole haul who tries one idea in every place where it can be tried.</summary>
internal interface IAttacker
{
    IEnumerable<Attack> Try(Haul haul);
}
