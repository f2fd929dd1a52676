namespace Switchhook.Flows.Announcing.Languages;

/// <summary>Italian.</summary>
internal static class Italian
{
    public static readonly SentenceTable Table = new()
    {
        NextPlace = "La sua chiamata è la prossima.",
        Place = "Lei è al numero {0} della coda.",
        PlaceBeyond = "Ci sono più di {0} chiamate in coda.",
        Minutes = minutes => minutes == 1 ? "un minuto" : $"{minutes} minuti",
        Forecast = "Il tempo di attesa è di circa {0}.",
        ForecastShort = "Il tempo di attesa è inferiore a un minuto.",
        ForecastLong = "Il tempo di attesa è superiore a un'ora.",
        Star = "asterisco",
        Hash = "cancelletto",
        CallbackOffer = "Prema {0} per ricevere una richiamata senza perdere il suo posto.",
        CallFrom = "Una chiamata dalla coda {0}.",
        CallBackFrom = "Una richiamata dalla coda {0}.",
        EnterNumber = "Digiti il suo numero di telefono e poi prema {0}.",
        NumberRefused = "Non possiamo chiamare questo numero. Lei mantiene il suo posto.",
        Waited = "L'attesa è durata circa {0}.",
        WaitedShort = "L'attesa è durata meno di un minuto.",
        WaitedLong = "L'attesa è durata più di un'ora.",
        PressToAccept = "Prema {0} per accettare.",
        ThankYou = "Grazie per l'attesa.",
        CallbackNoted = "Abbiamo annotato il suo numero. Lei mantiene il suo posto e la richiameremo.",
        NotBeforeClosing = "Ci dispiace. Non riusciremo a raggiungerla prima della chiusura.",
        Days = ["oggi", "domani", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"],
        Clock = (hour, minute) => (hour switch { 0 => "a mezzanotte", 12 => "a mezzogiorno", 1 => "all'una", _ => $"alle {hour}" })
            + (minute == 0 ? "" : $" e {minute}"),
        Closed = "In questo momento siamo chiusi.",
        OpensAgain = "Riapriamo {0} {1}.",
        CallbackAt = "Abbiamo annotato il suo numero e la richiameremo {0} {1}.",
        ChooseTime = "Prema 1 per essere richiamato quando sarà il suo turno. Prema 2 per scegliere un orario.",
        EnterTime = "Digiti l'orario con quattro cifre. Per le due e mezza del pomeriggio, digiti 1 4 3 0.",
        TimeRefused = "Non possiamo chiamarla a quell'ora.",
        ChosenDay = "La richiameremo {0}.",
        ChosenTime = "Sarà {1}.",
        ConfirmTime = "Prema 1 se è corretto, o 2 per un altro orario.",
        LoggedIn = "Accesso effettuato.",
        LoggedOut = "Uscita dal servizio effettuata.",
        Paused = "Lei è in pausa.",
        Ready = "Può ricevere chiamate.",
        WrapUpExtended = "Il tempo dopo la chiamata è stato prolungato.",
        CodeUnknown = "Questo codice non è conosciuto.",
        NobodyWithThatCode = "Nessuno è in servizio con questo codice.",
        PausedForNoAnswer = "Lei è in pausa perché non ha risposto. Prema {0} quando è pronto.",
        DispositionNoted = "Il risultato della chiamata è annotato.",
        NotLoggedIn = "Lei non è in servizio.",
    };
}
