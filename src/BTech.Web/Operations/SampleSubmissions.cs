using BTech.Agenda.Windows;
using BTech.People.Invitations;
using BTech.People.OnRecord;

namespace BTech.Web.Operations;

/// <summary>Submissions on the record to round 2: handed in while people write, published in the annex after the seal.</summary>
internal sealed class SampleSubmissions(InvitationList invitations, SubmissionBook book)
{
    public async Task HandInAsync(SampleFiles files, CommentWindow window, CancellationToken cancel)
    {
        var invited = (await invitations.ForWindowAsync(window.Id, cancel)).ToDictionary(person => person.Email, StringComparer.Ordinal);
        foreach (var entry in files.Submissions(window.Number).Submissions)
        {
            var person = invited[entry.Email];
            var signature = await book.SignatureAsync(person.ParticipantId, entry.Capacity, cancel) ?? throw new InvalidOperationException($"{entry.Email} has no organisation to sign for.");
            var kept = await book.HandInAsync(window.Id, person.InvitationId, entry.Capacity, new SubmissionText(signature, entry.Title, entry.Language, entry.Text), seen: 0, takesNew: true, cancel);
            if (kept != HandingIn.Kept) throw new InvalidOperationException($"The submission of {entry.Email} was not kept: {kept}.");
        }
    }

    public Task PublishAsync(CommentWindow window, CancellationToken cancel) => book.PublishAsync(window.Id, cancel);
}
