using System.Globalization;
using System.Text;
using BTech.Adversary.Tests.Scenarios;
using BTech.Languages.Coach;
using BTech.People.Invitations;
using BTech.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BTech.Adversary.Tests.Channels;

/// <summary>
/// The coach is no oracle: one person writes the same words twice, among other invited people, and reads the same marks. Whoever types names to
/// find out who else is invited learns nothing.
/// </summary>
public sealed class CoachOracleTests
{
    private static readonly Guid Window = Guid.NewGuid();

    private static readonly Invited[] Some = [new("Solveig Aalborg", "Halden Robotics"), new("Rashid Karimov", "海顿机器人"), new("منى القيسي", "هالدن للروبوتات"), new("Ivana Petrović", "Степные сети")];

    private static readonly Invited[] Others = [new("Keiko Morimoto", "Lantau Optics"), new("Piet de Wit", "蓝岛光学"), new("باسل النجار", "لانتاو للبصريات"), new("Ana Lucía Pardo", "Горные линии")];

    // Names of the first list and of the second, in the ways in which somebody would try them; and what tells in any case.
    private static readonly string Text = string.Join("\n", Some.Concat(Others).Select(person =>
        $"{person.Name} of {person.Organisation} said so. We read our {person.Organisation} manual. نحن في {person.Organisation} نوافق. 我们{person.Organisation}同意。 мы в {person.Organisation.ToLowerInvariant()} согласны."))
        + "\nAs the only operator in Kenya, we at Brightwater agree, says Amina Okonkwo.";

    [Fact(DisplayName = "I29: the coach marks the same whoever is invited")]
    [Invariant(29)]
    public async Task Coach_OthersAreInvited_MarksTheSame()
    {
        var marks = await MarksAsync(Some);
        Assert.Contains("<mark>Amina Okonkwo</mark>", marks, StringComparison.Ordinal);
        Assert.Equal(marks, await MarksAsync(Others));
    }

    [Fact(DisplayName = "I29: a coach that knows the list of invited people is noticed")]
    [Invariant(29)]
    public async Task Coach_ThatLooksIntoTheInvitationList_IsNoticed() =>
        Assert.NotEqual(await MarksAsync(Some, LookIntoTheList), await MarksAsync(Others, LookIntoTheList));

    /// <summary>Everything that the coach says to the same person about the same words, on the page after saving and on the check page.</summary>
    private static async Task<string> MarksAsync(Invited[] others, Action<IServiceCollection>? coach = null)
    {
        await using var host = await TestHost.StartAsync(services: coach);
        await OpenWindow.AnnounceAsync(host, Window, ["companies"]);
        var csv = new StringBuilder("name,role,organisation,group,email,language\nAmina Okonkwo,Chief Privacy Officer,Brightwater,companies,amina@brightwater.example,en\n");
        for (var person = 0; person < 12; person++)
            csv.Append(CultureInfo.InvariantCulture, $"{others[person % others.Length].Name} {person},Officer,{others[person % others.Length].Organisation},companies,person{person}@{person}.example,en\n");
        var invited = await OpenWindow.InviteAsync(host, Window, csv.ToString(), ["companies"]);
        var code = await host.WithAsync<InvitationList, string>(list => list.MintLinkAsync(invited.Single(one => one.Email == "amina@brightwater.example").InvitationId, default));

        using var visitor = host.NewVisitor();
        await visitor.SubmitAsync(await visitor.SubmitAsync(await visitor.GetAsync($"/participate/{code}")), [("Accepted", "true")]);
        var saved = await visitor.SubmitAsync(await visitor.GetAsync("/participate/focus-areas/1"), [("Text", Text), ("Then", "draft")], "form[data-autosave]");
        var check = await visitor.GetAsync("/participate/check");
        return string.Join('\n', new[] { saved, check }.SelectMany(page => page.Document.QuerySelectorAll("[data-coach]")).Select(said => said.OuterHtml));
    }

    // The planted leak: the product's own coach with the list's organisations in its gazetteer.
    private static void LookIntoTheList(IServiceCollection services) => services.RemoveAll<SelfIdentification>().AddScoped(provider =>
    {
        var people = provider.GetRequiredService<InvitationList>().ForWindowAsync(Window, default).GetAwaiter().GetResult();
        return new SelfIdentification(Gazetteer.Shipped.With(people.Select(person => person.Organisation).OfType<string>().Distinct(StringComparer.Ordinal)));
    });

    private sealed record Invited(string Name, string Organisation);
}
