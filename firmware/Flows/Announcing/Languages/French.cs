namespace Switchhook.Flows.Announcing.Languages;

/// <summary>French.</summary>
internal static class French
{
    public static readonly SentenceTable Table = new()
    {
        NextPlace = "Votre appel est le prochain.",
        Place = "Vous êtes en position {0} dans la file d'attente.",
        PlaceBeyond = "Plus de {0} personnes sont dans la file d'attente.",
        Minutes = minutes => minutes == 1 ? "une minute" : $"{minutes} minutes",
        Forecast = "Le temps d'attente est d'environ {0}.",
        ForecastShort = "Le temps d'attente est de moins d'une minute.",
        ForecastLong = "Le temps d'attente est de plus d'une heure.",
        Star = "étoile",
        Hash = "dièse",
        CallbackOffer = "Appuyez sur {0} pour être rappelé sans perdre votre place.",
        CallFrom = "Un appel de la file {0}.",
        CallBackFrom = "Un rappel de la file {0}.",
        EnterNumber = "Veuillez composer votre numéro de téléphone, puis appuyez sur {0}.",
        NumberRefused = "Nous ne pouvons pas appeler ce numéro. Vous gardez votre place.",
        Waited = "L'attente a duré environ {0}.",
        WaitedShort = "L'attente a duré moins d'une minute.",
        WaitedLong = "L'attente a duré plus d'une heure.",
        PressToAccept = "Appuyez sur {0} pour accepter.",
        ThankYou = "Merci de patienter.",
        CallbackNoted = "Nous avons noté votre numéro. Vous gardez votre place et nous vous rappellerons.",
        NotBeforeClosing = "Nous sommes désolés. Nous ne pourrons pas vous joindre avant la fermeture.",
        Days = ["aujourd'hui", "demain", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
        Clock = (hour, minute) => (hour switch { 0 => "à minuit", 12 => "à midi", 1 => "à une heure", _ => $"à {hour} heures" })
            + (minute == 0 ? "" : $" {minute}"),
        Closed = "Nous sommes fermés actuellement.",
        OpensAgain = "Nous rouvrons {0} {1}.",
        CallbackAt = "Nous avons noté votre numéro et nous vous rappellerons {0} {1}.",
        ChooseTime = "Appuyez sur 1 pour être rappelé quand ce sera votre tour. Appuyez sur 2 pour choisir une heure.",
        EnterTime = "Veuillez composer l'heure en quatre chiffres. Pour quatorze heures trente, composez 1 4 3 0.",
        TimeRefused = "Nous ne pouvons pas vous appeler à cette heure.",
        ChosenDay = "Nous vous rappellerons {0}.",
        ChosenTime = "Ce sera {1}.",
        ConfirmTime = "Appuyez sur 1 si c'est exact, ou sur 2 pour une autre heure.",
        LoggedIn = "Vous êtes connecté.",
        LoggedOut = "Vous êtes déconnecté.",
        Paused = "Vous êtes en pause.",
        Ready = "Vous pouvez recevoir des appels.",
        WrapUpExtended = "Votre temps après l'appel est prolongé.",
        CodeUnknown = "Ce code est inconnu.",
        NobodyWithThatCode = "Personne n'est connecté avec ce code.",
        PausedForNoAnswer = "Vous êtes en pause, car vous n'avez pas répondu. Appuyez sur {0} quand vous êtes prêt.",
        DispositionNoted = "Le résultat de l'appel est noté.",
        NotLoggedIn = "Vous n'êtes pas connecté.",
    };
}
