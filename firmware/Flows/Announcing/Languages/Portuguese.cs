namespace Switchhook.Flows.Announcing.Languages;

/// <summary>Portuguese as in Portugal; words that Brazil does not use are left out.</summary>
internal static class Portuguese
{
    public static readonly SentenceTable Table = new()
    {
        NextPlace = "A sua chamada é a próxima.",
        Place = "A sua chamada é a número {0} da fila.",
        PlaceBeyond = "Há mais de {0} chamadas na fila.",
        Minutes = minutes => minutes == 1 ? "um minuto" : $"{minutes} minutos",
        Forecast = "O tempo de espera é de cerca de {0}.",
        ForecastShort = "O tempo de espera é de menos de um minuto.",
        ForecastLong = "O tempo de espera é de mais de uma hora.",
        Star = "asterisco",
        Hash = "cardinal",
        CallbackOffer = "Pressione {0} para que liguemos de volta sem perder o seu lugar.",
        CallFrom = "Uma chamada da fila {0}.",
        CallBackFrom = "Uma chamada de retorno da fila {0}.",
        EnterNumber = "Introduza o seu número de telefone e pressione {0}.",
        NumberRefused = "Não podemos ligar para este número. O seu lugar está guardado.",
        Waited = "A espera durou cerca de {0}.",
        WaitedShort = "A espera durou menos de um minuto.",
        WaitedLong = "A espera durou mais de uma hora.",
        PressToAccept = "Pressione {0} para aceitar.",
        ThankYou = "Obrigado por esperar.",
        WrongKey = "Essa opção não existe.",
        NoKey = "Por favor, prima uma tecla.",
        WrongEntry = "Parece não estar completo.",
        YesOrNo = "Prima 1 para sim ou 2 para não.",
        LanguageKey = "Para português, prima {0}.",
        CallbackNoted = "O seu número está anotado. O seu lugar está guardado e ligaremos de volta.",
        MessageOffer = "Pressione {0} para deixar uma mensagem sem perder o seu lugar.",
        LeaveMessage = "Fale depois do sinal e pressione {0} no fim.",
        MessageNoted = "Temos a sua mensagem. O seu lugar na fila está guardado.",
        MessageNotKept = "Não foi possível guardar uma mensagem. O seu lugar está guardado.",
        MessageFrom = "Uma mensagem da fila {0}.",
        MessageKeys = "Pressione 1 para ouvir de novo, 2 para ligar para a pessoa, ou 3 quando terminar.",
        MessageKeysWithoutCall = "Pressione 1 para ouvir de novo, ou 3 quando terminar.",
        NotBeforeClosing = "Lamentamos. Não será possível atender a sua chamada antes de fecharmos.",
        Days =
        [
            "hoje", "amanhã", "na segunda-feira", "na terça-feira", "na quarta-feira", "na quinta-feira", "na sexta-feira", "no sábado",
            "no domingo",
        ],
        Clock = (hour, minute) => (hour switch { 0 => "à meia-noite", 12 => "ao meio-dia", 1 => "à uma hora", _ => $"às {hour} horas" })
            + (minute == 0 ? "" : $" e {minute}"),
        Closed = "Neste momento estamos fechados.",
        OpensAgain = "Reabrimos {0} {1}.",
        CallbackAt = "O seu número está anotado e ligaremos de volta {0} {1}.",
        ChooseTime = "Pressione 1 para que liguemos de volta quando for a sua vez. Pressione 2 para escolher uma hora.",
        EnterTime = "Introduza a hora com quatro algarismos. Para as duas e meia da tarde, introduza 1 4 3 0.",
        TimeRefused = "Não podemos ligar a essa hora.",
        ChosenDay = "Ligaremos de volta {0}.",
        ChosenTime = "Será {1}.",
        ConfirmTime = "Pressione 1 se está certo, ou 2 para outra hora.",
        LoggedIn = "A sua sessão está iniciada.",
        LoggedOut = "A sua sessão está encerrada.",
        Paused = "Está em pausa.",
        Ready = "Pode receber chamadas.",
        WrapUpExtended = "O seu tempo depois da chamada foi prolongado.",
        CodeUnknown = "Este código não é conhecido.",
        NobodyWithThatCode = "Ninguém iniciou sessão com esse código.",
        PausedForNoAnswer = "Está em pausa porque não atendeu. Pressione {0} quando estiver pronto.",
        DispositionNoted = "O resultado da chamada está anotado.",
        NotLoggedIn = "A sua sessão não está iniciada.",
    };

    /// <summary>As in Brazil.</summary>
    public static readonly SentenceTable Brazilian = Table with { Hash = "jogo da velha" };
}
