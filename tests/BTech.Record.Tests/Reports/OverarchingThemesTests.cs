using BTech.Record.Inputs;
using BTech.Record.Reports;

namespace BTech.Record.Tests.Reports;

/// <summary>Themes that run through several focus areas are offered for the overarching messages.</summary>
public sealed class OverarchingThemesTests(SealedSide side) : IClassFixture<SealedSide>
{
    [Fact]
    public async Task OfWindow_ThemesOfTwoAreasOrMore_ThoseOfMostAreasFirst()
    {
        var consultation = InventedConsultation.New();
        Guid everywhere = await side.ThemeAsync(consultation.Id, "Everywhere"), often = await side.ThemeAsync(consultation.Id, "Often"), twice = await side.ThemeAsync(consultation.Id, "Twice"), once = await side.ThemeAsync(consultation.Id, "Once");
        var (window, inputs) = await side.WindowAsync(
        [
            .. Enumerable.Range(1, 3).Select(area => new SealedSide.Voice("companies", (area, $"On area {area}."))),
            .. Enumerable.Range(0, 3).Select(number => new SealedSide.Voice("companies", (1 + (number % 2), $"Once more, {number}."))),
            new SealedSide.Voice("companies", (null, "Overall.")),
        ]);
        foreach (var input in inputs.Take(3)) await side.CodeAsync(consultation.Id, input, everywhere);
        foreach (var input in inputs.Skip(3).Take(3)) await side.CodeAsync(consultation.Id, input, often);
        foreach (var input in inputs.Take(2)) await side.CodeAsync(consultation.Id, input, twice);
        // One area and an overall comment are one area.
        foreach (var input in new[] { inputs[0], inputs[6] }) await side.CodeAsync(consultation.Id, input, once);

        Assert.Equal([("Everywhere", 3, 3), ("Often", 2, 3), ("Twice", 2, 2)], await OfAsync(window));
        await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(inputs[1], SetAsideReasons.OffTopic, SealedSide.Coder, default));
        Assert.Equal([("Often", 2, 3), ("Everywhere", 2, 2)], await OfAsync(window));
    }

    private async Task<IEnumerable<(string Name, int Areas, int Contributors)>> OfAsync(Guid window) =>
        (await side.AskAsync<OverarchingThemes, IReadOnlyList<OverarchingTheme>>(themes => themes.OfAsync(window, SealedSide.Coder, default)))
        .Select(theme => (theme.Theme.Name, theme.Areas.Number, theme.Contributors.Number));
}
