using System.Text;
using Npgsql;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;

namespace BTech.Web.Logging;

/// <summary>
/// Writes events without what could give a person or a text away: the scope of the request (path, connection, ids) is left out,
/// and an exception is told by type, place and error code. Its message may quote what somebody typed, so it is written
/// in Development only, and never for the areas of participants and authors. What is no fault is not written for those areas at all: each
/// line has a time, and somebody who writes makes it.
/// </summary>
public sealed class DiscreetSink(bool isDevelopment, ITextFormatter formatter, TextWriter output) : ILogEventSink
{
    private static readonly string[] RequestScope =
        ["RequestPath", "RequestId", "ConnectionId", "Path", "QueryString", "Host", "TraceIdentifier", "ActionId", "User", "RemoteIpAddress", "TransportConnectionId"];

    // Entity Framework repeats the whole exception in words, message and all.
    private static readonly string[] ExceptionInWords = ["error", "newline"];

    private static readonly string[] PrivateAreas = ["/participate", "/follow-up", "/draft"];

    private readonly Lock _line = new();

    public void Emit(LogEvent logEvent)
    {
        ArgumentNullException.ThrowIfNull(logEvent);
        var isPrivate = IsPrivate(logEvent);
        if (isPrivate && logEvent.Level < LogEventLevel.Error) return;
        var withMessages = isDevelopment && !isPrivate;
        var discreet = new LogEvent(logEvent.Timestamp, logEvent.Level, null, logEvent.MessageTemplate,
            logEvent.Properties.Where(property => !RequestScope.Contains(property.Key) && !ExceptionInWords.Contains(property.Key)).Select(property => new LogEventProperty(property.Key, property.Value)));
        if (logEvent.Exception is not null)
            discreet.AddOrUpdateProperty(new LogEventProperty("Exception", new ScalarValue(Describe(logEvent.Exception, withMessages))));

        lock (_line)
        {
            formatter.Format(discreet, output);
            output.Flush();
        }
    }

    private static bool IsPrivate(LogEvent logEvent) =>
        // Without a path nobody knows where it came from: jobs and the start have none and touch no text in the clear.
        logEvent.Properties.TryGetValue("RequestPath", out var value) && value is ScalarValue { Value: string path }
        && PrivateAreas.Any(area => path.Contains(area, StringComparison.OrdinalIgnoreCase));

    private static string Describe(Exception exception, bool withMessages)
    {
        var text = new StringBuilder();
        for (var current = exception; current is not null; current = current.InnerException)
        {
            text.Append(current.GetType().FullName);
            if (current is PostgresException postgres) text.Append(' ').Append(postgres.SqlState);
            if (withMessages) text.Append(": ").Append(current.Message);
            text.Append('\n').Append(current.StackTrace).Append('\n');
        }
        return text.ToString();
    }
}
