namespace BTech.Web.Crossings.Rehearsing;

/// <summary>Sentences that mean little and look like comments, in six languages; the same for the same seed.</summary>
internal sealed class SampleWords(Random random)
{
    private static readonly Dictionary<string, Stock> Stocks = new(StringComparer.Ordinal)
    {
        ["en"] = new(
            ["The project", "A company", "Every State", "The board", "A small supplier", "The customer", "An investor", "The person harmed", "A regulator", "The help desk"],
            ["should publish", "seldom explains", "has to weigh", "often forgets", "could share", "must not hide", "was asked for", "would welcome", "cannot judge alone", "needs time for"],
            ["the risks of end-use", "a complaint in plain words", "the terms of a contract", "its reasons", "a joint mechanism", "the data of those who complain", "the cost of a mistake", "one clear question", "an order to shut down a network", "the second sale"],
            ["in every market", "before the sale", "after two years", "without naming anybody", "at board level", "in the language of the user", "when nobody is watching", "with those affected", "for once", "across ministries"],
            "{0} {1} {2} {3}."),
        ["fr"] = new(
            ["Le projet", "L’entreprise", "Chaque État", "Le conseil d’administration", "Un petit fournisseur", "Le client", "L’autorité"],
            ["devrait publier", "explique rarement", "doit peser", "oublie souvent", "pourrait partager", "ne peut juger seul"],
            ["les risques de l’utilisation finale", "une réclamation en mots simples", "les clauses d’un contrat", "ses raisons", "un mécanisme commun", "le coût d’une erreur"],
            ["sur chaque marché", "avant la vente", "deux ans plus tard", "sans nommer personne", "dans la langue de l’usager", "avec les personnes touchées"],
            "{0} {1} {2} {3}."),
        ["es"] = new(
            ["El proyecto", "La empresa", "Cada Estado", "El consejo", "Un proveedor pequeño", "El cliente", "La autoridad"],
            ["debería publicar", "rara vez explica", "tiene que sopesar", "suele olvidar", "podría compartir", "no puede juzgar a solas"],
            ["los riesgos del uso final", "una queja en palabras sencillas", "las cláusulas de un contrato", "sus razones", "un mecanismo conjunto", "el coste de un error"],
            ["en cada mercado", "antes de la venta", "dos años después", "sin nombrar a nadie", "en la lengua del usuario", "con las personas afectadas"],
            "{0} {1} {2} {3}."),
        ["ru"] = new(
            ["Проект", "Компания", "Каждое государство", "Совет директоров", "Небольшой поставщик", "Заказчик", "Регулятор"],
            ["обычно не объясняет", "может опубликовать", "часто забывает учесть", "готов обсуждать", "не вправе скрывать", "редко оценивает"],
            ["риски конечного использования", "жалобу простыми словами", "условия договора", "свои причины", "общий механизм", "цену ошибки"],
            ["на каждом рынке", "до продажи", "два года спустя", "не называя имён", "на языке пользователя", "вместе с пострадавшими"],
            "{0} {1} {2} {3}."),
        ["ar"] = new(
            ["المشروع", "الشركة", "كل دولة", "مجلس الإدارة", "مورّد صغير", "العميل", "الجهة الرقابية"],
            ["ينبغي أن توضح", "نادرًا ما تشرح", "يجب أن تراعي", "كثيرًا ما تنسى", "يمكن أن تنشر", "لا تستطيع وحدها تقدير"],
            ["مخاطر الاستخدام النهائي", "الشكوى بكلمات بسيطة", "شروط العقد", "الأسباب", "الآلية المشتركة", "كلفة الخطأ"],
            ["في كل سوق", "قبل البيع", "بعد عامين", "من دون ذكر أحد", "بلغة المستخدم", "مع المتضررين"],
            "{0} {1} {2} {3}."),
        ["zh"] = new(
            ["项目组", "企业", "各国政府", "董事会", "小供应商", "客户", "监管机构"],
            ["应当公布", "很少解释", "必须权衡", "常常忽略", "可以分享", "无法独自判断"],
            ["最终用途的风险", "用通俗语言写的投诉", "合同条款", "自己的理由", "联合机制", "错误的代价"],
            ["在每个市场", "在销售之前", "两年以后", "在不点名的情况下", "用使用者的语言", "与受影响者一起"],
            "{3},{0}{1}{2}。"),
    };

    private static readonly string[] Common = ["en", "en", "en", "en", "en", "en", "fr", "es", "ru", "ar", "zh"];

    private sealed record Stock(string[] Who, string[] Does, string[] What, string[] Where, string Shape);

    /// <summary>English more often than not.</summary>
    public string Language() => Pick(Common);

    /// <summary>A text of so many sentences.</summary>
    public string Text(string language, int sentences) =>
        string.Join(language == "zh" ? "" : " ", Enumerable.Range(0, sentences).Select(_ => Sentence(Stocks[language])));

    private string Sentence(Stock stock) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, stock.Shape, Pick(stock.Who), Pick(stock.Does), Pick(stock.What), Pick(stock.Where));

    private string Pick(string[] words) => words[random.Next(words.Length)];
}
