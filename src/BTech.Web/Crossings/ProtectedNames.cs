using BTech.Agenda.Windows;
using BTech.Languages.Coach;
using BTech.People.Invitations;
using BTech.Record.Inputs;

namespace BTech.Web.Crossings;

/// <summary>
/// The door through which review learns which names to look for: after the seal, as an argument, an unsorted bag of the names of people and
/// organisations that were invited, with the other names of these. No id, no group and no order passes, nothing of it is kept, cached or logged, and
/// what comes out are places in the text that was asked about: the page never holds a name that the text does not.
/// </summary>
public sealed class ProtectedNames(InvitedNames invited, SelfIdentification rules)
{
    /// <summary>What in a text of a sealed window may show who wrote it. Nothing before the seal, and nothing of a text that is set aside.</summary>
    public async Task<IReadOnlyList<Suspicion>> SuspectAsync(CommentWindow window, ReadableInput input, IReadOnlyCollection<HarmlessPassage> harmless, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(input);
        if (!window.IsSealed || input.WindowId != window.Id || input.Text is not { } text) return [];
        var (people, organisations) = await invited.OfWindowAsync(window.Id, cancel);
        return Suspicion.In(text, rules, new NamesInText(people, organisations), harmless);
    }
}
