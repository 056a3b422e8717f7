using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using BTech.Record.Coding;
using BTech.Record.Exports;

namespace BTech.Documents.Exports;

/// <summary>
/// Inputs as JSON, schema <c>b-tech-inputs/1</c>. <c>responses</c> can be read as a table by themefinder, which wants <c>response_id</c> and
/// <c>response</c>; <c>themes</c> and <c>labels</c> have the names and shapes of its code book and of its mapping, so that hand-made codes and its own
/// can be laid side by side. Positions count code points of <c>response</c>, or of <c>translation</c> where a passage says so, from 0; the end is
/// exclusive.
/// </summary>
internal static class JsonExport
{
    public const string Schema = "b-tech-inputs/1";

    public static async Task WriteAsync(ExportSheet sheet, IAsyncEnumerable<ExportedInput> inputs, Stream stream, CancellationToken cancel)
    {
        await using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
        var topics = sheet.Themes.Select((theme, index) => (theme.Id, Topic: TopicId(index))).ToDictionary(theme => theme.Id, theme => theme.Topic);
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("rule", sheet.Rule);
        json.WriteString("delete_by", Digits.Of(sheet.DeleteBy));
        json.WriteString("language", sheet.Language.Code);
        json.WriteString("title", sheet.Title);
        json.WriteStartArray("themes");
        foreach (var theme in sheet.Themes) Write(json, theme, topics);
        json.WriteEndArray();
        json.WriteStartArray("responses");
        await foreach (var input in inputs.WithCancellation(cancel))
        {
            Write(json, sheet, input, topics);
            await json.FlushAsync(cancel);
        }
        json.WriteEndArray();
        json.WriteString("rule_again", sheet.Rule);
        json.WriteEndObject();
        await json.FlushAsync(cancel);
    }

    private static void Write(Utf8JsonWriter json, Theme theme, Dictionary<Guid, string> topics)
    {
        json.WriteStartObject();
        json.WriteString("topic_id", topics[theme.Id]);
        json.WriteString("topic_label", theme.Name);
        json.WriteString("topic_description", theme.Definition);
        // Label and description with a colon, as themefinder takes a code book; it refuses an empty description.
        json.WriteString("topic", $"{theme.Name}: {(theme.Definition.Length > 0 ? theme.Definition : theme.Name)}");
        if (theme.ParentId is { } parent && topics.TryGetValue(parent, out var above)) json.WriteString("parent_id", above);
        json.WriteBoolean("is_cross_cutting", theme.IsCrossCutting);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ExportSheet sheet, ExportedInput input, Dictionary<Guid, string> topics)
    {
        json.WriteStartObject();
        json.WriteNumber("response_id", input.Reference);
        json.WriteString("response", input.Text);
        if (input.Translation is { } translation)
        {
            json.WriteStartObject("translation");
            json.WriteString("language", translation.Language);
            json.WriteString("text", translation.Text);
            json.WriteEndObject();
        }
        if (input.FocusAreaNumber is { } area) json.WriteNumber("focus_area", area);
        if (input.ParagraphNumber is { } paragraph) json.WriteNumber("paragraph", paragraph);
        json.WriteString("kind", Named(input.Kind));
        if (input.Lineage is { } lineage)
        {
            json.WriteString("source", lineage.Source);
            if (lineage.Part is { } part) json.WriteString("source_part", part);
        }
        else json.WriteString("permission", Named(input.Permission));
        if (sheet.Columns.Group is not null && input.Group is { } group) json.WriteString("group", group);
        if (sheet.Columns.Language is not null && input.Language is { } language) json.WriteString("language", language);
        json.WriteStartArray("labels");
        foreach (var topic in input.Passages.Select(passage => topics[passage.Theme.Id]).Distinct()) json.WriteStringValue(topic);
        json.WriteEndArray();
        json.WriteStartArray("passages");
        foreach (var passage in input.Passages)
        {
            json.WriteStartObject();
            json.WriteString("topic_id", topics[passage.Theme.Id]);
            json.WriteString("stance", Named(passage.Stance));
            if (passage.InTranslation) json.WriteBoolean("in_translation", true);
            json.WriteNumber("start", passage.Start);
            json.WriteNumber("end", passage.End);
            json.WriteString("words", passage.Words);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Named<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>A to Z, then AA, AB …, as themefinder names topics.</summary>
    private static string TopicId(int index) => (index >= 26 ? TopicId(index / 26 - 1) : "") + (char)('A' + index % 26);
}
