using Switchhook.Hardware.Countries;
using Switchhook.Site;

namespace Switchhook.Flows.Steps;

/// <summary>Tells whether a caller is one of those that a flow names. Pure.</summary>
internal static class CallerNumberMatch
{
    /// <summary>True when a number as a line tells it is a known one, or begins as known ones do.</summary>
    /// <param name="known">In E.164, or the beginning of such numbers with <c>*</c> after it.</param>
    /// <param name="told">As received, with the country code or without.</param>
    /// <param name="country">Where the line is.</param>
    public static bool Fits(string known, string told, Country country)
    {
        if (!known.EndsWith('*'))
        {
            return PhoneNumber.AreSame(known, told);
        }

        var beginning = known[1..^1];
        var digits = string.Concat(told.Where(char.IsAsciiDigit));
        return told.StartsWith('+')
            ? digits.StartsWith(beginning, StringComparison.Ordinal)
            : (country.CallingCode + digits.TrimStart('0')).StartsWith(beginning, StringComparison.Ordinal)
                || (digits.StartsWith(country.CallingCode, StringComparison.Ordinal)
                    && digits.StartsWith(beginning, StringComparison.Ordinal));
    }
}
