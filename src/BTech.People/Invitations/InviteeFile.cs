using System.Globalization;
using System.Net.Mail;
using System.Text;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.People.Participants;
using CsvHelper;

namespace BTech.People.Invitations;

/// <summary>Reads a participants' file row by row and says everything that is wrong with it. Touches no database.</summary>
internal sealed class InviteeFile(IReadOnlyCollection<string> groupLabels, Counting counts)
{
    public const int MostBytes = 5 * 1024 * 1024;
    private const string PersonalCapacity = "in a personal capacity";
    private static readonly string[] _required = ["name", "role", "organisation", "group", "email", "language"];
    private static readonly string[] _optional = ["honorific", "kind"];
    private static readonly UTF8Encoding _strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<RowProblem> _problems = [];
    private readonly List<InviteeRow> _rows = [];
    private int _count;

    public IReadOnlyList<RowProblem> Problems => _problems;

    public IReadOnlyList<InviteeRow> Rows => _rows;

    public int Count => _count;

    public async Task ReadAsync(Stream file, CancellationToken cancel)
    {
        if (await TextAsync(file, cancel) is not { } text) return;
        var malformed = new HashSet<long>();
        using var csv = CsvReader.FromText(text, new CsvReaderOptions
        {
            HasHeader = false,
            SkipEmptyLines = false,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = record => malformed.Add(record.RecordNumber),
        });
        if (!csv.Read())
        {
            Problem(0, RowReason.NoRows);
            return;
        }

        if (Header(Fields(csv)) is not { } columns) return;
        while (csv.Read())
        {
            cancel.ThrowIfCancellationRequested();
            var fields = Fields(csv);
            if (fields.All(string.IsNullOrWhiteSpace)) continue;
            _count++;
            var row = (int)csv.RowNumber;
            if (fields.Length != columns.Count || malformed.Contains(row)) Problem(row, RowReason.WrongNumberOfFields);
            else Take(row, columns, fields);
        }

        if (_count == 0 && _problems.Count == 0) Problem(0, RowReason.NoRows);
        Duplicates();
    }

    private async Task<string?> TextAsync(Stream file, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await file.ReadAsync(buffer, cancel)) > 0)
        {
            if (bytes.Length + read > MostBytes)
            {
                Problem(0, RowReason.TooLarge, "5 MB");
                return null;
            }

            bytes.Write(buffer, 0, read);
        }

        try
        {
            var text = _strictUtf8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
            return text.StartsWith('\uFEFF') ? text[1..] : text;
        }
        catch (DecoderFallbackException)
        {
            Problem(0, RowReason.BrokenEncoding);
            return null;
        }
    }

    private List<string>? Header(string[] header)
    {
        var columns = header.Select(column => column.Trim().ToLowerInvariant()).ToList();
        var wrong = _required.Except(columns)
            .Concat(columns.Except(_required).Except(_optional))
            .Concat(columns.GroupBy(column => column).Where(same => same.Count() > 1).Select(same => same.Key))
            .Distinct().ToList();
        if (wrong.Count == 0) return columns;
        Problem(1, RowReason.WrongHeader, string.Join(", ", wrong.Select(column => Shown(column))));
        return null;
    }

    private void Take(int row, List<string> columns, string[] fields)
    {
        var before = _problems.Count;
        string? Field(string column, int most, bool isRequired)
        {
            var index = columns.IndexOf(column);
            var value = index < 0 ? string.Empty : fields[index].Trim();
            if (value.Length == 0)
            {
                if (isRequired) Problem(row, RowReason.MissingField, column);
                return null;
            }

            if (value.Any(Unshowable) || !UnicodeForm.IsWhole(value))
            {
                Problem(row, RowReason.BadCharacters, column);
                return null;
            }

            value = value.Normalize(NormalizationForm.FormC);
            if (value.Length > most) Problem(row, RowReason.TooLong, column, most.ToString(CultureInfo.InvariantCulture));
            return value;
        }

        var honorific = Field("honorific", 60, isRequired: false);
        var name = Field("name", 200, isRequired: true);
        var role = Field("role", 200, isRequired: true);
        var organisation = Field("organisation", 200, isRequired: true);
        var group = Field("group", 100, isRequired: true);
        var email = Field("email", 254, isRequired: true);
        var language = Field("language", 40, isRequired: true);
        var kind = Field("kind", 40, isRequired: false);

        var label = group is null ? null : groupLabels.FirstOrDefault(known => string.Equals(known, group, StringComparison.OrdinalIgnoreCase));
        if (group is not null && label is null) Problem(row, RowReason.UnknownGroup, Shown(group), string.Join(", ", groupLabels));
        if (email is not null && !IsAddress(email)) Problem(row, RowReason.BadAddress, Shown(email));
        if (language is not null && Language.Find(language) is null) Problem(row, RowReason.UnknownLanguage, Shown(language));
        var parsedKind = kind?.ToLowerInvariant() switch
        {
            null => counts == Counting.Organisations ? InvitationKind.Organisation : InvitationKind.Personal,
            "personal" => InvitationKind.Personal,
            "organisation" or "organization" => InvitationKind.Organisation,
            _ => (InvitationKind?)null,
        };
        if (parsedKind is null) Problem(row, RowReason.UnknownKind, Shown(kind!));
        if (parsedKind == InvitationKind.Personal && counts == Counting.Organisations) Problem(row, RowReason.PersonWhereOrganisationsCount);
        var isInPersonalCapacity = organisation is not null && Folded.Name(organisation) == PersonalCapacity;
        if (parsedKind == InvitationKind.Organisation && isInPersonalCapacity) Problem(row, RowReason.OrganisationMissing);
        if (_problems.Count > before) return;
        _rows.Add(new InviteeRow(row, honorific, name!, role!, isInPersonalCapacity ? null : organisation, label!, email!, Language.Find(language)!.Code, parsedKind!.Value));
    }

    private void Duplicates()
    {
        var addresses = new Dictionary<string, int>(StringComparer.Ordinal);
        var organisations = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in _rows)
        {
            if (!addresses.TryAdd(row.FoldedEmail, row.Row))
                Problem(row.Row, RowReason.DuplicateInFile, Shown(row.Email), addresses[row.FoldedEmail].ToString(CultureInfo.InvariantCulture));
            if (row is { Kind: InvitationKind.Organisation, FoldedOrganisation: { } organisation } && !organisations.TryAdd(organisation, row.Row))
                Problem(row.Row, RowReason.SecondOrganisationLink, Shown(row.Organisation!), organisations[organisation].ToString(CultureInfo.InvariantCulture));
        }
    }

    private void Problem(int row, RowReason reason, params string[] arguments) => _problems.Add(new RowProblem(row, reason, arguments));

    internal static bool IsAddress(string text) =>
        MailAddress.TryCreate(text, out var address)
        && string.Equals(address.Address, text, StringComparison.Ordinal)
        && !text.Any(character => char.IsWhiteSpace(character) || character is '<' or '>' or ',' or ';' or '"')
        && address.User.Length <= 64
        && address.Host.Contains('.', StringComparison.Ordinal)
        && Uri.CheckHostName(address.Host) == UriHostNameType.Dns;

    // Control characters, and those that turn the direction of the text around them.
    internal static bool Unshowable(char character) =>
        char.IsControl(character) || character is '\uFFFD' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static string[] Fields(CsvReader csv) => [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];

    private static string Shown(string text) => text.Length <= 100 ? text : string.Concat(text.AsSpan(0, 100), "…");
}
