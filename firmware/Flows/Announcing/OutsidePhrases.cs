using Switchhook.Site;

namespace Switchhook.Flows.Announcing;

/// <summary>What a site can come to say about calls out and emergency calls.</summary>
internal static class OutsidePhrases
{
    /// <summary>The phrases, each once.</summary>
    public static IEnumerable<Phrase> NeededBy(SiteModel site)
    {
        IEnumerable<Phrase> phrases =
        [
            .. site.Outbound.Length > 0
                ? [Phrase.OutsideRefused, Phrase.OutsideLimited, Phrase.OutsideStopped, Phrase.OutsideReleased, Phrase.LineNeeded]
                : Array.Empty<Phrase>(),
            .. site.Outbound.Any(rule => rule.Hours is not null) ? [Phrase.OutsideClosed] : Array.Empty<Phrase>(),
            .. site.Outbound.Any(rule => rule.Pin is not null) ? [Phrase.EnterPin, Phrase.PinWrong] : Array.Empty<Phrase>(),
            .. site.Phones.Count > 0 ? [Phrase.EmergencyTrying] : Array.Empty<Phrase>(),
            .. From(site),
            .. Places(site),
            .. site.Emergency.TestNumber is not null ? [Phrase.EmergencyNoLine, .. Lines(site)] : Array.Empty<Phrase>(),
        ];
        return phrases.Distinct();
    }

    private static IEnumerable<Phrase> From(SiteModel site) => site.Phones.Keys.Select(Phrase.EmergencyFrom);

    private static IEnumerable<Phrase> Lines(SiteModel site) => site.Lines.Keys.Concat(site.Trunks.Keys).Select(Phrase.EmergencyLine);

    private static IEnumerable<Phrase> Places(SiteModel site) =>
        site.Phones.Values.Select(phone => phone.Place).OfType<string>().Select(Phrase.EmergencyPlace);
}
