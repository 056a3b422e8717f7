using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using BTech.Record.Reports;

namespace BTech.Documents.Reports;

/// <summary>A Summary Report as JSON, schema <c>b-tech-report/1</c>, written and read.</summary>
public static class ReportJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>Writes what is published.</summary>
    public static void Write(ReportDocument document, Stream stream) => Write(ReportFile.Of(document), stream);

    /// <summary>Writes the report together with the team's notes of the meeting: for the team, never for the public.</summary>
    public static void Write(ReportDocument document, IReadOnlyList<MeetingNote> notes, Stream stream) =>
        Write(ReportFile.Of(document, notes), stream);

    /// <summary>Writes a report file.</summary>
    public static void Write(ReportFile file, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        JsonSerializer.Serialize(stream, file, Options);
        stream.WriteByte((byte)'\n');
    }

    /// <summary>Reads a report file.</summary>
    /// <exception cref="JsonException">It is not of the schema: the message says where.</exception>
    public static ReportFile Read(Stream stream)
    {
        var file = JsonSerializer.Deserialize<ReportFile>(stream, Options) ?? throw new JsonException("The file holds no report.");
        return file.Schema == ReportFile.CurrentSchema
            ? file
            : throw new JsonException($"The file's schema is '{file.Schema}', not '{ReportFile.CurrentSchema}'.");
    }
}
