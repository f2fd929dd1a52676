using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Hardware.ProSlic.Control;
using Switchhook.Hardware.ProSlic.Ports;
using Switchhook.Hardware.ProSlic.Spi;

namespace Switchhook.Hardware.ProSlic.Fxo;

/// <summary>An Si3050 with its line side: closes the loop, watches the line. Control thread only.</summary>
internal sealed class FxoUnit(FxoPort port, ChipLink link, Country country, Action<string> told) : ChipUnit(port, link, told)
{
    private const byte OnHookMonitor = 0x08;
    private const byte OffHook = 0x01;
    private const byte HookBits = OnHookMonitor | OffHook;
    private const byte RingBits = 0x60;
    private const byte FramesCome = 0x40;
    private const byte OverloadBit = 0x04;
    private const byte DropOutBit = 0x02;
    private const byte OverCurrentBit = 0x01;

    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(60);
    private static readonly TimeSpan AlarmProof = TimeSpan.FromSeconds(1);

    private readonly HookPlan _plan = new();
    private readonly int[] _asked = new int[7];
    private LineWatch _watch = LineWatch.Begin(TimeSpan.Zero, 0);
    private TimeSpan _hookChangedAt;
    private TimeSpan? _alarmSince;

    /// <inheritdoc/>
    public override bool IsLively => _watch.IsLively || _plan.Due != TimeSpan.MaxValue;

    /// <inheritdoc/>
    protected override string ChipName => "Si3050";

    /// <inheritdoc/>
    protected override TimeSpan Planned => _plan.Due;

    private byte HookByte => _plan.IsClosed ? OffHook : _plan.Due == TimeSpan.MaxValue ? OnHookMonitor : (byte)0;

    /// <summary>Closes or opens the loop.</summary>
    public void SetOffHook(TimeSpan now, bool offHook) => Do(now, () =>
    {
        _plan.Set(offHook);
        WriteHook(now);
    });

    /// <summary>Opens the loop for a time.</summary>
    public void Flash(TimeSpan now, TimeSpan duration) => Do(now, () =>
    {
        _plan.Flash(now, duration);
        Act(now);
    });

    /// <summary>Dials by pulses.</summary>
    public void Pulses(TimeSpan now, string digits) => Do(now, () =>
    {
        _plan.Pulses(now, digits);
        Act(now);
    });

    /// <inheritdoc/>
    public override void GiveUp(TimeSpan now) => SetOffHook(now, offHook: false);

    /// <inheritdoc/>
    public override void Return(TimeSpan now)
    {
        // The line is as it is: HasBattery tells.
    }

    /// <inheritdoc/>
    public override void Ask(SpiFrame frame)
    {
        _asked[0] = frame.Read(Link.Address, Si3050.Pcm);
        _asked[1] = frame.Read(Link.Address, Si3050.InterruptSource);
        _asked[2] = frame.Read(Link.Address, Si3050.Hook);
        _asked[3] = frame.Read(Link.Address, Si3050.LineSide);
        _asked[4] = frame.Read(Link.Address, Si3050.Overload);
        _asked[5] = frame.Read(Link.Address, Si3050.LoopCurrent);
        _asked[6] = frame.Read(Link.Address, Si3050.LineVoltage);
    }

    /// <inheritdoc/>
    protected override IEnumerable<TimeSpan> BringUp() => Si3050BringUp.Steps(Link, Called, country, Tell, BeginWatch);

    /// <inheritdoc/>
    protected override string? Sees(SpiFrame frame)
    {
        if (frame[_asked[0]] != Si3050.PcmLinear)
        {
            return Wrong(Si3050.Pcm, frame[_asked[0]], Si3050.PcmLinear);
        }

        return (frame[_asked[3]] & FramesCome) == 0
            ? $"{Called} has lost the link to its line side: the isolation capacitors or the Si3019 may be damaged by a surge."
            : null;
    }

    /// <inheritdoc/>
    protected override void Look(SpiFrame frame, TimeSpan now)
    {
        var (interrupts, hook, overload) = (frame[_asked[1]], frame[_asked[2]], frame[_asked[4]]);
        var (volts, current) = ((sbyte)frame[_asked[6]], frame[_asked[5]] * Si3050.MilliampsPerStep);
        if (interrupts != 0)
        {
            Link.Write(Si3050.InterruptSource, 0);
        }

        if ((hook & HookBits) != HookByte)
        {
            // A spike on the line can throw the hook bits (seen in the field): the loop is to be as it was commanded.
            Link.Write(Si3050.Hook, HookByte);
        }

        port.Measure(now, new LineReadings(volts, _plan.IsClosed ? current : 0));
        var (next, events) = _watch.Take(new LineSample(
            now, (hook & RingBits) != 0, volts, _plan.IsClosed, now - _hookChangedAt < Settling));
        _watch = next;
        port.ShowBattery(next.HasBattery);
        foreach (var happened in events)
        {
            port.Raise(happened.Kind, happened.At);
        }

        CheckOverload(overload, now);
    }

    /// <inheritdoc/>
    protected override void Act(TimeSpan now)
    {
        var (changed, pulsesOut) = _plan.Act(now);
        if (changed)
        {
            WriteHook(now);
        }

        if (pulsesOut)
        {
            port.Raise(LineEventKind.PulsesSent, now);
        }
    }

    /// <inheritdoc/>
    protected override void MakeSafe()
    {
        _plan.Set(closed: false);
        Link.Write(Si3050.Hook, 0);
    }

    private void BeginWatch(int volts)
    {
        _plan.Set(closed: false);
        (_alarmSince, _watch) = (null, LineWatch.Begin(Now, volts));
        port.ShowBattery(_watch.HasBattery);
        port.Measure(Now, new LineReadings(volts, 0));
    }

    private void WriteHook(TimeSpan now)
    {
        // The line monitor must be off before the loop closes (register 5), so both change with one write.
        Link.Write(Si3050.Hook, HookByte);
        _hookChangedAt = now;
    }

    private void CheckOverload(byte bits, TimeSpan now)
    {
        if ((bits & OverCurrentBit) != 0 && _plan.IsClosed)
        {
            throw new ChipFaultException(
                $"{Called} sees more loop current than it may carry: check whether it is an analog line.")
            {
                NeedsRest = true,
            };
        }

        // A line without battery leaves the line side without power: that is told as loss of battery.
        var alarm = _plan.IsClosed && ((bits & OverloadBit) != 0 || ((bits & DropOutBit) != 0 && _watch.HasBattery));
        _alarmSince = alarm ? _alarmSince ?? now : null;
        if (now - _alarmSince >= AlarmProof)
        {
            throw new ChipFaultException((bits & OverloadBit) != 0
                ? $"{Called} is overloaded by the sound on the line: check for a meter pulse, a radio or DSL without a filter."
                : $"{Called} gets too little current from the line to work off-hook: check for a set in parallel, or a very long line.")
            {
                NeedsRest = true,
            };
        }
    }
}
