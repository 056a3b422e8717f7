using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BTech.Web.Commands;

/// <summary>What a verb prints on standard output: sentences, or with <c>--json</c> one document and nothing else.</summary>
internal static class Answer
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // For files and programs, not for pages: an address stays readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    public static Option<bool> Json() => new("--json") { Description = "Print one JSON document and nothing else." };

    public static async Task WriteAsync(bool asJson, object document, IEnumerable<string> sentences) =>
        await Console.Out.WriteLineAsync(asJson ? JsonSerializer.Serialize(document, Options) : string.Join(Environment.NewLine, sentences));
}
