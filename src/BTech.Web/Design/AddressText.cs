namespace BTech.Web.Design;

/// <summary>Addresses as links and forms hold them.</summary>
internal static class AddressText
{
    /// <summary>The part from the question mark on, with the values that are there; nothing where none is.</summary>
    public static string Query(IEnumerable<(string Name, string? Value)> values) =>
        QueryString.Create(values.Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => KeyValuePair.Create(pair.Name, pair.Value))).Value ?? "";
}
