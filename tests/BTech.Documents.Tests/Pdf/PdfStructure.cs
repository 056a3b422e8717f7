using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig.Tokens;

namespace BTech.Documents.Tests.Pdf;

/// <summary>
/// What can be asked of a tagged PDF by looking at its objects alone, after ISO 14289-1 (PDF/UA-1) and ISO 32000-1, 14.7 and 14.8. It is no
/// validator: whether an order or an alternative text makes sense only a person can tell.
/// </summary>
internal sealed partial class PdfStructure : IDisposable
{
    // ISO 32000-1, 14.8.4: the standard structure types.
    private static readonly HashSet<string> Standard = new(StringComparer.Ordinal)
    {
        "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody",
        "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP",
        "Figure", "Formula", "Form",
    };

    private readonly ReadPdf _pdf;
    private readonly List<string> _faults = [];
    private readonly HashSet<string> _notes = new(StringComparer.Ordinal);

    private PdfStructure(byte[] file) => _pdf = new ReadPdf(file);

    /// <summary>What is wrong with a file, one line each; nothing where nothing is. Of one that cannot be read to its end, that.</summary>
    public static IReadOnlyList<string> Faults(byte[] file)
    {
        try
        {
            using var structure = new PdfStructure(file);
            structure.Look();
            return structure._faults;
        }
        // What is broken can break the reader anywhere: in the library by its own exceptions, and here wherever something is not what it says it is.
        catch (Exception unreadable) when (unreadable is not OutOfMemoryException)
        {
            return ["it cannot be read"];
        }
    }

    public void Dispose() => _pdf.Dispose();

    private void Look()
    {
        Expect(_pdf.IsTagged, "it does not say that it is tagged");
        Expect(_pdf.Language is { Length: > 1 }, "its language is not said");
        Expect(_pdf.ShowsItsTitle, "its title is not shown");
        var metadata = Metadata();
        Expect(Claim().IsMatch(metadata), "it does not claim PDF/UA-1");
        Expect(Title().Match(metadata) is { Success: true } title && title.Groups[1].Value.Trim().Length > 0, "its metadata have no title");
        Elements(_pdf.Value(_pdf.Catalogue, "StructTreeRoot"));
        Headings();
        Expect(_pdf.HeadingLevels.Count < 2 || _pdf.Value(_pdf.Value(_pdf.Catalogue, "Outlines"), "First") is not null, "it has headings and no bookmarks");
        foreach (var page in Pages(_pdf.Value(_pdf.Catalogue, "Pages")))
        {
            Links(page);
            Fonts(_pdf.Value(page, "Resources"));
            Text(page);
        }
    }

    private void Expect(bool isSo, string fault)
    {
        if (!isSo && !_faults.Contains(fault)) _faults.Add(fault);
    }

    private string Metadata() => _pdf.Value(_pdf.Catalogue, "Metadata") is StreamToken stream ? Encoding.UTF8.GetString(Content(stream)) : "";

    private void Headings()
    {
        var levels = _pdf.HeadingLevels;
        Expect(levels.Count > 0 && levels[0] == 1, "its first heading is none of the first level");
        Expect(levels.Count(level => level == 1) < 2, "it has several headings of the first level");
        for (var at = 1; at < levels.Count; at++) Expect(levels[at] <= levels[at - 1] + 1, $"a heading of level {levels[at]} follows one of level {levels[at - 1]}");
    }

    private void Elements(IToken? token)
    {
        var resolved = _pdf.Resolved(token);
        if (resolved is ArrayToken several)
        {
            foreach (var one in several.Data) Elements(one);
            return;
        }
        if (resolved is not DictionaryToken element) return;
        if (Name(element, "S") is { } kind)
        {
            Expect(IsStandard(kind), $"the structure type {kind} is neither a standard one nor mapped to one");
            if (kind == "Note") Expect(ReadPdf.Words(_pdf.Value(element, "ID")) is { Length: > 0 } id && _notes.Add(id), "a footnote has no id of its own");
            if (kind == "Table") Expect(Kinds(element).Contains("TH"), "a table has no heading cells");
            if (kind == "Figure") Expect(ReadPdf.Words(_pdf.Value(element, "Alt")) is { Length: > 0 }, "a figure has no alternative text");
        }
        Elements(_pdf.Value(element, "K"));
    }

    private HashSet<string> Kinds(IToken? token)
    {
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        switch (_pdf.Resolved(token))
        {
            case ArrayToken several:
                foreach (var one in several.Data) kinds.UnionWith(Kinds(one));
                break;
            case DictionaryToken element:
                if (Name(element, "S") is { } kind) kinds.Add(kind);
                kinds.UnionWith(Kinds(_pdf.Value(element, "K")));
                break;
        }
        return kinds;
    }

    private bool IsStandard(string kind)
    {
        var roles = _pdf.Value(_pdf.Value(_pdf.Catalogue, "StructTreeRoot"), "RoleMap") as DictionaryToken;
        for (var steps = 0; steps < 10; steps++)
        {
            if (Standard.Contains(kind)) return true;
            if (roles is null || Name(roles, kind) is not { } next) return false;
            kind = next;
        }
        return false;
    }

