using BTech.Agenda.Consultations;
using BTech.Languages;

namespace BTech.Web.Pages.Admin;

/// <summary>
/// The groups with which a new consultation starts, in the order of the merge plan: public bodies, business, then civil society and its neighbours.
/// The adjectives fit the wording scale's phrase for a group in each language ("{0} participants", « Des participants {0} » …).
/// </summary>
public static class UsualGroups
{
    private static readonly Family[] Plan =
    [
        new("public-bodies",
            Six("الهيئات العامة", "公共机构", "Public bodies", "Organismes publics", "Государственные и межгосударственные органы", "Organismos públicos"),
            Six("الهيئات العامة", "公共机构", "public body", "des organismes publics", "от государственных и межгосударственных органов", "de organismos públicos"),
            new("states",
                Six("الدول", "国家", "States", "États", "Государства", "Estados"),
                Six("الدول", "国家", "State", "des États", "от государств", "de Estados")),
            new("international-organisations",
                Six("المنظمات الدولية", "国际组织", "International organisations", "Organisations internationales", "Международные организации", "Organizaciones internacionales"),
                Six("المنظمات الدولية", "国际组织", "international organisation", "des organisations internationales", "от международных организаций", "de organizaciones internacionales")),
            new("national-human-rights-institutions",
                Six("المؤسسات الوطنية لحقوق الإنسان", "国家人权机构", "National human rights institutions", "Institutions nationales des droits de l’homme",
                    "Национальные правозащитные учреждения", "Instituciones nacionales de derechos humanos"),
                Six("المؤسسات الوطنية لحقوق الإنسان", "国家人权机构", "national human rights institution", "des institutions nationales des droits de l’homme",
                    "от национальных правозащитных учреждений", "de instituciones nacionales de derechos humanos"))),
        new("business",
            Six("قطاع الأعمال", "工商界", "Business", "Milieux d’affaires", "Деловые круги", "Sector empresarial"),
            Six("قطاع الأعمال", "工商界", "business", "des milieux d’affaires", "от деловых кругов", "del sector empresarial"),
            new("companies",
                Six("الشركات", "企业", "Companies", "Entreprises", "Компании", "Empresas"),
                Six("الشركات", "企业", "company", "des entreprises", "от компаний", "de empresas")),
            new("investors",
                Six("المستثمرون", "投资者", "Investors", "Investisseurs", "Инвесторы", "Inversores"),
                Six("أوساط المستثمرين", "投资者", "investor", "du monde des investisseurs", "от инвесторов", "del ámbito de los inversores")),
            new("advisers",
                Six("الجهات الاستشارية", "咨询机构", "Advisers", "Cabinets de conseil", "Консультанты", "Consultoras"),
                Six("الجهات الاستشارية", "咨询机构", "adviser", "des cabinets de conseil", "от консультантов", "de consultoras"))),
        new("civil-society",
            Six("المجتمع المدني", "民间社会", "Civil society", "Société civile", "Гражданское общество", "Sociedad civil"),
            Six("المجتمع المدني", "民间社会", "civil society", "de la société civile", "от гражданского общества", "de la sociedad civil"),
            new Group("civil-society-organisations",
                Six("منظمات المجتمع المدني", "民间社会组织", "Civil society organisations", "Organisations de la société civile", "Организации гражданского общества", "Organizaciones de la sociedad civil"),
                Six("منظمات المجتمع المدني", "民间社会组织", "civil society", "d’organisations de la société civile", "от организаций гражданского общества", "de organizaciones de la sociedad civil"))),
        Alone("academia",
            Six("الأوساط الأكاديمية", "学术界", "Academia", "Milieux universitaires", "Научное сообщество", "Mundo académico"),
            Six("الأوساط الأكاديمية", "学术界", "academic", "des milieux universitaires", "от научного сообщества", "del mundo académico")),
        Alone("multi-stakeholder-initiatives",
            Six("مبادرات أصحاب المصلحة المتعددين", "多利益攸关方倡议", "Multi-stakeholder initiatives", "Initiatives multipartites", "Инициативы с участием многих сторон", "Iniciativas de múltiples interesados"),
            Six("مبادرات أصحاب المصلحة المتعددين", "多利益攸关方倡议", "multi-stakeholder initiative", "d’initiatives multipartites", "от инициатив с участием многих сторон", "de iniciativas de múltiples interesados")),
        Alone("trade-unions",
            Six("النقابات العمالية", "工会", "Trade unions", "Syndicats", "Профсоюзы", "Sindicatos"),
            Six("النقابات العمالية", "工会", "trade union", "des syndicats", "от профсоюзов", "de sindicatos")),
    ];

    public static IEnumerable<ParticipantGroup> For(Guid consultationId) => Plan
        .SelectMany(family => family.Groups, (family, group) => (family, group))
        .Select((pair, index) => new ParticipantGroup
        {
            Id = Guid.NewGuid(),
            ConsultationId = consultationId,
            Label = pair.group.Label,
            Order = index + 1,
            Name = pair.group.Name,
            Adjective = pair.group.Adjective,
            Family = pair.family.Label,
            FamilyName = pair.family.Name,
            FamilyAdjective = pair.family.Adjective,
        });

    private static Family Alone(string label, LocalizedText name, LocalizedText adjective) => new(label, name, adjective, new Group(label, name, adjective));

    private static LocalizedText Six(string ar, string zh, string en, string fr, string ru, string es) =>
        new([new("ar", ar), new("zh", zh), new("en", en), new("fr", fr), new("ru", ru), new("es", es)]);

    private sealed record Family(string Label, LocalizedText Name, LocalizedText Adjective, params Group[] Groups);

    private sealed record Group(string Label, LocalizedText Name, LocalizedText Adjective);
}
