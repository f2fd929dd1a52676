using Switchhook.Flows.Codes;

namespace Switchhook.Flows.Announcing.Languages.Codes;

/// <summary>What Dutch says about the codes of the phones.</summary>
internal static class DutchCodes
{
    public static readonly CodeSentences Sentences = new()
    {
        ParkedAt = "Het gesprek is geparkeerd. Kies {0} om het over te nemen.",
        ParkingFull = "Alle plaatsen voor geparkeerde gesprekken zijn bezet.",
        NoCallToPark = "Er is geen gesprek in de wacht dat geparkeerd kan worden.",
        ThisPhone = "Dit is telefoon {0}, {1}.",
        Echo = "Spreek nu. U hoort uzelf. Druk op {0} om te stoppen.",
        LineInOrder = "Lijn {0} is in orde.",
        LineSilent = "Lijn {0} heeft geen kiestoon.",
        LineDead = "Lijn {0} is dood.",
        LineInUse = "Lijn {0} is in gebruik.",
        HelpKeys = "Druk op {0} voor de volgende code, of op {1} om te stoppen.",
        Help = new Dictionary<CodeName, string>
        {
            [CodeName.LogIn] = "Kies {0} en uw code om bij deze telefoon te beginnen met werken.",
            [CodeName.LogOut] = "Kies {0} om uw werk te beëindigen.",
            [CodeName.Pause] = "Kies {0} voor een pauze.",
            [CodeName.Ready] = "Kies {0} om weer beschikbaar te zijn.",
            [CodeName.Dispose] = "Kies {0} en het nummer van het woord om vast te leggen waar het laatste gesprek over ging.",
            [CodeName.MoreTime] = "Kies {0} voor een minuut meer na een gesprek.",
            [CodeName.Listen] = "Kies {0} en de code van de agent om naar een collega te luisteren.",
            [CodeName.Release] = "Kies {0} en het nummer om een telefoon weer naar buiten te laten bellen.",
            [CodeName.Night] = "Kies {0} om de nachtstand om te schakelen.",
            [CodeName.DoNotDisturb] = "Kies {0} om niet gestoord te worden. Kies {1} om dat te beëindigen.",
            [CodeName.ForwardAlways] =
                "Kies {0}, het nummer en {2} om al uw gesprekken door te schakelen. Kies {1} om dat te beëindigen.",
            [CodeName.ForwardBusy] =
                "Kies {0}, het nummer en {2} om gesprekken door te schakelen als u in gesprek bent. Kies {1} om dat te beëindigen.",
            [CodeName.ForwardNoAnswer] =
                "Kies {0}, het nummer en {2} om gesprekken door te schakelen die u niet opneemt. Kies {1} om dat te beëindigen.",
            [CodeName.PickUp] = "Kies {0} om een gesprek van uw groep op te nemen.",
            [CodeName.Park] = "Zet een gesprek in de wacht en kies {0} om het te parkeren.",
            [CodeName.TakeParked] = "Kies {0} en de plaats om een geparkeerd gesprek over te nemen.",
            [CodeName.CallBackLast] = "Kies {0} om de laatste beller terug te bellen.",
            [CodeName.SpeedDial] = "Kies {0} en de twee cijfers voor een verkort nummer.",
            [CodeName.RecordPrompt] = "Om een mededeling op te nemen, kiest u {0} en het nummer ervan.",
            [CodeName.TestPhone] = "Kies {0} om deze telefoon te testen.",
            [CodeName.TestLine] = "Kies {0} en het nummer om een lijn te testen.",
            [CodeName.HearOwn] = "Kies {0} om uw berichten te horen.",
            [CodeName.HearOf] = "Kies {0} en het nummer om de berichten van een andere telefoon te horen.",
            [CodeName.EmergencyTest] = "Kies {0} om noodoproepen te testen.",
        },
    };
}