    private IEnumerable<DictionaryToken> Pages(IToken? node)
    {
        if (_pdf.Resolved(node) is not DictionaryToken dictionary) return [];
        return _pdf.Value(dictionary, "Kids") is ArrayToken kids ? kids.Data.SelectMany(Pages) : [dictionary];
    }

    private void Links(DictionaryToken page)
    {
        if (_pdf.Value(page, "Annots") is not ArrayToken { Length: > 0 } annotations) return;
        Expect(Name(page, "Tabs") == "S", "a page with links is not walked through in the order of its structure");
        foreach (var link in annotations.Data.Select(_pdf.Resolved).OfType<DictionaryToken>().Where(one => Name(one, "Subtype") == "Link"))
        {
            Expect(ReadPdf.Words(_pdf.Value(link, "Contents")) is { Length: > 0 }, "a link does not say where it leads");
            Expect(_pdf.Value(link, "StructParent") is NumericToken key && Name(ParentOf(key.Int) as DictionaryToken, "S") is { } kind && kind is "Link" or "Reference", "a link stands in no element");
        }
    }

    private IToken? ParentOf(int key) => Find(_pdf.Value(_pdf.Value(_pdf.Catalogue, "StructTreeRoot"), "ParentTree"), key);

    // ISO 32000-1, 7.9.7: a tree of numbers.
    private IToken? Find(IToken? node, int key)
    {
        if (_pdf.Value(node, "Nums") is ArrayToken numbers)
        {
            for (var at = 0; at + 1 < numbers.Length; at += 2)
                if (numbers.Data[at] is NumericToken number && number.Int == key) return _pdf.Resolved(numbers.Data[at + 1]);
        }
        return _pdf.Value(node, "Kids") is ArrayToken kids ? kids.Data.Select(kid => Find(_pdf.Resolved(kid), key)).FirstOrDefault(found => found is not null) : null;
    }

    private void Fonts(IToken? resources)
    {
        foreach (var font in Entries(_pdf.Value(resources, "Font")))
        {
            if (Name(font, "Subtype") == "Type3") continue;
            var described = _pdf.Value(font, "DescendantFonts") is ArrayToken { Length: > 0 } descendants ? _pdf.Resolved(descendants.Data[0]) : font;
            var description = _pdf.Value(described, "FontDescriptor") as DictionaryToken;
            Expect(description is not null && new[] { "FontFile", "FontFile2", "FontFile3" }.Any(file => _pdf.Value(description, file) is StreamToken), "a font is not embedded");
            Expect(_pdf.Value(font, "ToUnicode") is StreamToken, "a font does not say what its signs mean");
        }
        foreach (var form in Entries(_pdf.Value(resources, "XObject")).Where(one => one is not null)) Fonts(_pdf.Value(form, "Resources"));
    }

    private IEnumerable<DictionaryToken> Entries(IToken? dictionary) => dictionary is DictionaryToken several
        ? several.Data.Values.Select(_pdf.Resolved).Select(one => one as DictionaryToken ?? (one as StreamToken)?.StreamDictionary).OfType<DictionaryToken>()
        : [];

    private void Text(DictionaryToken page)
    {
        var content = _pdf.Value(page, "Contents") switch
        {
            StreamToken one => Latin(one),
            ArrayToken several => string.Join('\n', several.Data.Select(_pdf.Resolved).OfType<StreamToken>().Select(Latin)),
            _ => "",
        };
        var depth = 0;
        foreach (var word in Operators().Matches(WithoutTexts().Replace(content, "()")).Select(match => match.Value))
        {
            if (word is "BDC" or "BMC") depth++;
            else if (word == "EMC") depth--;
            else Expect(depth > 0, "text stands outside of what is marked");
        }
        Expect(depth == 0, "what is marked does not end on its page");
    }

    private static string Latin(StreamToken stream) => Encoding.Latin1.GetString(Content(stream));

    private static byte[] Content(StreamToken stream)
    {
        var bytes = stream.Data.ToArray();
        var filter = stream.StreamDictionary.Data.TryGetValue("Filter", out var named) ? named : null;
        if (filter is ArrayToken { Length: > 0 } filters) filter = filters.Data[0];
        if (filter is null) return bytes;
        if (filter is not NameToken { Data: "FlateDecode" }) throw new NotSupportedException(filter.ToString());
        using var content = new MemoryStream();
        using var inflated = new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress);
        inflated.CopyTo(content);
        return content.ToArray();
    }

    private string? Name(DictionaryToken? dictionary, string key) => _pdf.Value(dictionary, key) is NameToken name ? name.Data : null;

    [GeneratedRegex("""pdfuaid:part(>|=")1\b""")]
    private static partial Regex Claim();

    [GeneratedRegex("<dc:title>.*?<rdf:li[^>]*>([^<]*)</rdf:li>", RegexOptions.Singleline)]
    private static partial Regex Title();

    // Texts in round or angular brackets, so that their letters are not read as operators.
    [GeneratedRegex("""\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\)|(?<!<)<[0-9A-Fa-f\s]*>""")]
    private static partial Regex WithoutTexts();

    [GeneratedRegex("""(?<![A-Za-z/*])(?:BDC|BMC|EMC|Tj|TJ)(?![A-Za-z*])|['"](?=\s|$)""")]
    private static partial Regex Operators();
}
