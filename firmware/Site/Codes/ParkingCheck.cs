using System.Globalization;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;

namespace Switchhook.Site.Codes;

/// <summary>Checks that the codes of parked calls take none away that people may miss.</summary>
internal static class ParkingCheck
{
    // *8 and a phone's number picks up what rings there; *86 and a place takes a parked call.
    private const string Take = "6";

    /// <summary>Notes what is wrong.</summary>
    public static void Run(SiteDraft draft, MistakeLog log)
    {
        foreach (var place in Enumerable.Range(1, draft.Parking.Places))
        {
            var number = Take + place.ToString(CultureInfo.InvariantCulture);
            if (draft.Phones.FirstOrDefault(phone => phone.Number.Value == number) is { } phone)
            {
                log.Warn(
                    phone.Number.At,
                    $"What rings at phone {number} cannot be picked up with *8{number}: that takes the call parked at place {place}.",
                    "Give the phone another number, or write fewer places: \"parking: {places: 1}\".");
            }
        }
    }
}
