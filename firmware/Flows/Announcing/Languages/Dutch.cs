namespace Switchhook.Flows.Announcing.Languages;

/// <summary>Dutch.</summary>
internal static class Dutch
{
    public static readonly SentenceTable Table = new()
    {
        NextPlace = "U bent als volgende aan de beurt.",
        Place = "U bent nummer {0} in de wachtrij.",
        PlaceBeyond = "Er wachten meer dan {0} bellers in de wachtrij.",
        Minutes = minutes => minutes == 1 ? "één minuut" : $"{minutes} minuten",
        Forecast = "De wachttijd is ongeveer {0}.",
        ForecastShort = "De wachttijd is minder dan een minuut.",
        ForecastLong = "De wachttijd is meer dan een uur.",
        Star = "sterretje",
        Hash = "hekje",
        CallbackOffer = "Druk op {0} om teruggebeld te worden zonder uw plaats te verliezen.",
        CallFrom = "Een oproep uit de wachtrij {0}.",
        CallBackFrom = "Een terugbelverzoek uit de wachtrij {0}.",
        EnterNumber = "Toets uw telefoonnummer in en druk daarna op {0}.",
        NumberRefused = "Dit nummer kunnen we niet bellen. U houdt uw plaats.",
        Waited = "De beller heeft ongeveer {0} gewacht.",
        WaitedShort = "De beller heeft minder dan een minuut gewacht.",
        WaitedLong = "De beller heeft meer dan een uur gewacht.",
        PressToAccept = "Druk op {0} om aan te nemen.",
        ThankYou = "Bedankt voor het wachten.",
        CallbackNoted = "We hebben uw nummer genoteerd. U houdt uw plaats en we bellen u terug.",
        NotBeforeClosing = "Het spijt ons. We kunnen u niet meer bereiken voordat we sluiten.",
        LoggedIn = "U bent aangemeld.",
        LoggedOut = "U bent afgemeld.",
        Paused = "U staat op pauze.",
        Ready = "U bent klaar voor oproepen.",
        WrapUpExtended = "Uw tijd na het gesprek is verlengd.",
        CodeUnknown = "Deze code is niet bekend.",
        NobodyWithThatCode = "Er is niemand aangemeld met die code.",
        PausedForNoAnswer = "U staat op pauze, omdat u niet hebt opgenomen. Druk op {0} als u klaar bent.",
        DispositionNoted = "Het resultaat van het gesprek is genoteerd.",
        NotLoggedIn = "U bent niet aangemeld.",
    };
}
