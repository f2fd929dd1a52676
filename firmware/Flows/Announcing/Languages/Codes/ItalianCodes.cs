using Switchhook.Flows.Codes;

namespace Switchhook.Flows.Announcing.Languages.Codes;

/// <summary>What Italian says about the codes of the phones.</summary>
internal static class ItalianCodes
{
    public static readonly CodeSentences Sentences = new()
    {
        ParkedAt = "La chiamata è parcheggiata. Per prenderla, componga {0}.",
        ParkingFull = "Tutti i posti per le chiamate parcheggiate sono occupati.",
        NoCallToPark = "Non c'è una chiamata in attesa da parcheggiare.",
        ThisPhone = "Questo è il telefono {0}, {1}.",
        Echo = "Parli, per favore. Sente la sua voce. Per terminare, prema {0}.",
        LineInOrder = "La linea {0} è in ordine.",
        LineSilent = "La linea {0} non ha il tono di centrale.",
        LineDead = "La linea {0} è morta.",
        LineInUse = "La linea {0} è occupata.",
        HelpKeys = "Prema {0} per il codice seguente, o {1} per terminare.",
        Help = new Dictionary<CodeName, string>
        {
            [CodeName.LogIn] = "Per iniziare a lavorare a questo telefono, componga {0} e il suo codice.",
            [CodeName.LogOut] = "Per terminare il lavoro, componga {0}.",
            [CodeName.Pause] = "Per una pausa, componga {0}.",
            [CodeName.Ready] = "Per essere di nuovo disponibile, componga {0}.",
            [CodeName.Dispose] = "Per annotare l'argomento dell'ultima chiamata, componga {0} e il numero della parola.",
            [CodeName.MoreTime] = "Per un minuto in più dopo una chiamata, componga {0}.",
            [CodeName.Listen] = "Per ascoltare un collega, componga {0} e il codice dell'agente.",
            [CodeName.Release] = "Per permettere di nuovo a un telefono di chiamare fuori, componga {0} e il suo numero.",
            [CodeName.Night] = "Per cambiare il servizio notturno, componga {0}.",
            [CodeName.DoNotDisturb] = "Per non essere disturbato, componga {0}. Per terminare, componga {1}.",
            [CodeName.ForwardAlways] = "Per deviare tutte le chiamate, componga {0}, il numero e {2}. Per terminare, componga {1}.",
            [CodeName.ForwardBusy] =
                "Per deviare le chiamate quando è occupato, componga {0}, il numero e {2}. Per terminare, componga {1}.",
            [CodeName.ForwardNoAnswer] =
                "Per deviare le chiamate senza risposta, componga {0}, il numero e {2}. Per terminare, componga {1}.",
            [CodeName.PickUp] = "Per prendere una chiamata che squilla nel suo gruppo, componga {0}.",
            [CodeName.Park] = "Per parcheggiare una chiamata, la metta in attesa e componga {0}.",
            [CodeName.TakeParked] = "Per prendere una chiamata parcheggiata, componga {0} e il suo posto.",
            [CodeName.CallBackLast] = "Per richiamare l'ultimo chiamante, componga {0}.",
            [CodeName.SpeedDial] = "Per un numero breve, componga {0} e le sue due cifre.",
            [CodeName.RecordPrompt] = "Per registrare un annuncio, componga {0} e il suo numero.",
            [CodeName.TestPhone] = "Per provare questo telefono, componga {0}.",
            [CodeName.TestLine] = "Per provare una linea, componga {0} e il suo numero.",
            [CodeName.HearOwn] = "Per ascoltare i suoi messaggi, componga {0}.",
            [CodeName.HearOf] = "Per ascoltare i messaggi di un altro telefono, componga {0} e il suo numero.",
            [CodeName.EmergencyTest] = "Per provare le chiamate di emergenza, componga {0}.",
        },
    };
}
