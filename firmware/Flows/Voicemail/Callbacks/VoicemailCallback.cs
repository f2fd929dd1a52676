using Switchhook.Flows.Dialling;
using Switchhook.Hardware.Countries;

namespace Switchhook.Flows.Voicemail.Callbacks;

/// <summary>How the caller of a message is called back. Pure.</summary>
internal static class VoicemailCallback
{
    /// <summary>
    /// The digits that a user of the house would dial; null when the caller is not known, or no rule of the site allows the call. Never an
    /// emergency number or a code, whatever a caller's exchange tells as number.
    /// </summary>
    /// <param name="caller">As it was told.</param>
    /// <param name="site">The site in force.</param>
    public static string? DigitsFor(string? caller, SiteInForce site)
    {
        if (caller is null)
        {
            return null;
        }

        if (site.DialPlan.Find(caller) is DialTarget.Extension)
        {
            return caller;
        }

        var number = NationalNumber.Of(caller, site.Country);
        return site.Model.Outbound.Select(rule => rule.Prefix + number)
            .FirstOrDefault(digits => site.DialPlan.Find(digits) is DialTarget.Outside outside && outside.Number == number);
    }
}
