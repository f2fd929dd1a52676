namespace Switchhook.Flows.Announcing.Languages;

/// <summary>German.</summary>
internal static class German
{
    public static readonly SentenceTable Table = new()
    {
        NextPlace = "Ihr Anruf ist der nächste.",
        Place = "Sie sind auf Platz {0} in der Warteschlange.",
        PlaceBeyond = "In der Warteschlange warten mehr als {0} Anrufer.",
        Minutes = minutes => minutes == 1 ? "eine Minute" : $"{minutes} Minuten",
        Forecast = "Die Wartezeit beträgt etwa {0}.",
        ForecastShort = "Die Wartezeit beträgt weniger als eine Minute.",
        ForecastLong = "Die Wartezeit beträgt mehr als eine Stunde.",
        Star = "Stern",
        Hash = "Raute",
        CallbackOffer = "Drücken Sie {0}, um zurückgerufen zu werden, ohne Ihren Platz zu verlieren.",
        CallFrom = "Ein Anruf aus der Warteschlange {0}.",
        CallBackFrom = "Ein Rückruf aus der Warteschlange {0}.",
        EnterNumber = "Bitte geben Sie Ihre Telefonnummer ein und drücken Sie dann {0}.",
        NumberRefused = "Diese Nummer können wir nicht anrufen. Sie behalten Ihren Platz.",
        Waited = "Die Wartezeit war etwa {0}.",
        WaitedShort = "Die Wartezeit war kürzer als eine Minute.",
        WaitedLong = "Die Wartezeit war länger als eine Stunde.",
        PressToAccept = "Drücken Sie {0}, um den Anruf anzunehmen.",
        ThankYou = "Danke, dass Sie warten.",
        CallbackNoted = "Wir haben Ihre Nummer notiert. Sie behalten Ihren Platz, und wir rufen Sie zurück.",
        NotBeforeClosing = "Es tut uns leid. Wir erreichen Sie nicht mehr, bevor wir schließen.",
        LoggedIn = "Sie sind angemeldet.",
        LoggedOut = "Sie sind abgemeldet.",
        Paused = "Sie sind in Pause.",
        Ready = "Sie sind bereit für Anrufe.",
        WrapUpExtended = "Ihre Nachbearbeitungszeit ist verlängert.",
        CodeUnknown = "Dieser Code ist nicht bekannt.",
        NobodyWithThatCode = "Mit diesem Code ist niemand angemeldet.",
        PausedForNoAnswer = "Sie sind in Pause, weil Sie nicht abgehoben haben. Drücken Sie {0}, wenn Sie bereit sind.",
        DispositionNoted = "Das Ergebnis des Anrufs ist notiert.",
        NotLoggedIn = "Sie sind nicht angemeldet.",
    };
}
