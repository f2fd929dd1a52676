using Switchhook.Appliance.Hosting;
using Switchhook.Appliance.Panels;
using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Panel;
using Switchhook.Hardware.Simulated;
using Switchhook.Site;
using Switchhook.Web.Seams;

namespace Switchhook.Appliance.Simulator;

/// <summary>Moves the simulated exchange and phones for the page and the API, by the names of the site file.</summary>
internal sealed class SimulatorDriver(
    CardSet cards, PanelSet panel, SimulatedButtons buttons, BoxCore core, SimulatorSounds sounds)
    : ISimulatorDriver
{
    private SimulatedLampState StateOf(PatternLamp lamp)
    {
        var config = Site.Lamps.GetValueOrDefault(lamp.Name);
        return new SimulatedLampState(lamp.Name, config?.Hotline, lamp.Pattern)
        {
            ShowsNight = config is { Hotline: null },
            Queue = config?.Hotline is { } queue && core.Watch.Signals.TryGetValue(queue, out var signal) ? signal : null,
        };
    }

    private SiteModel Site => core.Site.Model;

    private static readonly TimeSpan FlashLength = TimeSpan.FromMilliseconds(500);

    public IReadOnlyList<SpokenSample> Samples => sounds.Samples;

    /// <summary>The driver of a box; null when none of its cards is simulated.</summary>
    /// <param name="board">The board.</param>
    /// <param name="hardware">Its lamps and buttons.</param>
    /// <param name="cards">Its cards.</param>
    /// <param name="panel">What is made of lamps and relays.</param>
    /// <param name="core">The telephony.</param>
    /// <param name="sounds">Loads what can be spoken.</param>
    public static async Task<SimulatorDriver?> OpenAsync(
        Board board, IPanelHardware hardware, CardSet cards, PanelSet panel, BoxCore core, Task<SimulatorSounds> sounds)
    {
        var loaded = await sounds;
        var buttons = new SimulatedButtons(board, (hardware as SimulatedPanelHardware)?.Pins, TimeProvider.System);
        return cards.ExchangeLines.Count + cards.Phones.Count > 0 ? new SimulatorDriver(cards, panel, buttons, core, loaded) : null;
    }

    public SimulatorSnapshot Snapshot() => new(
        [.. Site.Lines.Values.Where(line => cards.ExchangeLines.ContainsKey(line.Port)).Select(Show)],
        [.. Site.Phones.Values.Select(Show).OfType<SimulatedPhoneState>()],
        [.. panel.Lamps.Select(StateOf)])
    {
        Buttons = buttons.States,
        Relays = [.. panel.Relays.Select(relay => new SimulatedRelayState(relay.Name, relay.IsPulled))],
    };

    public string? Ring(string line, CallerToRing caller, Speech? speech) => Try(() => Line(line).Ring(new SimulatedCaller
    {
        Number = caller.Number,
        Name = caller.Name,
        Absence = caller.Withheld ? CallerIdAbsence.Withheld : CallerIdAbsence.Unavailable,
        Speech = speech is null ? default : sounds.Of(speech),
        SpeechDelay = TimeSpan.FromMilliseconds(500),
        LoopSpeech = true,
    }));

    public string? HangUpLine(string line) => Try(() => Line(line).HangUp());

    public string? SetPlugged(string line, bool plugged) => Try(plugged ? Line(line).PlugIn : Line(line).Unplug);

    public string? Press(string line, string digits) => Try(() => Line(line).PressKeys(digits));

    public string? SetCallsOut(string line, CallsOut callsOut) => Try(() =>
        Line(line).Outgoing = FarEnds.Behaviour(callsOut, callsOut.Speech is { } speech ? sounds.Of(speech) : default));

    public string? SetLifted(string phone, bool lifted) => Try(lifted ? Phone(phone).Lift : Phone(phone).HangUp);

    public string? Dial(string phone, string digits, bool pulses) => Try(() => Phone(phone).Dial(digits, pulses));

    public string? Flash(string phone) => Try(() => Phone(phone).Flash(FlashLength));

    public string? PressButton(string button) => Try(() => buttons.Press(button));

    public string? HoldButton(string button, bool held) => Try(() => buttons.Hold(button, held));

    public string? Speak(SimulatedParty party, Speech speech) => Try(() =>
    {
        var samples = sounds.Of(speech);
        if (party.IsLine)
        {
            Line(party.Name).Speak(samples);
        }
        else
        {
            Phone(party.Name).Speak(samples);
        }
    });

    public ReadOnlyMemory<short> Heard(SimulatedParty party) => party.IsLine ? Line(party.Name).Heard() : Phone(party.Name).Heard();

    public HeardSound HeardAfter(SimulatedParty party, HeardMark mark)
    {
        var place = new HeardPlace(mark.Session, mark.Position);
        var part = party.IsLine ? Line(party.Name).HeardAfter(place) : Phone(party.Name).HeardAfter(place);
        return new HeardSound(part.Samples, new HeardMark(part.End.Session, part.End.Position));
    }

    private SimulatedExchangeLine Line(string name) => cards.ExchangeLines[Site.Lines[name].Port];

    private SimulatedPhone Phone(string number) => cards.Phones[Site.Phones[number].Port!];

    private SimulatedLineState Show(LineConfig config)
    {
        var line = cards.ExchangeLines[config.Port];
        var (activity, words) = line.State switch
        {
            ExchangeLineState.Idle => (SimulatedLineActivity.Idle, "Nobody is on the line."),
            ExchangeLineState.Ringing => (SimulatedLineActivity.Ringing, "The caller hears it ring."),
            ExchangeLineState.Seized or ExchangeLineState.DialTone => (SimulatedLineActivity.Outgoing, "The box is about to dial."),
            ExchangeLineState.Dialling => (SimulatedLineActivity.Outgoing, "The box dials."),
            ExchangeLineState.Ringback => (SimulatedLineActivity.Outgoing, "The far end rings."),
            ExchangeLineState.Refused => (SimulatedLineActivity.Outgoing, FarEnds.Refusal(line.Outgoing)),
            ExchangeLineState.Talking => (SimulatedLineActivity.InCall, "Connected with the box."),
            ExchangeLineState.Released => (SimulatedLineActivity.Clearing, "The far end has hung up."),
            ExchangeLineState.Unplugged => (SimulatedLineActivity.Unplugged, "The plug is pulled."),
        };
        var (farEnd, rings) = FarEnds.Of(line.Outgoing);
        return new SimulatedLineState(config.Name, config.Port, activity, words, line.DialledDigits)
        {
            FarEnd = farEnd,
            FarEndRings = rings,
        };
    }

    // Null for a phone that is not on a simulated port.
    private SimulatedPhoneState? Show(PhoneConfig config)
    {
        if (config.Port is not { } port || !cards.Phones.TryGetValue(port, out var phone))
        {
            return null;
        }

        var words = phone.IsRinging ? "Rings."
            : phone.IsDialling ? "Dials."
            : phone.IsOffHook ? "Lifted."
            : "On the hook.";
        return new SimulatedPhoneState(
            config.Number, port, phone.IsOffHook, phone.IsRinging, words, phone.Display?.Number, phone.Display?.Name);
    }

    private static string? Try(Action work)
    {
        try
        {
            work();
            return null;
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or InvalidDataException)
        {
            return fault.Message;
        }
    }
}
