namespace BTech.Adversary.Tests.PlantedLeaks;

/// <summary>Everything that is planted. They do not touch each other, so that one run carries them all.</summary>
internal static class AllLeaks
{
    public static IReadOnlyList<PlantedLeak> List { get; } = [.. AcrossTheSeal.All, .. OfRequests.All, .. OfTheWindow.All];
}
