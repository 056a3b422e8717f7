using BTech.Languages;

namespace BTech.Browser.Tests.Journeys;

/// <summary>The whole way of one comment, from a personal link to a Word document.</summary>
public sealed class JourneyTests(House house)
{
    [Fact]
    public async Task Journey_WithScripts_EndsInAReport() => await new Journey(house, await house.NewSampleAsync(), Language.English, scripts: true).WalkAsync();

    [Fact]
    public async Task Journey_WithoutScriptsAt320Pixels_EndsInAReport() => await new Journey(house, await house.NewSampleAsync(), Language.English, scripts: false, width: 320).WalkAsync();

    [Fact]
    public async Task Journey_InArabicWithTextOfTwiceTheSize_EndsInAReport() =>
        await new Journey(house, await house.NewSampleAsync(), Language.Arabic, scripts: true, doublesText: true).WalkAsync();
}
