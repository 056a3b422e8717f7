using System.Text;
using System.Text.RegularExpressions;

namespace BTech.Languages.Coach;

/// <summary>
/// What the writer's own entry makes telling, whatever stands around it: the name, the organisation in full, without its legal form, by its
/// initials or by its one word that no other has, its brands, its domain, a title of several words.
/// </summary>
internal sealed partial class OwnMarks
{
    private readonly Gazetteer _gazetteer;
    private readonly List<(Tell Tell, Regex Pattern, bool NeedsCapital, bool NotFirst)> _patterns = [];
    private readonly HashSet<string> _domains = new(StringComparer.Ordinal);

    public OwnMarks(OwnEntry own, Gazetteer gazetteer)
    {
        _gazetteer = gazetteer;
        if (Addresses.OwnDomain(own.Email) is { } domain) _domains.Add(domain);
        var known = Known(own, gazetteer);
        if (known is not null) _domains.UnionWith(known.Domains);
        if (!string.IsNullOrWhiteSpace(own.Name)) Name(own.Name);
        if (!string.IsNullOrWhiteSpace(own.Organisation)) Organisation(own.Organisation);
        foreach (var name in known?.Names ?? []) Whole(Tell.OwnOrganisation, name, name.Any(char.IsUpper));
        foreach (var label in _domains.Select(Label).Where(label => label.Length >= 4 && !IsOrdinary(label))) Whole(Tell.OwnOrganisation, label, needsCapital: true);
        if (own.Role is { } role && Vocabulary.WordsOf(Folding.Fold(role)).Count >= 3) Whole(Tell.Role, role, needsCapital: false);
    }

    /// <summary>Domains of the writer's organisation.</summary>
    public IReadOnlyCollection<string> Domains => _domains;

    /// <summary>What the writer's own entry marks in a text.</summary>
    public IEnumerable<Found> In(FoldedText text)
    {
        foreach (var (tell, pattern, needsCapital, notFirst) in _patterns)
            foreach (Match match in pattern.Matches(text.Text))
            {
                var first = match.Groups["it"] is { Success: true } it ? it.Index : match.Index;
                if (needsCapital && (!text.IsCapital(first) || (notFirst && text.BeginsSentence(first)))) continue;
                yield return new Found(text.StartOf(first), text.EndOf(match.Index + match.Length - 1), tell);
            }
    }

    // By the organisation's name with or without its legal form, or by the domain from which the person writes.
    private static KnownOrganisation? Known(OwnEntry own, Gazetteer gazetteer) =>
        (string.IsNullOrWhiteSpace(own.Organisation) ? null : gazetteer.Find(own.Organisation) ?? gazetteer.Find(WithoutForm(own.Organisation)))
        ?? (Addresses.OwnDomain(own.Email) is { } domain ? gazetteer.Find(domain) : null);

    private void Name(string name)
    {
        Whole(Tell.OwnName, name, needsCapital: false);
        var words = Vocabulary.WordsOf(Folding.Fold(name)).FindAll(word => !Honorific().IsMatch(word));
        if (words.Count == 0 || words.Exists(word => IsHan(word[0]))) return;
        if (words.Count > 1) Add(Tell.OwnName, $@"(?<it>{Inflected(words[^1])},? {Inflected(words[0])})", needsCapital: IsCased(words[0]));
        // First and last name with whatever stands between; then the family name, and an unusual first name, alone.
        if (words.Count > 2) Add(Tell.OwnName, $@"(?<it>{Inflected(words[0])} (?:[\w.-]+ )?{Inflected(words[^1])})", needsCapital: IsCased(words[0]));
        foreach (var word in words.Where(word => word.Length >= 3 && char.IsLetter(word[0])))
        {
            // A first name that is a word as well says nothing by itself.
            if (word != words[^1] && EverydayName().IsMatch(word)) continue;
            if (IsCased(word[0])) Add(Tell.OwnName, $"(?<it>{Inflected(word)})", needsCapital: true, notFirst: EverydayName().IsMatch(word));
            else if (word == words[^1] && word.Length > 5 && word.StartsWith("ال", StringComparison.Ordinal) && word[^1] == 'ي' && !_gazetteer.IsCountry(word[2..]))
                Add(Tell.OwnName, $"(?<it>(?:ال|لل){word[2..]})", needsCapital: false);
            else if (word == words[^1] && words.Count > 1) Add(Tell.OwnName, $"(?<it>(?:{Titles} {word})|(?:انا|اسمي|توقيع|مع تحيات)(?: \\w+)? {word})", needsCapital: false);
        }
    }

