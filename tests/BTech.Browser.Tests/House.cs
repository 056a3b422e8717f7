using BTech.Agenda;
using BTech.Agenda.Windows;
using BTech.People.Invitations;
using BTech.Testing;
using BTech.Web.Operations;
using Microsoft.Playwright;

namespace BTech.Browser.Tests;

/// <summary>One site with the sample consultation on a port of its own, and one browser, for all tests of this project.</summary>
public sealed class House : IAsyncLifetime
{
    /// <summary>Password of the sample's staff.</summary>
    public const string Password = TestStaff.Password;

    private readonly SemaphoreSlim _seeding = new(1);

    /// <summary>The site. Its clock stands for everybody: a test that moves it starts a site of its own.</summary>
    public TestHost Host { get; private set; } = null!;

    public Chromium Browser { get; private set; } = null!;

    /// <summary>The consultation that tests may look at and write in, but not close.</summary>
    public SampleResult Sample { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var browser = Chromium.StartAsync();
        Host = await StartSiteAsync();
        Sample = await NewSampleAsync();
        Browser = await browser;
    }

    /// <summary>A site with staff whose password is known.</summary>
    public static Task<TestHost> StartSiteAsync() => TestHost.ListenAsync(settings: new() { ["Demo__Password"] = Password });

    /// <summary>The sample once more under a name of its own, for a test that closes its window.</summary>
    public async Task<SampleResult> NewSampleAsync()
    {
        await _seeding.WaitAsync();
        try
        {
            return await Host.WithAsync<SampleSeed, SampleResult>(seed => seed.RunAsync(again: true, default));
        }
        finally
        {
            _seeding.Release();
        }
    }

    /// <summary>The personal link of somebody who is invited to the sample's open round.</summary>
    public Task<string> LinkAsync(string name, SampleResult? sample = null) => LinkAsync(Host, sample ?? Sample, name);

    /// <summary>Likewise on any site with a sample.</summary>
    public static async Task<string> LinkAsync(TestHost host, SampleResult sample, string name)
    {
        var window = await host.WithAsync<CommentWindows, CommentWindow?>(windows => windows.FindAsync(new WindowName(sample.Consultation, 3), default));
        return await host.WithAsync<InvitationList, string>(async invitations =>
        {
            var invited = (await invitations.ForWindowAsync(window!.Id, default)).Single(person => person.Email == $"{name}@example.org");
            return $"{host.Address}participate/{await invitations.MintLinkAsync(invited.InvitationId, default)}";
        });
    }

    /// <summary>Somebody at their own browser.</summary>
    public Task<IPage> NewPersonAsync(bool scripts = true, int width = 1280) => Browser.NewPersonAsync(Host.Address, scripts, width);

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        await Host.DisposeAsync();
        _seeding.Dispose();
    }
}
