using System.Text;
using BTech.Agenda.Windows;
using BTech.People.Invitations;
using BTech.Record.Inputs;
using BTech.Testing;
using BTech.Web.Operations;

namespace BTech.Web.Tests;

/// <summary>A site with the Tunis sample on it, as a newcomer finds it. Tests that share it leave what others look at as it was.</summary>
public sealed class SampleSite(LoadedSample loaded) : IAsyncLifetime
{
    public TestHost Host { get; private set; } = null!;

    public SampleResult Sample { get; private set; } = null!;

    public async ValueTask InitializeAsync() => (Host, Sample) = await loaded.CopyAsync();

    public async ValueTask DisposeAsync()
    {
        if (Host is not null) await Host.DisposeAsync();
    }

    /// <summary>A browser in which one of the sample's staff is signed in: <c>moderator</c>, <c>clearance</c> …</summary>
    public async Task<FormClient> SignInAsync(string name)
    {
        var visitor = Host.NewVisitor();
        var page = await visitor.SubmitAsync(await visitor.GetAsync("/account/login"), [("Email", $"{name}@example.org"), ("Password", LoadedSample.Settings["Demo__Password"])]);
        Assert.Equal("/account", page.Address.AbsolutePath);
        return visitor;
    }

    public async Task<CommentWindow> WindowAsync(int number) =>
        (await Host.WithAsync<CommentWindows, IReadOnlyList<CommentWindow>>(windows => windows.AllAsync(default))).Single(window => window.Number == number);

    /// <summary>An input of round 2 that holds these words.</summary>
    public async Task<ReadableInput> InputAsync(string words)
    {
        var window = await WindowAsync(2);
        var page = await Host.WithAsync<InputList, InputPage>(inputs => inputs.PageAsync(new Agenda.StaffId(Guid.NewGuid()), window.Id, new InputFilter { Contains = words }));
        return page.Items[0];
    }

    /// <summary>Everything that names a person or an organisation of a round: what must not stand beside what was said.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(int round)
    {
        var window = await WindowAsync(round);
        var people = await Host.WithAsync<InvitationList, IReadOnlyList<InvitedPerson>>(list => list.ForWindowAsync(window.Id, default));
        return [.. people.SelectMany(person => new[] { person.Email, person.Name, person.Organisation }).Where(name => !string.IsNullOrWhiteSpace(name)).Select(name => name!).Distinct()];
    }

    /// <summary>Decoded words of an answer, whatever its kind.</summary>
    public static string Words(VisitedPage page) => System.Net.WebUtility.HtmlDecode(page.Body).Normalize(NormalizationForm.FormC);
}
