using BTech.Record.Storage;

namespace BTech.Record.Disclosure;

/// <summary>What the project team may be told of the languages of a sealed window. Readers are told none until they ask.</summary>
public sealed class SpokenLanguages
{
    private readonly RecordContext _record;

    internal SpokenLanguages(RecordContext record) => _record = record;

    /// <summary>Whether this language may be named; one that may not is "another language", like all that may not.</summary>
    public async Task<bool> MayBeNamedAsync(Guid windowId, string language, CancellationToken cancel) =>
        (await _record.NamedLanguagesAsync(windowId, await _record.DelegationsAsync(windowId, cancel), cancel)).Contains(language);

    /// <summary>What a list of texts may be narrowed to: languages that may be named, and groups whose label may stand beside a text in some language.</summary>
    public async Task<(IReadOnlyList<string> Languages, IReadOnlyList<string> Groups)> NarrowableAsync(Guid windowId, CancellationToken cancel)
    {
        var (languages, groups) = await _record.NamedPartsAsync(windowId, cancel);
        return ([.. languages.All.Order(StringComparer.Ordinal)], [.. groups.Labels.Order(StringComparer.Ordinal)]);
    }
}
