using Switchhook.Hardware.Simulated.Handover;
using Switchhook.Hardware.Simulated.Signals;
using Switchhook.Hardware.Simulated.Stations;
using Switchhook.Hardware.Simulated.Wire;

namespace Switchhook.Hardware.Simulated;

/// <summary>The telephone on one FXS port.</summary>
/// <remarks>
/// Any thread may call. Commands take effect at the beginning of the next block; <see cref="IsOffHook"/> shows them at once.
/// </remarks>
public sealed class SimulatedPhone
{
    private static readonly TimeSpan LongestFlash = TimeSpan.FromSeconds(2);

    private readonly PhoneMachine _machine;
    private readonly CommandQueue _commands;
    private volatile bool _lifted;

    internal SimulatedPhone(PhoneMachine machine, CommandQueue commands)
    {
        _machine = machine;
        _commands = commands;
    }

    /// <summary>The FXS port at the other end, such as <c>fxs1</c>.</summary>
    public required string PortName { get; init; }

    /// <summary>True while the handset is lifted.</summary>
    public bool IsOffHook => _lifted;

    /// <summary>True while a ring burst lasts.</summary>
    public bool IsRinging => _machine.IsRinging;

    /// <summary>True while the telephone dials or flashes.</summary>
    public bool IsDialling => _machine.IsDialling;

    /// <summary>Ring bursts so far.</summary>
    public int RingBursts => _machine.Counters.RingBursts;

    /// <summary>Losses of battery so far (the box's sign that the far end is gone).</summary>
    public int BatteryDrops => _machine.Counters.BatteryDrops;

    /// <summary>Reversals of polarity so far.</summary>
    public int PolarityReversals => _machine.Counters.PolarityReversals;

    /// <summary>Caller-ID messages received so far, right or wrong.</summary>
    public int CallerIdMessages => _machine.Display.Count;

    /// <summary>The last caller-ID message; null before the first.</summary>
    public CallerIdDisplay? Display => _machine.Display.Last() is { } message ? CallSetupMessage.Read(message) : null;

    /// <summary>Takes up the handset; a ring is tripped.</summary>
    public void Lift() => SetHandset(true);

    /// <summary>Puts down the handset.</summary>
    public void HangUp() => SetHandset(false);

    /// <summary>Presses the hook for a time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above zero, or longer than 2 s.</exception>
    /// <exception cref="InvalidOperationException">The handset is down.</exception>
    public void Flash(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(duration, LongestFlash);
        DemandLifted("flash");
        var samples = SampleTime.Of(duration);
        _commands.Post(now => _machine.Flash(now, samples));
    }

    /// <summary>Dials, after what is being dialled already.</summary>
    /// <param name="digits">Up to 64 of 0–9, *, #, A–D; with <paramref name="pulse"/> 0–9 only.</param>
    /// <param name="pulse">True for a rotary dial (10 a second, 60 ms break), false for a keypad (70 ms on and off).</param>
    /// <exception cref="ArgumentException">No digits, too many, or wrong ones.</exception>
    /// <exception cref="InvalidOperationException">The handset is down.</exception>
    public void Dial(string digits, bool pulse = false)
    {
        DemandLifted("dial");
        if (pulse)
        {
            HookSwitch.CheckDigits(digits);
            _commands.Post(now => _machine.DialPulses(now, digits));
        }
        else
        {
            var sound = DtmfKeys.Render(DtmfKeys.Check(digits));
            _commands.Post(now => _machine.PressKeys(now, digits.Length, sound));
        }
    }

    /// <summary>Says something, instead of what is being said.</summary>
    /// <param name="samples">8 kHz, 16 bits; not to be changed after.</param>
    /// <param name="loop">True to say it again and again.</param>
    /// <exception cref="ArgumentException">Longer than <see cref="SimulatedCaller.MaxSpeech"/>.</exception>
    /// <exception cref="InvalidOperationException">The handset is down.</exception>
    public void Speak(ReadOnlyMemory<short> samples, bool loop = false)
    {
        SimulatedCaller.CheckSpeech(samples, TimeSpan.Zero, nameof(samples));
        DemandLifted("speak");
        _commands.Post(_ => _machine.Speak(samples, loop));
    }

    /// <summary>What was heard since the handset was last lifted, its end if longer than the limit of the options.</summary>
    public short[] Heard() => HeardAfter(default).Samples.ToArray();

    /// <summary>What the handset heard after a place that was told before, up to now.</summary>
    public HeardPart HeardAfter(HeardPlace place) => _machine.Heard.After(place);

    /// <summary>The last things that happened, oldest first.</summary>
    public IReadOnlyList<SimulatedActivity> RecentActivity() => _machine.Log.Read();

    private void SetHandset(bool lifted)
    {
        if (_lifted == lifted)
        {
            return;
        }

        _lifted = lifted;
        _machine.Heard.Prepare();
        _commands.Post(now => _machine.SetHandset(now, lifted));
    }

    private void DemandLifted(string what)
    {
        if (!_lifted)
        {
            throw new InvalidOperationException($"The phone on {PortName} is on the hook: lift it before it can {what}.");
        }
    }
}
