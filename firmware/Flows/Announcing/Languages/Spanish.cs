namespace Switchhook.Flows.Announcing.Languages;

/// <summary>Spanish.</summary>
internal static class Spanish
{
    public static readonly SentenceTable Table = new()
    {
        NextPlace = "Su llamada es la siguiente.",
        Place = "Usted está en el lugar {0} de la cola.",
        PlaceBeyond = "Hay más de {0} llamadas en la cola.",
        Minutes = minutes => minutes == 1 ? "un minuto" : $"{minutes} minutos",
        Forecast = "El tiempo de espera es de aproximadamente {0}.",
        ForecastShort = "El tiempo de espera es de menos de un minuto.",
        ForecastLong = "El tiempo de espera es de más de una hora.",
        Star = "asterisco",
        Hash = "almohadilla",
        CallbackOffer = "Pulse {0} para que le devolvamos la llamada sin perder su lugar.",
        CallFrom = "Una llamada de la cola {0}.",
        CallBackFrom = "Una devolución de llamada de la cola {0}.",
        EnterNumber = "Introduzca su número de teléfono y pulse {0}.",
        NumberRefused = "No podemos llamar a este número. Usted conserva su lugar.",
        Waited = "La espera ha sido de aproximadamente {0}.",
        WaitedShort = "La espera ha sido de menos de un minuto.",
        WaitedLong = "La espera ha sido de más de una hora.",
        PressToAccept = "Pulse {0} para aceptar.",
        ThankYou = "Gracias por esperar.",
        CallbackNoted = "Hemos anotado su número. Usted conserva su lugar y le devolveremos la llamada.",
        MessageOffer = "Pulse {0} para dejar un mensaje sin perder su lugar.",
        LeaveMessage = "Hable después de la señal y pulse {0} al terminar.",
        MessageNoted = "Tenemos su mensaje. El mensaje conserva su lugar en la cola.",
        MessageNotKept = "No hemos podido guardar un mensaje. Usted conserva su lugar.",
        MessageFrom = "Un mensaje de la cola {0}.",
        MessageKeys = "Pulse 1 para escucharlo otra vez, 2 para llamar a la persona, o 3 cuando haya terminado.",
        MessageKeysWithoutCall = "Pulse 1 para escucharlo otra vez, o 3 cuando haya terminado.",
        NotBeforeClosing = "Lo sentimos. No podremos atenderle antes de cerrar.",
        Days = ["hoy", "mañana", "el lunes", "el martes", "el miércoles", "el jueves", "el viernes", "el sábado", "el domingo"],
        Clock = (hour, minute) => (hour == 1 ? "a la una" : $"a las {hour}") + (minute == 0 ? "" : $" y {minute}"),
        Closed = "Ahora está cerrado.",
        OpensAgain = "Volvemos a abrir {0} {1}.",
        CallbackAt = "Hemos anotado su número y le devolveremos la llamada {0} {1}.",
        ChooseTime = "Pulse 1 para que le llamemos cuando sea su turno. Pulse 2 para elegir una hora.",
        EnterTime = "Introduzca la hora con cuatro cifras. Para las dos y media de la tarde, introduzca 1 4 3 0.",
        TimeRefused = "No podemos llamarle a esa hora.",
        ChosenDay = "Le llamaremos {0}.",
        ChosenTime = "Será {1}.",
        ConfirmTime = "Pulse 1 si es correcto, o 2 para otra hora.",
        LoggedIn = "Ha iniciado sesión.",
        LoggedOut = "Ha cerrado sesión.",
        Paused = "Está en pausa.",
        Ready = "Puede recibir llamadas.",
        WrapUpExtended = "Su tiempo después de la llamada se ha prolongado.",
        CodeUnknown = "Este código no existe.",
        NobodyWithThatCode = "Nadie ha iniciado sesión con ese código.",
        PausedForNoAnswer = "Está en pausa porque no ha contestado. Pulse {0} cuando esté listo.",
        DispositionNoted = "El resultado de la llamada está anotado.",
        NotLoggedIn = "No ha iniciado sesión.",
    };

    /// <summary>As in America.</summary>
    public static readonly SentenceTable LatinAmerican = Table with { Hash = "numeral" };
}
