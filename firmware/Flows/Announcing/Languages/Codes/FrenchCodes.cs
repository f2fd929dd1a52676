using Switchhook.Flows.Codes;

namespace Switchhook.Flows.Announcing.Languages.Codes;

/// <summary>What French says about the codes of the phones.</summary>
internal static class FrenchCodes
{
    public static readonly CodeSentences Sentences = new()
    {
        ParkedAt = "L'appel est parqué. Pour le prendre, composez {0}.",
        ParkingFull = "Toutes les places pour les appels parqués sont occupées.",
        NoCallToPark = "Il n'y a pas d'appel en attente à parquer.",
        ThisPhone = "Ici le téléphone {0}, {1}.",
        Echo = "Parlez, s'il vous plaît. Vous vous entendez. Pour terminer, appuyez sur {0}.",
        LineInOrder = "La ligne {0} est en ordre.",
        LineSilent = "La ligne {0} n'a pas de tonalité.",
        LineDead = "La ligne {0} est morte.",
        LineInUse = "La ligne {0} est occupée.",
        HelpKeys = "Appuyez sur {0} pour le code suivant, ou sur {1} pour terminer.",
        Help = new Dictionary<CodeName, string>
        {
            [CodeName.LogIn] = "Pour commencer le travail à ce téléphone, composez {0} et votre code.",
            [CodeName.LogOut] = "Pour terminer votre travail, composez {0}.",
            [CodeName.Pause] = "Pour faire une pause, composez {0}.",
            [CodeName.Ready] = "Pour être de nouveau disponible, composez {0}.",
            [CodeName.Dispose] = "Pour noter l'objet du dernier appel, composez {0} et le numéro du mot.",
            [CodeName.MoreTime] = "Pour une minute de plus après un appel, composez {0}.",
            [CodeName.Listen] = "Pour écouter un collègue, composez {0} et le code de l'agent.",
            [CodeName.Release] = "Pour permettre de nouveau à un téléphone d'appeler à l'extérieur, composez {0} et son numéro.",
            [CodeName.Night] = "Pour commuter le service de nuit, composez {0}.",
            [CodeName.DoNotDisturb] = "Pour ne pas être dérangé, composez {0}. Pour y mettre fin, composez {1}.",
            [CodeName.ForwardAlways] = "Pour renvoyer tous vos appels, composez {0}, le numéro et {2}. Pour y mettre fin, composez {1}.",
            [CodeName.ForwardBusy] =
                "Pour renvoyer les appels quand vous êtes occupé, composez {0}, le numéro et {2}. Pour y mettre fin, composez {1}.",
            [CodeName.ForwardNoAnswer] =
                "Pour renvoyer les appels sans réponse, composez {0}, le numéro et {2}. Pour y mettre fin, composez {1}.",
            [CodeName.PickUp] = "Pour prendre un appel qui sonne dans votre groupe, composez {0}.",
            [CodeName.Park] = "Pour parquer un appel, mettez-le en attente et composez {0}.",
            [CodeName.TakeParked] = "Pour prendre un appel parqué, composez {0} et sa place.",
            [CodeName.CallBackLast] = "Pour rappeler le dernier appelant, composez {0}.",
            [CodeName.SpeedDial] = "Pour un numéro abrégé, composez {0} et ses deux chiffres.",
            [CodeName.RecordPrompt] = "Pour enregistrer une annonce, composez {0} et son numéro.",
            [CodeName.TestPhone] = "Pour tester ce téléphone, composez {0}.",
            [CodeName.TestLine] = "Pour tester une ligne, composez {0} et son numéro.",
            [CodeName.HearOwn] = "Pour écouter vos messages, composez {0}.",
            [CodeName.HearOf] = "Pour écouter les messages d'un autre téléphone, composez {0} et son numéro.",
            [CodeName.EmergencyTest] = "Pour tester les appels d'urgence, composez {0}.",
        },
    };
}
