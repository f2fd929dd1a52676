using System.Globalization;
using System.Text;
using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Hardware.Countries;

namespace Switchhook.Lines.Fxs.Ringing;

/// <summary>Makes of a caller what a phone can show: short, plain letters.</summary>
internal static class CallerIdDisplay
{
    // What displays of the field hold; GR-30 gives 15 characters to a name.
    private const int MaxNumber = 20;
    private const int MaxName = 15;

    /// <summary>The message to send.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="scheme">How the country sends it.</param>
    /// <param name="now">Local date and time.</param>
    public static CallerIdMessage Message(CallerIdentity caller, CallerIdScheme scheme, DateTimeOffset now)
    {
        var number = caller.Number is null ? "" : new string([.. caller.Number.Where(char.IsAsciiDigit).Take(MaxNumber)]);
        var name = caller.Name is null ? "" : Plain(caller.Name);
        return new CallerIdMessage(
            number.Length > 0 ? number : null,
            name.Length > 0 ? name : null,
            number.Length > 0 ? null : caller.Withheld ? NumberAbsence.Withheld : NumberAbsence.Unavailable,
            now.ToString("MMddHHmm", CultureInfo.InvariantCulture),
            scheme);
    }

    // é becomes e; what has no plain form becomes a question mark.
    private static string Plain(string name)
    {
        var letters = name.Normalize(NormalizationForm.FormD)
            .Where(character => CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            .Where(character => !char.IsControl(character))
            .Select(character => char.IsAscii(character) ? character : '?')
            .Take(MaxName);
        return new string([.. letters]).Trim();
    }
}
