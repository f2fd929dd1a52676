using Switchhook.Calls;
using Switchhook.Calls.Live;
using Switchhook.Site;
using Switchhook.Web.Seams;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.FirstCall;

/// <summary>The check at the end of the first start: did a call come, and was it answered?</summary>
/// <param name="Site">The site in force.</param>
/// <param name="Call">
/// The first call from outside that was answered since that site is in force, else the newest; null while there is none.
/// </param>
/// <param name="Words">Names and times.</param>
/// <param name="Simulator">The simulated parties; null on real hardware.</param>
/// <param name="Live">What the box does.</param>
public sealed record FirstCallView(SiteModel Site, CallRecord? Call, SiteWords Words, SimulatorSnapshot? Simulator, LiveSnapshot Live)
{
    /// <summary>True when a person has answered it.</summary>
    public bool IsAnswered => Call?.AnsweredBy is not null;

    /// <summary>The phones that ring for it, or rang.</summary>
    public IReadOnlyList<string> Rang =>
    [
        .. Call?.Legs.Where(leg => leg.Party.Kind == PartyKind.Phone && leg.Origin == LegOrigin.Box)
            .Select(leg => Words.Party(leg.Party)).Distinct() ?? [],
    ];

    /// <summary>How long the caller waited until a person answered; null while nobody has.</summary>
    public TimeSpan? Waited => Call is { AnsweredAt: { } at, StartedAt: var from } ? at - from : null;

    /// <summary>The simulated line to be rung, the first that is plugged in.</summary>
    public SimulatedLineState? Line => Simulator?.Lines.FirstOrDefault(line => line.Activity != SimulatedLineActivity.Unplugged);

    /// <summary>The simulated phones that ring or are lifted.</summary>
    public IEnumerable<SimulatedPhoneState> Busy => Simulator?.Phones
        .Where(phone => phone.Lifted || Live.Phones.GetValueOrDefault(phone.Number)?.Status == PhoneStatus.Ringing) ?? [];

    /// <summary>Numbers of the phones on the network, which are still to be set up.</summary>
    public IEnumerable<PhoneConfig> NetworkPhones => Site.Phones.Values.Where(phone => phone.Sip is not null);
}
