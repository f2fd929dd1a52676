using Switchhook.Calls.Live;
using Switchhook.Site;
using Switchhook.Web.Seams;
using static Switchhook.Web.Language.Words;

namespace Switchhook.Web.Simulator.Page;

/// <summary>What the simulator page shows.</summary>
/// <param name="Site">The site in force.</param>
/// <param name="Live">What the box does.</param>
/// <param name="Snapshot">What the parties do.</param>
/// <param name="Samples">What they can say.</param>
public sealed record SimulatorView(SiteModel Site, LiveSnapshot Live, SimulatorSnapshot Snapshot, IReadOnlyList<SpokenSample> Samples)
{
    /// <summary>Id of a party's part of the page: letters, digits and hyphens, unique.</summary>
    public static string Id(bool isLine, string name) => $"{(isLine ? "line" : "phone")}-{name}";

    /// <summary>Address of what a party hears now, or has heard in its last call.</summary>
    public static string HeardBy(bool isLine, string name, bool isThere) =>
        $"/api/v1/simulator/{(isLine ? "lines" : "phones")}/{Uri.EscapeDataString(name)}/heard{(isThere ? "/live" : "")}";

    /// <summary>True from the first burst of a ring to the last, the pauses included.</summary>
    public bool IsRinging(SimulatedPhoneState phone) =>
        !phone.Lifted && (phone.RingBurst || Live.Phones.GetValueOrDefault(phone.Number)?.Status == PhoneStatus.Ringing);

    /// <summary>Who calls on a line unless one types something else.</summary>
    public SuggestedCaller CallerFor(SimulatedLineState line) => SuggestedCaller.For(Snapshot.Lines.ToList().IndexOf(line));

    /// <summary>Why a phone does what it does, as the box says it; "" for a phone at rest.</summary>
    public string WhyOf(SimulatedPhoneState phone) =>
        Live.Phones.GetValueOrDefault(phone.Number) is { } state && (phone.Lifted || state.Status != PhoneStatus.Idle) ? state.Why : "";

    /// <summary>Name of a phone for people.</summary>
    public string PhoneName(string number) =>
        Site.Phones.TryGetValue(number, out var phone) && phone.Name.Length > 0 ? phone.Name : Say["Phone {0}", number];
}
