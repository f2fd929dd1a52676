using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Hardware.Countries;

namespace Switchhook.Lines.Fxo;

/// <summary>Makes of a caller-ID message who calls, with plain words for how it is known or why not.</summary>
internal static class CallerIdWords
{
    // MDMF and SDMF allow more than any network sends; what is longer is not a number or a name.
    private const int MaxNumber = 32;
    private const int MaxName = 64;

    /// <summary>The caller of a message.</summary>
    public static CallerIdentity Describe(CallerIdMessage message)
    {
        var number = Clean(message.Number, MaxNumber);
        var name = Clean(message.Name, MaxName);
        var how = Scheme(message.Scheme);
        var why = number is not null
            ? $"Caller ID by {how}."
            : message.NumberAbsence switch
            {
                NumberAbsence.Withheld => $"The caller withheld the number (caller ID by {how}).",
                NumberAbsence.Unavailable => $"The exchange does not know the number (caller ID by {how}).",
                null => $"The caller ID by {how} had no number in it.",
            };
        return new CallerIdentity(number, name, why) { Withheld = number is null && message.NumberAbsence == NumberAbsence.Withheld };
    }

    /// <summary>A caller of whom nothing is known.</summary>
    /// <param name="reason">Rest of the sentence "No caller ID: …".</param>
    public static CallerIdentity Missing(string reason) => new(null, null, $"No caller ID: {reason}.");

    /// <summary>Why nothing came before the present moment.</summary>
    public static string ReasonUntilNow(CallerIdSignal signal, string untilWhen) => signal.Scheme == CallerIdScheme.Jclip
        ? "the Japanese kind comes only to equipment that answers a first time for it, which this line does not do"
        : $"none came {untilWhen}";

    private static string Scheme(CallerIdScheme scheme) => scheme switch
    {
        CallerIdScheme.FskBell202 => "FSK (Bell 202)",
        CallerIdScheme.FskV23 => "FSK (V.23)",
        CallerIdScheme.Dtmf => "DTMF",
        CallerIdScheme.Jclip => "FSK (JCLIP)",
    };

    private static string? Clean(string? text, int limit)
    {
        if (text is null)
        {
            return null;
        }

        var kept = new string([.. text.Where(character => !char.IsControl(character)).Take(limit)]).Trim();
        return kept.Length == 0 ? null : kept;
    }
}
