using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Simulated.Exchange;
using Switchhook.Hardware.Simulated.Handover;
using Switchhook.Hardware.Simulated.Signals;

namespace Switchhook.Hardware.Simulated;

/// <summary>The exchange and the far party behind one FXO port.</summary>
/// <remarks>
/// Any thread may call. Commands take effect at the beginning of the next block; <see cref="State"/> and the counters tell what came of
/// them.
/// </remarks>
public sealed class SimulatedExchangeLine
{
    private readonly ExchangeMachine _machine;
    private readonly Country _country;
    private readonly SimulatedCardOptions _options;
    private readonly CommandQueue _commands;
    private readonly TimeProvider _time;

    internal SimulatedExchangeLine(
        ExchangeMachine machine, Country country, SimulatedCardOptions options, CommandQueue commands, TimeProvider time)
    {
        _machine = machine;
        _country = country;
        _options = options;
        _commands = commands;
        _time = time;
    }

    /// <summary>The FXO port at the other end, such as <c>fxo1</c>.</summary>
    public required string PortName { get; init; }

    /// <summary>What the exchange does with the line.</summary>
    public ExchangeLineState State => _machine.State;

    /// <summary>
    /// What happens when the box has dialled; counts for the next number that is complete. At first: answers after two rings, in silence.
    /// </summary>
    /// <exception cref="ArgumentException">A count or time is out of range.</exception>
    public OutgoingBehaviour Outgoing
    {
        get => _machine.Outgoing;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            value.Check(nameof(value));
            _machine.Outgoing = value;
        }
    }

    /// <summary>What the box has dialled since it last got dial tone.</summary>
    public string DialledDigits => _machine.Dialled.ToString();

    /// <summary>Keys (DTMF) that the far party has heard in the last call.</summary>
    public string KeysHeard => _machine.Far.KeysHeard.ToString();

    /// <summary>Ring bursts of all calls.</summary>
    public int RingBursts => _machine.RingBursts;

    /// <summary>Calls that were connected, from either side.</summary>
    public int Connections => _machine.Counters.Connections;

    /// <summary>Callers who found the line in use.</summary>
    public int CallersTurnedAway => _machine.Counters.CallersTurnedAway;

    /// <summary>Hook flashes of the box.</summary>
    public int FlashesSeen => _machine.Counters.Flashes;

    /// <summary>Calls the box. When the line is in use, the caller finds it busy and is counted.</summary>
    /// <remarks>A call that meets the box between off-hook and dial tone is connected without ringing (glare).</remarks>
    /// <exception cref="ArgumentException">Number, name or speech is too long or malformed.</exception>
    public void Ring(SimulatedCaller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        caller.Check(nameof(caller));
        var plan = new RingPlan(_country, caller, _options.CallerId, _time.GetLocalNow());
        _machine.Far.Heard.Prepare();
        _commands.Post(now => _machine.Ring(now, plan));
    }

    /// <summary>The far party says something, instead of what it says now; nothing happens unless connected.</summary>
    /// <param name="samples">8 kHz, 16 bits; not to be changed after.</param>
    /// <param name="loop">True to say it again and again.</param>
    /// <exception cref="ArgumentException">Longer than <see cref="SimulatedCaller.MaxSpeech"/>.</exception>
    public void Speak(ReadOnlyMemory<short> samples, bool loop = false)
    {
        SimulatedCaller.CheckSpeech(samples, TimeSpan.Zero, nameof(samples));
        _commands.Post(_ => _machine.Far.Speak(samples, loop));
    }

    /// <summary>
    /// The far party presses keys (DTMF, 70 ms on and off), after those pressed already; nothing happens unless connected.
    /// </summary>
    /// <exception cref="ArgumentException">Not 1 to 64 of 0–9, *, #, A–D.</exception>
    public void PressKeys(string keys)
    {
        var sound = DtmfKeys.Render(DtmfKeys.Check(keys));
        _commands.Post(now => _machine.PressKeys(now, sound));
    }

    /// <summary>The far party goes: the ring stops, or the signs of hang-up appear. Nothing happens without a far party.</summary>
    public void HangUp() => _commands.Post(_machine.HangUp);

    /// <summary>Cuts the line: no battery until <see cref="PlugIn"/>.</summary>
    public void Unplug() => _commands.Post(_machine.Unplug);

    /// <summary>Mends a cut line.</summary>
    public void PlugIn() => _commands.Post(_machine.PlugIn);

    /// <summary>What the far party heard in this call or the last one, its end if longer than the limit of the options.</summary>
    public short[] Heard() => HeardAfter(default).Samples.ToArray();

    /// <summary>What the far party heard after a place that was told before, up to now.</summary>
    public HeardPart HeardAfter(HeardPlace place) => _machine.Far.Heard.After(place);

    /// <summary>The last things that happened, oldest first.</summary>
    public IReadOnlyList<SimulatedActivity> RecentActivity() => _machine.Log.Read();
}
