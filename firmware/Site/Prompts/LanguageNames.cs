namespace Switchhook.Site.Prompts;

/// <summary>Names of languages for people, and which of them the box can speak.</summary>
public static class LanguageNames
{
    // What the box says itself stands in tables of these languages (Flows/Announcing/Languages).
    private static readonly Dictionary<string, string> WithSentences = new(StringComparer.Ordinal)
    {
        ["en"] = "English",
        ["de"] = "German",
        ["es"] = "Spanish",
        ["fr"] = "French",
        ["it"] = "Italian",
        ["nl"] = "Dutch",
        ["pt"] = "Portuguese",
        ["zh"] = "Mandarin",
        ["cmn"] = "Mandarin",
    };

    // Further languages of which espeak-ng 1.51 has a voice ("espeak-ng --voices").
    private static readonly HashSet<string> Spoken = new(
        ("af am an ar as az ba be bg bn bpy bs ca chr cs cv cy da el eo et eu fa fi ga gd gn grc gu hak haw he hi hr ht hu hy hyw ia id io "
        + "is ja jbo ka kk kl kn ko kok ku ky la lb lfn lt ltg lv mi mk ml mr ms mt my nb nci ne nog om or pa pap pl py qdb qu quc qya ro "
        + "ru sd shn si sjn sk sl smj sq sr sv sw ta te th tk tn tr tt ug uk ur uz vi yue").Split(' '),
        StringComparer.Ordinal);

    /// <summary>The name of a language: "Mandarin", "Portuguese (BR)", or "language sv" where the box knows none.</summary>
    /// <param name="tag">IETF tag.</param>
    public static string Of(string tag)
    {
        var region = tag.Contains('-', StringComparison.Ordinal) ? $" ({tag[(tag.IndexOf('-', StringComparison.Ordinal) + 1)..]})" : "";
        return WithSentences.TryGetValue(Main(tag), out var name) ? name + region : $"language {tag}";
    }

    /// <summary>True when the box has its own sentences in the language.</summary>
    /// <param name="tag">IETF tag.</param>
    public static bool HasSentences(string tag) => WithSentences.ContainsKey(Main(tag));

    /// <summary>True when espeak-ng, which speaks where nothing else is set, has a voice of the language.</summary>
    /// <param name="tag">IETF tag.</param>
    public static bool HasVoice(string tag) => HasSentences(tag) || Spoken.Contains(Main(tag));

    private static string Main(string tag) => tag.Split('-')[0];
}
