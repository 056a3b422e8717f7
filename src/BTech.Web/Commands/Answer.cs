using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BTech.Web.Commands;

/// <summary>What a verb prints on standard output: sentences, or with <c>--json</c> one document and nothing else.</summary>
internal sealed class Answer
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // For files and programs, not for pages: an address stays readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    private readonly TextWriter _output;
    private readonly bool _asJson;

    private Answer(TextWriter output, bool asJson) => (_output, _asJson) = (output, asJson);

    public static Option<bool> Json() => new("--json") { Description = "Print one JSON document and nothing else." };

    public static Answer To(ParseResult parsed, Option<bool> json) => new(parsed.InvocationConfiguration.Output, parsed.GetValue(json));

    public Task WriteAsync(object document, IEnumerable<string> sentences) =>
        _output.WriteLineAsync(_asJson ? JsonSerializer.Serialize(document, Options) : string.Join(Environment.NewLine, sentences));
}
