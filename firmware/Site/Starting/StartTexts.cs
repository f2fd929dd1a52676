using System.Collections.Frozen;
using System.Globalization;

namespace Switchhook.Site.Starting;

/// <summary>What callers of a new site hear, in each language in which the box has sentences of its own.</summary>
/// <param name="Name">The language in its own words.</param>
/// <param name="Greeting">The greeting; {0} is the name of the site.</param>
/// <param name="Closed">What is said while the house is closed.</param>
/// <param name="Nobody">What is said when nobody has answered.</param>
public sealed record StartTexts(string Name, string Greeting, string Closed, string Nobody)
{
    private static readonly FrozenDictionary<string, StartTexts> All = new Dictionary<string, StartTexts>(StringComparer.Ordinal)
    {
        ["en"] = new(
            "English",
            "Thank you for calling {0}. Please hold while we find someone for you.",
            "{0} is closed at the moment. Please call again during our opening hours. Goodbye.",
            "We are sorry, nobody can take your call at the moment. Please leave a message after the tone."),
        ["de"] = new(
            "Deutsch",
            "Willkommen bei {0}. Bitte warten Sie, wir verbinden Sie.",
            "{0} ist im Moment geschlossen. Bitte rufen Sie während der Öffnungszeiten wieder an. Auf Wiederhören.",
            "Leider kann im Moment niemand Ihren Anruf annehmen. Bitte hinterlassen Sie nach dem Ton eine Nachricht."),
        ["es"] = new(
            "Español",
            "Gracias por llamar a {0}. Espere un momento, por favor.",
            "{0} está cerrado en este momento. Llame de nuevo en nuestro horario de atención. Adiós.",
            "Lo sentimos, en este momento nadie puede atender su llamada. Deje un mensaje después de la señal."),
        ["fr"] = new(
            "Français",
            "Merci d'avoir appelé {0}. Veuillez patienter, nous vous mettons en relation.",
            "{0} est fermé pour le moment. Veuillez rappeler pendant nos heures d'ouverture. Au revoir.",
            "Nous sommes désolés, personne ne peut prendre votre appel. Laissez un message après le signal."),
        ["it"] = new(
            "Italiano",
            "Grazie per aver chiamato {0}. Attenda in linea, per favore.",
            "{0} è chiuso in questo momento. Richiami durante l'orario di apertura. Arrivederci.",
            "Siamo spiacenti, nessuno può rispondere in questo momento. Lasci un messaggio dopo il segnale."),
        ["nl"] = new(
            "Nederlands",
            "Bedankt voor het bellen naar {0}. Een ogenblik geduld, wij verbinden u door.",
            "{0} is op dit moment gesloten. Bel ons terug tijdens de openingstijden. Tot ziens.",
            "Helaas kan niemand uw oproep aannemen. Spreek een bericht in na de toon."),
        ["pt"] = new(
            "Português",
            "Obrigado por ligar para {0}. Aguarde um momento, por favor.",
            "{0} está fechado neste momento. Ligue novamente no nosso horário de funcionamento. Adeus.",
            "Lamentamos, ninguém pode atender a sua chamada neste momento. Deixe uma mensagem depois do sinal."),
        ["zh"] = new(
            "中文",
            "感谢致电{0}，请稍候，正在为您转接。",
            "{0}现在不营业，请在营业时间再次来电，再见。",
            "很抱歉，现在无人接听您的来电，请在提示音后留言。"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Tags of the languages, English first.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "de", "es", "fr", "it", "nl", "pt", "zh"];

    /// <summary>The texts of a language; English where the box has none.</summary>
    /// <param name="language">IETF tag.</param>
    public static StartTexts Of(string language) => All.GetValueOrDefault(language.Split('-')[0]) ?? All["en"];

    /// <summary>A text with the name of a site.</summary>
    /// <param name="text">One of the texts.</param>
    /// <param name="site">Name of the site.</param>
    public static string With(string text, string site) => string.Format(CultureInfo.InvariantCulture, text, site);
}
