using Switchhook.Hardware.Countries;
using Switchhook.Site;

namespace Switchhook.Sip.Trunks;

/// <summary>Writes telephone numbers as providers want them. Pure.</summary>
internal static class NumberFormats
{
    /// <summary>A number of the box in a provider's form.</summary>
    /// <param name="number">In E.164 with +; what has none is left as it is.</param>
    /// <param name="format">The form.</param>
    /// <param name="country">The site's country.</param>
    public static string Write(string number, CallerNumberFormat format, Country country)
    {
        if (!number.StartsWith('+'))
        {
            return number;
        }

        return format switch
        {
            CallerNumberFormat.PlusE164 or CallerNumberFormat.AsIs => number,
            CallerNumberFormat.E164 => number[1..],
            CallerNumberFormat.National => NationalNumber.Of(number, country),
        };
    }
}
