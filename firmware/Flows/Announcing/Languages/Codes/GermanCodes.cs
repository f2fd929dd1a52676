using Switchhook.Flows.Codes;

namespace Switchhook.Flows.Announcing.Languages.Codes;

/// <summary>What German says about the codes of the phones.</summary>
internal static class GermanCodes
{
    public static readonly CodeSentences Sentences = new()
    {
        ParkedAt = "Das Gespräch ist geparkt. Zum Übernehmen wählen Sie {0}.",
        ParkingFull = "Alle Parkplätze für Gespräche sind belegt.",
        NoCallToPark = "Es gibt kein gehaltenes Gespräch, das geparkt werden kann.",
        ThisPhone = "Dies ist Telefon {0}, {1}.",
        Echo = "Bitte sprechen Sie. Sie hören sich selbst. Zum Beenden drücken Sie {0}.",
        LineInOrder = "Leitung {0} ist in Ordnung.",
        LineSilent = "Leitung {0} hat keinen Wählton.",
        LineDead = "Leitung {0} ist tot.",
        LineInUse = "Leitung {0} ist belegt.",
        HelpKeys = "Drücken Sie {0} für den nächsten Code, oder {1} zum Beenden.",
        Help = new Dictionary<CodeName, string>
        {
            [CodeName.LogIn] = "Um an diesem Telefon mit der Arbeit zu beginnen, wählen Sie {0} und Ihren Code.",
            [CodeName.LogOut] = "Um Ihre Arbeit zu beenden, wählen Sie {0}.",
            [CodeName.Pause] = "Für eine Pause wählen Sie {0}.",
            [CodeName.Ready] = "Um wieder bereit zu sein, wählen Sie {0}.",
            [CodeName.Dispose] = "Um zu vermerken, worum es im letzten Gespräch ging, wählen Sie {0} und die Nummer des Wortes.",
            [CodeName.MoreTime] = "Für eine Minute mehr nach dem Gespräch wählen Sie {0}.",
            [CodeName.Listen] = "Um einem Kollegen zuzuhören, wählen Sie {0} und den Code des Agenten.",
            [CodeName.Release] = "Um ein Telefon wieder nach außen telefonieren zu lassen, wählen Sie {0} und seine Nummer.",
            [CodeName.Night] = "Um die Nachtschaltung umzuschalten, wählen Sie {0}.",
            [CodeName.DoNotDisturb] = "Um nicht gestört zu werden, wählen Sie {0}. Um das zu beenden, wählen Sie {1}.",
            [CodeName.ForwardAlways] =
                "Um alle Anrufe weiterzuleiten, wählen Sie {0}, die Nummer und {2}. Um das zu beenden, wählen Sie {1}.",
            [CodeName.ForwardBusy] =
                "Um Anrufe weiterzuleiten, wenn Sie sprechen, wählen Sie {0}, die Nummer und {2}. Um das zu beenden, wählen Sie {1}.",
            [CodeName.ForwardNoAnswer] =
                "Um Anrufe weiterzuleiten, die Sie nicht annehmen, wählen Sie {0}, die Nummer und {2}. Um das zu beenden, wählen Sie {1}.",
            [CodeName.PickUp] = "Um einen Anruf Ihrer Gruppe anzunehmen, wählen Sie {0}.",
            [CodeName.Park] = "Um ein Gespräch zu parken, halten Sie es und wählen Sie {0}.",
            [CodeName.TakeParked] = "Um ein geparktes Gespräch zu übernehmen, wählen Sie {0} und seinen Platz.",
            [CodeName.CallBackLast] = "Um den letzten Anrufer zurückzurufen, wählen Sie {0}.",
            [CodeName.SpeedDial] = "Für eine Kurzwahl wählen Sie {0} und ihre zwei Ziffern.",
            [CodeName.RecordPrompt] = "Um eine Ansage aufzunehmen, wählen Sie {0} und ihre Nummer.",
            [CodeName.TestPhone] = "Um dieses Telefon zu prüfen, wählen Sie {0}.",
            [CodeName.TestLine] = "Um eine Leitung zu prüfen, wählen Sie {0} und ihre Nummer.",
            [CodeName.HearOwn] = "Um Ihre Nachrichten zu hören, wählen Sie {0}.",
            [CodeName.HearOf] = "Um die Nachrichten eines anderen Telefons zu hören, wählen Sie {0} und seine Nummer.",
            [CodeName.EmergencyTest] = "Um Notrufe zu prüfen, wählen Sie {0}.",
        },
    };
}
