using Switchhook.Calls;
using Switchhook.Hardware.Lines;
using Switchhook.Lines;
using Switchhook.Lines.Fxo;
using Switchhook.Lines.Fxs;
using Switchhook.Site;
using Switchhook.Site.Voicemail;

namespace Switchhook.Flows.Stations;

/// <summary>Makes analog lines and phones on the ports of the cards.</summary>
/// <param name="fxo">Ports towards the exchange by their name in the site file.</param>
/// <param name="fxs">Ports towards telephones by their name in the site file.</param>
/// <param name="services">What lines and phones share.</param>
/// <param name="host">Takes what phones dial; asked for when a phone is made, because it needs the stations itself.</param>
/// <param name="zone">The site's time zone.</param>
public sealed class AnalogStationFactory(
    IReadOnlyDictionary<string, IFxoPort> fxo,
    IReadOnlyDictionary<string, IFxsPort> fxs,
    LineServices services,
    Func<IPhoneHost> host,
    Func<TimeZoneInfo> zone)
{
    /// <summary>A line on its port. When it is disposed it gives the port back.</summary>
    public ExchangeLine CreateLine(LineConfig config) =>
        new FxoLine(fxo[config.Port], new FxoOptions(config.Name, config.Number, config.PulseDialling), services);

    /// <summary>A phone on its port. When it is disposed it gives the port back.</summary>
    /// <param name="config">The phone.</param>
    /// <param name="port">Its port.</param>
    public Phone CreatePhone(PhoneConfig config, string port) => new FxsPhone(
        fxs[port],
        new FxsOptions(config.Number, config.Name, config.Place, config.CallWaiting, zone())
        {
            StutterTone = config.MessageLamp.Contains(MessageLampKind.Stutter),
            LampByFsk = config.MessageLamp.Contains(MessageLampKind.Fsk),
            LampByPolarity = config.MessageLamp.Contains(MessageLampKind.Polarity),
        },
        services,
        host());
}