    private void Organisation(string organisation)
    {
        var bare = WithoutForm(organisation);
        var words = Vocabulary.WordsOf(Folding.Fold(bare));
        // "Signal" and "Access Now" are names with a capital only.
        Whole(Tell.OwnOrganisation, organisation, needsCapital: words.Count == 1 || words.TrueForAll(word => word.Length < 4 || IsOrdinary(word)));
        if (Folding.Fold(bare).Length >= 3) Whole(Tell.OwnOrganisation, bare, needsCapital: true);
        var initials = string.Concat(Capital().Matches(organisation).Select(match => match.Value));
        if (initials.Length is >= 3 and <= 8 && !IsEveryday(initials)) Whole(Tell.OwnOrganisation, initials, needsCapital: true);
        // "The company Such and Such" is called "Such and Such".
        if (words.Count > 2 && ArabicKind().IsMatch(words[0])) Whole(Tell.OwnOrganisation, string.Join(' ', words.Skip(1)), needsCapital: false);
        if (words.Exists(word => IsHan(word[0])))
        {
            var core = HanForm().Replace(Folding.Fold(bare), "");
            if (core.Length >= 2) Whole(Tell.OwnOrganisation, core, needsCapital: false);
            return;
        }
        // The one word by which people call it, unless it is a word of everyday names: "Brightwater" of "Brightwater Systems".
        var telling = words.FindAll(word => word.Length >= 4 && !IsOrdinary(word));
        if (telling.Count is 1 or 2 && words.Count > 1 && IsCased(telling[0][0]))
            Add(Tell.OwnOrganisation, $"(?<it>{Inflected(telling[0])})", needsCapital: true, notFirst: telling.Count > 1);
    }

    // A ministry's country tells little by itself.
    private bool IsOrdinary(string word) => Ordinary().IsMatch(word) || _gazetteer.IsCountry(word);

    // "ICT" may be somebody's initials and stands in every second text.
    private bool IsEveryday(string initials) => _gazetteer.Cues.Any(cues => cues.Words.Everyday.Contains(Folding.Fold(initials)));

    private void Whole(Tell tell, string text, bool needsCapital)
    {
        var folded = Folding.Fold(text);
        if (folded.Length == 0) return;
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Add(tell, IsHan(folded[0]) ? $"(?<it>{Regex.Escape(folded)})" : $"(?<it>{string.Join("[ -]", words.Select(Inflected))})", needsCapital && IsCased(folded[0]));
    }

    private void Add(Tell tell, string pattern, bool needsCapital, bool notFirst = false)
    {
        // Letters before or after a name make it another word, but those of a Chinese sentence do not, and Arabic writes small words onto it.
        var whole = pattern.Any(IsHan) ? pattern : pattern.Any(IsArabic) ? $@"(?<!\w)[وفبلك]?(?:ال)?{pattern}(?!\w)" : $@"(?<![a-zа-я\d@]){pattern}(?![a-zа-я\d])";
        _patterns.Add((tell, new Regex(whole, RegexOptions.CultureInvariant), needsCapital, notFirst));
    }

    // A Russian name takes endings; any other stays as it is.
    private static string Inflected(string word)
    {
        if (word.Length < 3 || !word.Any(letter => letter is >= 'а' and <= 'я')) return Regex.Escape(word);
        var stem = Ending().Replace(word, "");
        return $"{Regex.Escape(stem.Length >= 2 ? stem : word)}[а-я]{{0,3}}";
    }

    private static string WithoutForm(string organisation) => LegalForm().Replace(organisation, "").Trim(' ', ',', '.', '"', '«', '»', '“', '”');

    private static string Label(string domain) => domain.Split('.') is var labels && labels.Length >= 3 && labels[^2].Length <= 3 ? labels[^3] : labels.Length >= 2 ? labels[^2] : domain;

    private static bool IsHan(char letter) => letter is >= '\u3400' and <= '\u9FFF';

    private static bool IsArabic(char letter) => letter is >= '\u0600' and <= '\u06FF';

    private static bool IsCased(char letter) => letter < '\u0590' && char.IsLetter(letter);

    private static bool IsCased(string word) => IsCased(word[0]);

    private const string Titles = "(?:السيد|السيده|الدكتور|الدكتوره|الاستاذ|الاستاذه|د|م|المهندس|المهندسه)";

