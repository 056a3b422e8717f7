using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace BTech.Documents.Tests.Pdf;

/// <summary>A PDF as another program reads it: the letters in the order of the file, the catalogue, and the tree of what is what.</summary>
internal sealed class ReadPdf : IDisposable
{
    // Points: footnotes are smaller, and everything else larger.
    private const double Footer = 9;

    private readonly PdfDocument _pdf;

    public ReadPdf(byte[] file)
    {
        _pdf = PdfDocument.Open(file);
        Walk(Value(Catalogue, "StructTreeRoot"));
    }

    /// <summary>
    /// Letters without blanks, first of the text and then of the footnotes, so that a paragraph is one piece also over the end of a page; without
    /// footers, and without digits, because a footnote's mark stands among the letters.
    /// </summary>
    public string BodyWithoutDigits => WithoutDigits(Of(size => size > Footer + 0.05) + Of(size => size < Footer - 0.05));

    /// <summary>All letters without blanks, which a PDF often does not hold.</summary>
    public string Letters => WithoutBlanks(Text);

    public string Text => string.Concat(_pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value));

    public int Pages => _pdf.NumberOfPages;

    /// <summary>How often each kind of element is in the tree.</summary>
    public Dictionary<string, int> Elements { get; } = new(StringComparer.Ordinal);

    /// <summary>Kinds of the tree's elements in reading order.</summary>
    public List<string> Order { get; } = [];

    /// <summary>The levels of the headings in reading order.</summary>
    public IReadOnlyList<int> HeadingLevels => [.. Order.Where(kind => kind.Length == 2 && kind[0] == 'H' && char.IsAsciiDigit(kind[1])).Select(kind => kind[1] - '0')];

    /// <summary>Languages named in the tree.</summary>
    public HashSet<string> Languages { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Links => [.. _pdf.GetPages().SelectMany(page => page.GetAnnotations()).Select(one => one.AnnotationDictionary).Where(one => one.TryGet(NameToken.Create("A"), out _))
        .Select(one => (Resolved(one.Data["A"]) as DictionaryToken)!).Where(action => action.Data.ContainsKey("URI")).Select(action => ((StringToken)Resolved(action.Data["URI"])!).Data)];

    public string? Language => Words(Value(Catalogue, "Lang"));

    public bool IsTagged => Value(Value(Catalogue, "MarkInfo") as DictionaryToken, "Marked") is BooleanToken { Data: true };

    public bool ShowsItsTitle => Value(Value(Catalogue, "ViewerPreferences") as DictionaryToken, "DisplayDocTitle") is BooleanToken { Data: true };

    /// <summary>What the file says of itself, by key.</summary>
    public IReadOnlyDictionary<string, string> Information => _pdf.Information.DocumentInformationDictionary?.Data.ToDictionary(one => one.Key, one => Words(Resolved(one.Value)) ?? "", StringComparer.Ordinal) ?? [];

    /// <summary>The metadata as XML.</summary>
    public string Metadata => _pdf.TryGetXmpMetadata(out var metadata) ? Encoding.UTF8.GetString(metadata.GetXmlBytes()) : "";

    internal DictionaryToken Catalogue => _pdf.Structure.Catalog.CatalogDictionary;

    public static string WithoutBlanks(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter) && letter != '\u00ad'));

    public static string WithoutDigits(string text) => string.Concat(WithoutBlanks(text).Where(letter => !char.IsDigit(letter)));

    public void Dispose() => _pdf.Dispose();

    private string Of(Func<double, bool> size) => WithoutBlanks(string.Concat(_pdf.GetPages().SelectMany(page => page.Letters).Where(letter => size(letter.PointSize)).Select(letter => letter.Value)));

    private void Walk(IToken? token)
    {
        switch (Resolved(token))
        {
            case ArrayToken several:
                foreach (var one in several.Data) Walk(one);
                break;
            case DictionaryToken element:
                if (element.TryGet(NameToken.S, out NameToken kind))
                {
                    Elements[kind.Data] = Elements.GetValueOrDefault(kind.Data) + 1;
                    Order.Add(kind.Data);
                }
                if (Words(Value(element, "Lang")) is { } language) Languages.Add(language);
                if (element.Data.TryGetValue("K", out var children)) Walk(children);
                break;
        }
    }

    internal IToken? Value(IToken? token, string key) => Resolved(token) is DictionaryToken dictionary && dictionary.Data.TryGetValue(key, out var value) ? Resolved(value) : null;

    internal IToken? Resolved(IToken? token) => token is IndirectReferenceToken reference ? _pdf.Structure.GetObject(reference.Data)?.Data : token;

    internal static string? Words(IToken? token) => token switch { StringToken text => text.Data, HexToken text => text.Data, _ => null };
}
