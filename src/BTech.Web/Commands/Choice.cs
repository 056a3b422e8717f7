using System.CommandLine;

namespace BTech.Web.Commands;

/// <summary>An option that takes one of a few words.</summary>
internal static class Choice
{
    public static Option<T> Of<T>(string name, string description) where T : struct, Enum
    {
        var words = string.Join(", ", Enum.GetNames<T>().Select(word => word.ToLowerInvariant()));
        return new Option<T>(name)
        {
            Description = $"{description}: {words}.",
            CustomParser = result =>
            {
                var given = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
                // Numbers would be taken for a member of the enumeration.
                if (Enum.TryParse<T>(given, ignoreCase: true, out var chosen) && Enum.IsDefined(chosen) && !char.IsAsciiDigit(given[0])) return chosen;
                result.AddError($"\"{given}\" is not a value for {name}: give one of {words}.");
                return default;
            },
        };
    }
}
