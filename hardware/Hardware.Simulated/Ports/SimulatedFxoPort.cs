using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Simulated.Handover;
using Switchhook.Hardware.Simulated.Wire;

namespace Switchhook.Hardware.Simulated.Ports;

/// <summary>The box's end of an exchange line.</summary>
/// <remarks>Commands show at once in <see cref="IsOffHook"/> and on the wire with the first sample of the next block.</remarks>
internal sealed class SimulatedFxoPort : SimulatedPort, IFxoPort, IStation
{
    private static readonly TimeSpan LongestFlash = TimeSpan.FromSeconds(2);

    private readonly HookSwitch _hook;
    private volatile bool _offHook;

    /// <summary>A port at one end of a pair.</summary>
    public SimulatedFxoPort(string name, WirePair pair, SampleClock clock, CommandQueue commands)
        : base(name, pair, clock, commands)
    {
        _hook = new HookSwitch(pair, bounceSamples: 0);
    }

    /// <inheritdoc/>
    public bool IsOffHook => _offHook;

    /// <inheritdoc/>
    public bool HasBattery => Pair.HasBattery;

    /// <inheritdoc/>
    public override long NextChange => _hook.NextChange;

    /// <inheritdoc/>
    public override bool IsSending => false;

    /// <inheritdoc/>
    public void SetOffHook(bool offHook)
    {
        _offHook = offHook && Fault is null;
        Post(now => _hook.Set(now, offHook && Fault is null));
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">Not above zero, or longer than 2 s, which would be a hang-up.</exception>
    public void Flash(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(duration, LongestFlash);
        var samples = SampleTime.Of(duration);
        Post(now => _hook.Flash(now, samples));
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Not 1 to 64 digits.</exception>
    /// <exception cref="InvalidOperationException">The port is on-hook.</exception>
    public void SendPulses(string digits)
    {
        HookSwitch.CheckDigits(digits);
        if (Fault is not null)
        {
            return;
        }

        if (!_offHook)
        {
            throw new InvalidOperationException($"{Name} is on-hook: go off-hook and wait for dial tone before dialling.");
        }

        Post(now => _hook.Pulses(now, digits));
    }

    /// <inheritdoc/>
    public override void Act(long now)
    {
        if (_hook.Act(now))
        {
            Raise(LineEventKind.PulsesSent, now);
        }
    }

    /// <inheritdoc/>
    public override void Send(Span<short> part, int offset)
    {
        if (Pair.IsLoopClosed && Pair.CarriesSound)
        {
            Outgoing.Slice(offset, part.Length).CopyTo(part);
        }
        else
        {
            part.Clear();
        }
    }

    /// <inheritdoc/>
    protected override void GiveUp(long now)
    {
        _offHook = false;
        _hook.Set(now, closed: false);
    }

    /// <inheritdoc/>
    protected override void Return(long now)
    {
        // The line is as it is: HasBattery tells.
    }

    /// <inheritdoc/>
    void IStation.FeedChanged(long now, FeedChange change)
    {
        RaiseIf(FeedChange.RingEnded, LineEventKind.RingEnded);
        RaiseIf(FeedChange.BatteryLost, LineEventKind.BatteryLost);
        RaiseIf(FeedChange.BatteryRestored, LineEventKind.BatteryRestored);
        RaiseIf(FeedChange.PolarityReversed, LineEventKind.PolarityReversed);
        RaiseIf(FeedChange.RingBegan, LineEventKind.RingBegan);

        void RaiseIf(FeedChange part, LineEventKind kind)
        {
            if (change.Has(part))
            {
                Raise(kind, now);
            }
        }
    }
}
