using Microsoft.Playwright;

namespace BTech.Browser.Tests.Checks;

/// <summary>A page in one of its states.</summary>
/// <param name="Who">At whose browser.</param>
/// <param name="Address">Without a language.</param>
/// <param name="State">What it shows: default, refused, empty, closed.</param>
/// <param name="Act">What brings it into that state.</param>
/// <param name="IsRefused">Whether it then says what has to be mended.</param>
internal sealed record Sight(Who Who, string Address, string State = "default", Func<IPage, Task>? Act = null, bool IsRefused = false)
{
    public override string ToString() => $"{Who} {Address} {State}";

    /// <summary>A form of that page sent with what is typed here, or as it stands, and refused.</summary>
    public static Sight Refused(Who who, string address, string button, params (string Field, string Value)[] typed) =>
        new(who, address, "refused", page => RefuseAsync(page, button, typed), IsRefused: true);

    // What a refusal gives back is what was typed, field by field; passwords are never written back.
    private static async Task RefuseAsync(IPage page, string button, (string Field, string Value)[] typed)
    {
        foreach (var (field, value) in typed) await page.FillAsync(field, value);
        await page.Locator(button).FollowAsync(isRefused: true);
        foreach (var (field, value) in typed) Assert.Equal(value, await page.InputValueAsync(field));
    }
}