    [GeneratedRegex(@"[,，]?\s*[""«“]?\s*(?:\b(?:Ltd|Limited|Inc|Incorporated|Corp|Corporation|LLC|LLP|PLC|Co|GmbH|AG|SA|SAS|SARL|SpA|BV|NV|AB|ASA|Oy|Pty|KK|SL|SRL|Group|Holdings?)\b\.?|\bS\.\s?A\.(?:\s?S\.|\s?de\s?C\.\s?V\.)?|\bS\.\s?(?:R\.\s?)?L\.|\bsp\.\s?z\s?o\.\s?o\.|\bs\.\s?r\.\s?o\.|\bd\.\s?o\.\s?o\.|\b(?:Ltda|Kft|Zrt|Oyj|ApS|Bhd|Sdn|Pte|Pvt|Tbk|PJSC|JSC|SAE|WLL)\b\.?|(?<!\p{L})(?:ООО|АО|ПАО|ЗАО|ОАО|НКО|АНО|ТОО|ИП)(?!\p{L})|有限责任公司|股份有限公司|有限公司|（[^）]*）)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LegalForm();

    [GeneratedRegex("(?:科技|网络|信息|技术|集团|公司|软件|通信|数据|智能|股份)+$")]
    private static partial Regex HanForm();

    [GeneratedRegex("^(?:شركه|منظمه|مؤسسه|موسسه|جمعيه|مركز|معهد|بنك|مصرف|شبكه|مجموعه|صحيفه|قناه|منصه)$")]
    private static partial Regex ArabicKind();

    // Words that hundreds of organisations have in their names, folded.
    [GeneratedRegex("^(?:access|action|africa\\w*|agency|agence|agencia|alliance|alianza|america\\w*|asia\\w*|associa\\w+|asocia\\w+|authority|autorite|autoridad|bank|banque|banco|bureau|cent(?:er|re)|centro|chamber|civil|coalition|collective|comision|comite|comiss\\w+|commission\\w*|committee|communica\\w+|comunica\\w+|company|compania|confedera\\w+|consult\\w+|corporat\\w+|council|conseil|consejo|data|defen\\w+|department|derechos|development|desarrollo|digital\\w*|droits|east|economic|education|entreprises?|europe\\w*|example|federa\\w+|fondation|forum|foundation|free|freedom|fund|fundacion|general|global|government|group\\w*|health|house|human\\w*|independent|industr\\w+|information|initiative|innovat\\w+|institut\\w*|internac\\w+|internat\\w+|internet|justice|justicia|labo\\w*|language|latin\\w*|lab|labs|law|legal|liber\\w+|limited|media|ministe\\w+|ministry|mobile|nacional|nation\\w*|network|nord|north|observa\\w+|office|online|open|orga\\w+|partners?|people|policy|politi\\w+|press|privacy|programme|project|proyecto|public\\w*|red|regional|research|reseau|rights|school|science|secur\\w+|service\\w*|social|societ\\w+|sociedad|software|solutions?|south|state|studies|sud|systems?|tech|techno\\w+|tecno\\w+|telecom\\w*|trade|transparen\\w+|trust|union|united|universi\\w+|watch|west|women|work\\w*|world|youth|ассоциац\\w+|центр|фонд|обществ\\w+|институт|министерств\\w+|университет|комитет|совет|компани\\w+|организац\\w+|международн\\w+|национальн\\w+|государственн\\w+|агентств\\w+|служб\\w+|систем\\w*|технолог\\w+|цифров\\w+|прав\\w*|человека|информационн\\w+|связ\\w+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Ordinary();

    // Names that are also words, so that a sentence may begin with them.
    [GeneratedRegex("^(?:amber|art|august|banks?|bill|brown|carol|chance|christian|clay|day|dawn|eve|faith|field|frank|grace|grant|gray|green|hall|harmony|hill|hope|iris|joy|june|king|lane|law|long|love|major|mark|may|means|miles|page|person|price|rich|rose|sage|short|stone|strong|summer|sunny|victor|violet|walker|white|will|wood|woods|young|number\\w*|belle|blanche|claire|franc|petit|grand|noel|soleil|clara|cruz|flores|leon|luz|mar|paz|reyes|rosa|salvador|santos|sol|victoria|любовь|вера|надежда|роман|мир|слава)$", RegexOptions.CultureInvariant)]
    private static partial Regex EverydayName();

    [GeneratedRegex("^(?:mr|mrs|ms|miss|dr|prof|professor|sir|dame|he|hon|judge|ambassador|sr|sra|srta|don|dona|m|mme|mlle|me|г|гн|гжа|господин|госпожа|bin|ibn|al|el|de|da|van|von|der|la|le|بن|ابن|بنت|ال|د|السيد|السيده|الدكتور|الدكتوره)$", RegexOptions.CultureInvariant)]
    private static partial Regex Honorific();

    [GeneratedRegex("(?:ская|скии|ский|ои|ая|ыи|ии|[аяоеуюыиьй])$")]
    private static partial Regex Ending();

    [GeneratedRegex(@"(?<!\p{L})\p{Lu}")]
    private static partial Regex Capital();
}
