using Switchhook.Site;

namespace Switchhook.Flows.Announcing;

/// <summary>What the box says to who records an announcement at a telephone.</summary>
internal static class PromptPhrases
{
    /// <summary>For users: speak the announcement after the tone, and press # after it.</summary>
    public static Phrase Speak => new(PhraseKind.PromptSpeak);

    /// <summary>For users: announcements are not recorded at this phone.</summary>
    public static Phrase Refused => new(PhraseKind.PromptRefused);

    /// <summary>The phrases that a site can come to say of it.</summary>
    public static IEnumerable<Phrase> NeededBy(SiteModel site)
    {
        if (site.Prompts.IsEmpty || site.Phones.IsEmpty)
        {
            return [];
        }

        return
        [
            Speak, Refused, VoicemailPhrases.Review, VoicemailPhrases.Kept, VoicemailPhrases.NotKept,
            VoicemailPhrases.EnterPin, VoicemailPhrases.WrongPin, VoicemailPhrases.Locked,
            .. site.Languages.Count == 1 ? [] : site.Languages.Select((_, index) => Phrase.LanguageKey((char)('1' + index))),
        ];
    }
}
