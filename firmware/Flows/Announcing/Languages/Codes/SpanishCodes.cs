using Switchhook.Flows.Codes;

namespace Switchhook.Flows.Announcing.Languages.Codes;

/// <summary>What Spanish says about the codes of the phones.</summary>
internal static class SpanishCodes
{
    public static readonly CodeSentences Sentences = new()
    {
        ParkedAt = "La llamada está aparcada. Para tomarla, marque {0}.",
        ParkingFull = "Todos los lugares para llamadas aparcadas están ocupados.",
        NoCallToPark = "No hay ninguna llamada en espera que se pueda aparcar.",
        ThisPhone = "Este es el teléfono {0}, {1}.",
        Echo = "Hable, por favor. Se oye a sí mismo. Para terminar, pulse {0}.",
        LineInOrder = "La línea {0} está en orden.",
        LineSilent = "La línea {0} no tiene tono de marcar.",
        LineDead = "La línea {0} está muerta.",
        LineInUse = "La línea {0} está ocupada.",
        HelpKeys = "Pulse {0} para el código siguiente, o {1} para terminar.",
        Help = new Dictionary<CodeName, string>
        {
            [CodeName.LogIn] = "Para empezar a trabajar en este teléfono, marque {0} y su código.",
            [CodeName.LogOut] = "Para terminar su trabajo, marque {0}.",
            [CodeName.Pause] = "Para hacer una pausa, marque {0}.",
            [CodeName.Ready] = "Para volver a estar disponible, marque {0}.",
            [CodeName.Dispose] = "Para anotar el asunto de la última llamada, marque {0} y el número de la palabra.",
            [CodeName.MoreTime] = "Para un minuto más después de una llamada, marque {0}.",
            [CodeName.Listen] = "Para escuchar a un compañero, marque {0} y el código del agente.",
            [CodeName.Release] = "Para que un teléfono pueda volver a llamar fuera, marque {0} y su número.",
            [CodeName.Night] = "Para cambiar el servicio nocturno, marque {0}.",
            [CodeName.DoNotDisturb] = "Para no ser molestado, marque {0}. Para terminarlo, marque {1}.",
            [CodeName.ForwardAlways] = "Para desviar todas sus llamadas, marque {0}, el número y {2}. Para terminarlo, marque {1}.",
            [CodeName.ForwardBusy] =
                "Para desviar llamadas cuando está ocupado, marque {0}, el número y {2}. Para terminarlo, marque {1}.",
            [CodeName.ForwardNoAnswer] =
                "Para desviar llamadas que no contesta, marque {0}, el número y {2}. Para terminarlo, marque {1}.",
            [CodeName.PickUp] = "Para tomar una llamada que suena en su grupo, marque {0}.",
            [CodeName.Park] = "Para aparcar una llamada, póngala en espera y marque {0}.",
            [CodeName.TakeParked] = "Para tomar una llamada aparcada, marque {0} y su lugar.",
            [CodeName.CallBackLast] = "Para llamar a quien le llamó por última vez, marque {0}.",
            [CodeName.SpeedDial] = "Para un número corto, marque {0} y sus dos cifras.",
            [CodeName.RecordPrompt] = "Para grabar un anuncio, marque {0} y su número.",
            [CodeName.TestPhone] = "Para probar este teléfono, marque {0}.",
            [CodeName.TestLine] = "Para probar una línea, marque {0} y su número.",
            [CodeName.HearOwn] = "Para oír sus mensajes, marque {0}.",
            [CodeName.HearOf] = "Para oír los mensajes de otro teléfono, marque {0} y su número.",
            [CodeName.EmergencyTest] = "Para probar las llamadas de emergencia, marque {0}.",
        },
    };
}
