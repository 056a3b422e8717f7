using BTech.Agenda.Consultations;
using BTech.Languages;

namespace BTech.Web.Pages.Admin;

/// <summary>The groups with which a new consultation starts, in the order of the merge plan: public bodies, business, then civil society and its neighbours.</summary>
public static class UsualGroups
{
    private static readonly (string Family, string FamilyName, string FamilyAdjective, (string Label, string Name, string Adjective)[] Groups)[] Plan =
    [
        ("public-bodies", "Public bodies", "public", [("states", "States", "State"), ("international-organisations", "International organisations", "international organisation"),
            ("national-human-rights-institutions", "National human rights institutions", "national human rights institution")]),
        ("business", "Business", "business", [("companies", "Companies", "company"), ("investors", "Investors", "investor"), ("advisers", "Advisers", "adviser")]),
        ("civil-society", "Civil society", "civil society", [("civil-society-organisations", "Civil society organisations", "civil society")]),
        ("academia", "Academia", "academic", [("academia", "Academia", "academic")]),
        ("multi-stakeholder-initiatives", "Multi-stakeholder initiatives", "multi-stakeholder initiative", [("multi-stakeholder-initiatives", "Multi-stakeholder initiatives", "multi-stakeholder initiative")]),
        ("trade-unions", "Trade unions", "trade union", [("trade-unions", "Trade unions", "trade union")]),
    ];

    public static IEnumerable<ParticipantGroup> For(Guid consultationId) => Plan
        .SelectMany(family => family.Groups, (family, group) => (family, group))
        .Select((pair, index) => new ParticipantGroup
        {
            Id = Guid.NewGuid(),
            ConsultationId = consultationId,
            Label = pair.group.Label,
            Order = index + 1,
            Name = LocalizedText.InEnglish(pair.group.Name),
            Adjective = LocalizedText.InEnglish(pair.group.Adjective),
            Family = pair.family.Family,
            FamilyName = LocalizedText.InEnglish(pair.family.FamilyName),
            FamilyAdjective = LocalizedText.InEnglish(pair.family.FamilyAdjective),
        });
}
