using BTech.Languages;
using BTech.Testing;
using Microsoft.Playwright;

namespace BTech.Browser.Tests.Staff;

/// <summary>A passkey from its first day to its last, with the authenticator that Chromium plays.</summary>
public sealed class PasskeyTests(House house)
{
    [Fact]
    public async Task Passkey_AddedUsedAndRemoved_SignsInWithoutPassword()
    {
        await house.Host.AddStaffAsync("holder");
        var page = await house.NewPersonAsync();
        var devices = await page.Context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        var added = await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true,
                ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
        var device = added!.Value.GetProperty("authenticatorId").GetString()!;

        await page.SignInAsync("holder");
        await page.GotoAsync("/account/passkeys/add");
        await page.FillAsync("#Name", "A very long name of an office laptop that is hard to break");
        await page.FillAsync("#Password", House.Password);
        await page.Locator("main form button").FollowAsync();
        await Assertions.Expect(page.Locator("[data-passkey-missing]")).ToBeHiddenAsync();
        await MustBeSoundAsync(page);

        // A finger that the device does not know makes nothing; the page says so and can be tried again.
        await VerifyAsync(false);
        await page.Locator("main form button").ClickAsync();
        await Assertions.Expect(page.Locator("[data-passkey-status]")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("No passkey was made"));
        Assert.Equal([], await Accessibility.ViolationsAsync(page));
        await VerifyAsync(true);
        await page.Locator("main form button").FollowAsync();
        Assert.Equal(8, await page.Locator("main li code").CountAsync());
        await MustBeSoundAsync(page);

        await page.Locator("main form[action$='/account/logout'] button, header form[action$='/account/logout'] button").First.FollowAsync();
        await page.GotoAsync("/account/login");
        await page.Locator("main a[href*='/account/login/passkey']").FollowAsync();
        await page.Locator("main form button").FollowAsync();
        Assert.EndsWith("/account", page.Url, StringComparison.Ordinal);

        foreach (var language in new[] { Language.Arabic, Language.English })
        {
            await page.GotoAsync($"{(language == Language.English ? "" : "/" + language.Code)}/account/passkeys");
            await MustBeSoundAsync(page, language);
            await page.Locator("main dl a").FollowAsync();
            await MustBeSoundAsync(page, language);
        }
        await page.Locator("#remove button").FollowAsync();
        Assert.Equal(0, await page.Locator("main dl a").CountAsync());

        await page.GotoAsync("/account/login/passkey");
        await page.Locator("main form button").FollowAsync(isRefused: true);
        await MustBeSoundAsync(page, isRefused: true);
        await page.SignInAsync("holder");
        await page.Context.CloseAsync();

        Task VerifyAsync(bool isRight) => devices.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = device, ["isUserVerified"] = isRight });
    }

    private static async Task MustBeSoundAsync(IPage page, Language? language = null, bool isRefused = false)
    {
        var problems = new List<string>(await Accessibility.ViolationsAsync(page));
        problems.AddRange(await Soundness.OfAsync(page, language ?? Language.English, isRefused));
        problems.AddRange(await Soundness.OfFittingAsync(page));
        Assert.Equal([], problems);
    }
}
