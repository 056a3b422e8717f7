using System.Globalization;
using System.Text;
using BTech.Agenda.Consultations;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.People.Mail;

namespace BTech.Web.Crossings.Rehearsing;

/// <summary>
/// The sample people of a rehearsal: in each group enough for its label, but few in the last of several, so that the team sees how a small group is
/// merged; in the six languages by turns, each from an organisation of their own, with addresses that lead nowhere.
/// </summary>
internal static class SampleCast
{
    // So many more than k are in a group: one who writes and never sends, one who never writes.
    private const int Beside = 2;
    private const int FewInAll = 18;
    private const int FewInTheLast = 3;

    /// <summary>The file of people, as an administrator would import it.</summary>
    public static byte[] File(Consultation rehearsal, CommentWindow round)
    {
        ArgumentNullException.ThrowIfNull(rehearsal);
        ArgumentNullException.ThrowIfNull(round);
        var csv = new StringBuilder("name,role,organisation,group,email,language\n");
        var number = 0;
        foreach (var group in rehearsal.Groups.OrderBy(group => group.Order))
            for (var member = 0; member < SizeOf(group, rehearsal.Groups.Count, round.SmallestGroup); member++)
            {
                number++;
                var language = Language.All[number % Language.All.Count].Code;
                csv.Append(CultureInfo.InvariantCulture, $"Sample Person {number:D2},Sample role,Sample Organisation {number:D2},{group.Label},p{number:D2}@{rehearsal.Slug}{MadeUpAddress.Domain},{language}\n");
            }
        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    private static int SizeOf(ParticipantGroup group, int groups, int k) =>
        groups > 2 && group.Order == groups ? FewInTheLast : Math.Max(k + Beside, (FewInAll + groups - 1) / groups);
}
