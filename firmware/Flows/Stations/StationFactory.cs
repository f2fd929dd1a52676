using Switchhook.Calls;
using Switchhook.Sip.Serving;
using Switchhook.Site;

namespace Switchhook.Flows.Stations;

/// <summary>Makes lines and phones on the ports of the cards, and phones and trunks by SIP.</summary>
/// <param name="analog">For ports.</param>
/// <param name="sip">For SIP.</param>
public sealed class StationFactory(AnalogStationFactory analog, SipServer sip) : IStationFactory
{
    /// <inheritdoc/>
    public ExchangeLine CreateLine(LineConfig config) => analog.CreateLine(config);

    /// <inheritdoc/>
    public Phone CreatePhone(PhoneConfig config) =>
        config.Port is { } port ? analog.CreatePhone(config, port) : sip.CreatePhone(config);

    /// <inheritdoc/>
    public ExchangeLine CreateTrunk(TrunkConfig config) => sip.CreateTrunk(config);
}
