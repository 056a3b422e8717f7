using System.CommandLine;

namespace BTech.Web.Commands;

/// <summary>What a verb reads, prints to and is set by: the process's own streams and environment, or those of whoever runs it in their process.</summary>
public sealed class Terminal : InvocationConfiguration
{
    /// <summary>The terminal of this process.</summary>
    public Terminal() => EnableDefaultExceptionHandler = false;

    /// <summary>Where lines are read from.</summary>
    public TextReader Input { get; init; } = Console.In;

    /// <summary>Whether somebody types, who must not see a password as it is typed.</summary>
    public bool HasKeyboard { get; init; } = !Console.IsInputRedirected;

    /// <summary>Settings as host arguments, <c>--Section:Key=value</c>, which go before those of the environment.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    internal static Terminal Of(ParseResult parsed) => (Terminal)parsed.InvocationConfiguration;
}
