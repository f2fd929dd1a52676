using Switchhook.Flows.Codes;

namespace Switchhook.Flows.Announcing.Languages.Codes;

/// <summary>What Portuguese says about the codes of the phones.</summary>
internal static class PortugueseCodes
{
    public static readonly CodeSentences Sentences = new()
    {
        ParkedAt = "A chamada está estacionada. Para a atender, marque {0}.",
        ParkingFull = "Todos os lugares para chamadas estacionadas estão ocupados.",
        NoCallToPark = "Não há nenhuma chamada em espera para estacionar.",
        ThisPhone = "Este é o telefone {0}, {1}.",
        Echo = "Fale, por favor. Ouve a sua voz. Para terminar, prima {0}.",
        LineInOrder = "A linha {0} está em ordem.",
        LineSilent = "A linha {0} não tem sinal de marcar.",
        LineDead = "A linha {0} está morta.",
        LineInUse = "A linha {0} está ocupada.",
        HelpKeys = "Prima {0} para o código seguinte, ou {1} para terminar.",
        Help = new Dictionary<CodeName, string>
        {
            [CodeName.LogIn] = "Para começar a trabalhar neste telefone, marque {0} e o seu código.",
            [CodeName.LogOut] = "Para terminar o seu trabalho, marque {0}.",
            [CodeName.Pause] = "Para uma pausa, marque {0}.",
            [CodeName.Ready] = "Para estar de novo disponível, marque {0}.",
            [CodeName.Dispose] = "Para anotar o assunto da última chamada, marque {0} e o número da palavra.",
            [CodeName.MoreTime] = "Para mais um minuto depois de uma chamada, marque {0}.",
            [CodeName.Listen] = "Para ouvir um colega, marque {0} e o código do agente.",
            [CodeName.Release] = "Para um telefone poder ligar de novo para fora, marque {0} e o número dele.",
            [CodeName.Night] = "Para mudar o serviço noturno, marque {0}.",
            [CodeName.DoNotDisturb] = "Para não ser incomodado, marque {0}. Para o terminar, marque {1}.",
            [CodeName.ForwardAlways] = "Para desviar todas as chamadas, marque {0}, o número e {2}. Para o terminar, marque {1}.",
            [CodeName.ForwardBusy] =
                "Para desviar chamadas quando está ocupado, marque {0}, o número e {2}. Para o terminar, marque {1}.",
            [CodeName.ForwardNoAnswer] = "Para desviar chamadas que não atende, marque {0}, o número e {2}. Para o terminar, marque {1}.",
            [CodeName.PickUp] = "Para atender uma chamada que toca no seu grupo, marque {0}.",
            [CodeName.Park] = "Para estacionar uma chamada, ponha-a em espera e marque {0}.",
            [CodeName.TakeParked] = "Para atender uma chamada estacionada, marque {0} e o lugar dela.",
            [CodeName.CallBackLast] = "Para ligar a quem lhe ligou por último, marque {0}.",
            [CodeName.SpeedDial] = "Para um número curto, marque {0} e os dois algarismos dele.",
            [CodeName.RecordPrompt] = "Para gravar um anúncio, marque {0} e o seu número.",
            [CodeName.TestPhone] = "Para testar este telefone, marque {0}.",
            [CodeName.TestLine] = "Para testar uma linha, marque {0} e o número dela.",
            [CodeName.HearOwn] = "Para ouvir as suas mensagens, marque {0}.",
            [CodeName.HearOf] = "Para ouvir as mensagens de outro telefone, marque {0} e o número dele.",
            [CodeName.EmergencyTest] = "Para testar as chamadas de emergência, marque {0}.",
        },
    };
}
