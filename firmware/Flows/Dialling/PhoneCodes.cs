using System.Collections.Immutable;
using System.Globalization;
using Switchhook.Flows.Codes;
using Switchhook.Flows.Prompts.Recording;
using Switchhook.Site;

namespace Switchhook.Flows.Dialling;

/// <summary>The codes that anybody of a site can dial, besides those of agents. Pure.</summary>
public static class PhoneCodes
{
    /// <summary>Switches night the other way round.</summary>
    public const string Night = "*28";

    /// <summary>Parks a call.</summary>
    public const string Park = "*85";

    /// <summary>What is dialled before the number of a place to take the call that is parked there.</summary>
    public const string TakeParked = "*86";

    /// <summary>What is dialled before the two digits of a short number.</summary>
    public const string SpeedDial = "*0";

    /// <summary>What each code means, by the digits that are dialled.</summary>
    public static ImmutableSortedDictionary<string, PhoneAction> Of(SiteModel site)
    {
        var codes = ImmutableSortedDictionary.CreateBuilder<string, PhoneAction>(StringComparer.Ordinal);
        if (HasNight(site))
        {
            codes[Night] = new PhoneAction.Night(null);
            codes[$"{Night}1"] = new PhoneAction.Night(true);
            codes[$"{Night}0"] = new PhoneAction.Night(false);
        }

        if (!site.Phones.IsEmpty)
        {
            codes["*78"] = new PhoneAction.DoNotDisturb(true);
            codes["*79"] = new PhoneAction.DoNotDisturb(false);
            foreach (var forward in ForwardCode.All)
            {
                codes[forward.Off] = new PhoneAction.ForwardOff(forward.When);
            }

            codes["*55"] = new PhoneAction.TestPhone();
            codes["*00"] = new PhoneAction.Help();
            foreach (var port in LinePorts.Of(site).Keys)
            {
                codes["*56" + port.ToString(CultureInfo.InvariantCulture)] = new PhoneAction.TestLine(port);
            }

            codes["*69"] = new PhoneAction.CallBackLast();
            codes["*8"] = new PhoneAction.PickUp(null);
        }

        foreach (var phone in site.Phones.Keys)
        {
            codes["*8" + phone] = new PhoneAction.PickUp(phone);
        }

        foreach (var place in Enumerable.Range(1, site.Phones.IsEmpty ? 0 : site.Parking.Places))
        {
            codes[Park] = new PhoneAction.Park();
            codes[TakeParked + place.ToString(CultureInfo.InvariantCulture)] = new PhoneAction.TakeParked(place);
        }

        foreach (var entry in site.SpeedDial.Values)
        {
            codes[SpeedDial + entry.Digits] = new PhoneAction.SpeedDial(entry.Number);
        }

        foreach (var (prompt, code) in PromptNumbers.CodesOf(site))
        {
            codes[code] = new PhoneAction.RecordPrompt(prompt);
        }

        return codes.ToImmutable();
    }

    /// <summary>True for a site where night makes a difference: to hours, to the way of a line, or to a lamp.</summary>
    public static bool HasNight(SiteModel site) =>
        site.Hours.Values.Any(hours => !hours.IgnoresNight)
        || site.Lines.Values.Any(line => line.NightFlow is not null)
        || site.Trunks.Values.Any(trunk => trunk.NightFlow is not null || trunk.Numbers.Any(number => number.NightFlow is not null))
        || site.Lamps.Values.Any(lamp => lamp.Hotline is null);
}
