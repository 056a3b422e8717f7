using System.Net;
using System.Text.RegularExpressions;
using BTech.Record.Imports;

namespace BTech.Documents.Imports;

/// <summary>
/// Tells columns that say who answered or when: a program's own columns by their names; names, addresses, organisations and dates by what the column
/// is called, as long as most of its cells are short; and addresses, dates and numbers of persons by what stands in the cells, whatever the column is called.
/// If somebody really wrote texts under such a name, the team renames the column in the file.
/// </summary>
internal static partial class WhoOrWhen
{
    // Longer cells are texts, whatever words the question above them holds: "How should companies name the risks?"
    private const int LongestAnswer = 80;

    // The programs' own columns, letters and digits alone.
    private static readonly HashSet<string> Programs =
    [
        // LimeSurvey, by code, by words, and by both.
        "id", "responseid", "submitdate", "datesubmitted", "lastpage", "startlanguage", "seed", "startdate", "datestarted", "datestamp", "datelastaction", "ipaddr", "ipaddress",
        "refurl", "referrerurl", "referringurl", "token", "accesscode", "firstname", "lastname", "email", "interviewtime", "totaltime", "idresponseid", "submitdatedatesubmitted",
        "lastpagelastpage", "startlanguagestartlanguage", "seedseed", "startdatedatestarted", "datestampdatelastaction", "ipaddripaddress", "refurlreferrerurl", "interviewtimetotaltime",
        // EUSurvey.
        "alias", "contributionid", "username", "creationdate", "lastupdate", "invitationnumber", "languages", "language", "contributionstatus",
        // Citizen Space.
        "submitteddate", "submitted", "responsetype", "respondentid", "userid", "areyourespondingonbehalfofanorganisation", "areyourespondingonbehalfofanorganization",
        // Qualtrics.
        "enddate", "status", "progress", "durationinseconds", "finished", "recordeddate", "recipientlastname", "recipientfirstname", "recipientemail", "externalreference",
        "externaldatareference", "locationlatitude", "locationlongitude", "distributionchannel", "userlanguage",
    ];

    /// <summary>Whether a column does.</summary>
    /// <param name="channel">The program; in a table of none in particular "Progress" may be what people wrote about.</param>
    /// <param name="code">Its name in the first row.</param>
    /// <param name="name">What it is called; a question where the program writes one.</param>
    /// <param name="cells">What stands in it.</param>
    public static bool Says(ImportChannel channel, string code, string name, IReadOnlyCollection<string> cells)
    {
        if (cells.Count(cell => IsPersonal(cell)) * 2 >= cells.Count) return true;
        // By the share: one long cell makes no column of texts.
        var isShort = cells.Count(cell => cell.Length <= LongestAnswer) * 2 > cells.Count;
        if (!isShort && channel == ImportChannel.Table) return false;
        return Programs.Contains(TableHeadings.Folded(code)) || Programs.Contains(TableHeadings.Folded(name)) || Timing().IsMatch(name) || (isShort && Words().IsMatch(name));
    }

    private static bool IsPersonal(string cell) =>
        cell.Length <= LongestAnswer && (Mail().IsMatch(cell) || Day().IsMatch(cell) || Phone().IsMatch(cell) || Reference().IsMatch(cell) || Guid.TryParse(cell, out _)
            || (cell.AsSpan().IndexOfAny('.', ':') > 0 && IPAddress.TryParse(cell, out _) && cell.Length > 6));

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s]+$")]
    private static partial Regex Mail();

    // 2019-08-01 10:22:31, 01/08/2019, 1.8.2019, 10:22
    [GeneratedRegex(@"^(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([T ,]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(\s*[AaPp][Mm]|Z|[+-]\d{2}:?\d{2})?)?|\d{1,2}:\d{2}(:\d{2})?)$")]
    private static partial Regex Day();

    [GeneratedRegex(@"^\+?[\d][\d ()./-]{6,18}\d$")]
    private static partial Regex Phone();

    // R_1abc…, ANON-XXXX-XXXX-X, and the like.
    [GeneratedRegex(@"^(R_[A-Za-z0-9]{10,}|[A-Z]{2,6}(-[A-Z0-9]{1,6}){2,})$")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^(group|question) ?time\b", RegexOptions.IgnoreCase)]
    private static partial Regex Timing();

    // In the six languages: name, e-mail, telephone, address, organisation, date, time, number of a person.
    [GeneratedRegex(@"\b(names?|surname|e-?mail|phone|telephone|mobile|address|organi[sz]ation|employer|affiliation|job title|postcode|date|time|timestamp|ip|respondent|signature|contact"
        + @"|noms?|prénom|courriel|téléphone|adresse|organisation|employeur|fonction|heure|horodatage|signature"
        + @"|nombres?|apellidos?|correo|teléfono|dirección|organización|cargo|fecha|hora|firma"
        + @"|имя|фио|фамилия|отчество|почта|телефон|адрес|организация|организации|должность|дата|время|подпись)\b"
        + "|الاسم|اسم|البريد|الهاتف|العنوان|المنظمة|المؤسسة|التاريخ|الوقت|التوقيع|姓名|名字|邮箱|邮件|电话|手机|地址|机构|单位|职务|日期|时间|签名", RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
