using Switchhook.Hardware.Dahdi.Kernel;
using Switchhook.Hardware.Lines;

namespace Switchhook.Hardware.Dahdi.Ports;

/// <summary>A port towards the exchange.</summary>
internal sealed class DahdiFxoPort(string name, CardContext card) : DahdiPort(name, card), IFxoPort
{
    private const int MostDigits = 64;
    private const int SlowestDigitMilliseconds = 1800;

    /// <summary>
    /// After on-hook the line swings, and drivers take that for a ring of up to 64 ms debounce and 256 ms decay (wctdm). DAHDI itself waits
    /// for 2 s; a ring that goes on is told here at the end of this time.
    /// </summary>
    private static readonly TimeSpan RingGuard = TimeSpan.FromSeconds(1);

    /// <summary>The drivers refuse a flash in the first millisecond off-hook.</summary>
    private static readonly TimeSpan OffHookTakes = TimeSpan.FromMilliseconds(2);

    private static readonly TimeSpan LongestFlash = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly FxoWire _wire = new();
    private volatile bool _offHook;
    private volatile bool _battery = true;
    private bool _closed;
    private bool _dialling;
    private TimeSpan _busyUntil;

    /// <inheritdoc/>
    public bool IsOffHook => _offHook;

    /// <inheritdoc/>
    public bool HasBattery => _battery;

    /// <summary>
    /// Typical values: DAHDI tells of battery and hook, but neither volts nor current. Its drivers see a battery at a closed loop only
    /// while current flows.
    /// </summary>
    public override LineReadings Readings =>
        Fault is not null || !_battery ? default : _offHook ? new LineReadings(8, 22) : new LineReadings(48, 0);

    /// <inheritdoc/>
    public void SetOffHook(bool offHook)
    {
        _offHook = offHook && Fault is null;
        Post(new PortCommand(offHook ? PortCommandKind.OffHook : PortCommandKind.OnHook));
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">Not above zero, or longer than 2 s, which would be a hang-up.</exception>
    public void Flash(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(duration, LongestFlash);
        Post(new PortCommand(PortCommandKind.Flash, Length: duration));
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Not 1 to 64 digits.</exception>
    /// <exception cref="InvalidOperationException">The port is on-hook.</exception>
    public void SendPulses(string digits)
    {
        ArgumentException.ThrowIfNullOrEmpty(digits);
        if (digits.Length > MostDigits || digits.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            throw new ArgumentException(
                $"\"{digits}\" cannot be dialled by pulses: give 1 to {MostDigits} digits from 0 to 9.", nameof(digits));
        }

        if (Fault is not null)
        {
            return;
        }

        if (!_offHook)
        {
            throw new InvalidOperationException($"{Name} is on-hook: go off-hook and wait for dial tone before dialling.");
        }

        Post(new PortCommand(PortCommandKind.Pulses, Digits: digits));
    }

    /// <inheritdoc/>
    protected override bool MayBegin(in PortCommand command, TimeSpan now) =>
        command.Kind is not (PortCommandKind.Flash or PortCommandKind.Pulses) || !_offHook || now >= _busyUntil;

    /// <inheritdoc/>
    protected override void Do(in PortCommand command, TimeSpan now)
    {
        switch (command.Kind)
        {
            case PortCommandKind.OffHook when !_closed:
                _closed = Check(Channel!.Hook(HookCommand.OffHook));
                _busyUntil = now + OffHookTakes;
                RaiseAll(_wire.OffHook());
                break;
            case PortCommandKind.OnHook when _closed:
                GoOnHook(now);
                break;
            case PortCommandKind.Flash when _closed:
                _busyUntil = now + command.Length + Patience;
                Begun(Channel!.Flash(command.Length), "a flash");
                break;
            case PortCommandKind.Pulses when _closed:
                (_dialling, Pump.IsMuted) = (true, true);
                _busyUntil = now + TimeSpan.FromMilliseconds(command.Digits!.Length * SlowestDigitMilliseconds) + Patience;
                Begun(Channel!.DialPulses(command.Digits), "dialling by pulses");
                break;
        }
    }

    /// <inheritdoc/>
    protected override void OnEvent(ChannelEvent happened)
    {
        switch (happened)
        {
            case ChannelEvent.HookComplete when !_dialling:
                _busyUntil = TimeSpan.Zero;
                break;
            case ChannelEvent.DialComplete when _dialling:
                NotBusy();
                Raise(LineEventKind.PulsesSent);
                break;
            case ChannelEvent.Polarity when _battery:
                Raise(LineEventKind.PolarityReversed);
                break;
            case ChannelEvent.OnHook or ChannelEvent.RingOrOffHook:
                Look(Now);
                break;
        }
    }

    /// <inheritdoc/>
    protected override void OnSense(in LineSense sense, TimeSpan now)
    {
        var changes = _wire.Look(sense, now, _closed);
        _battery = _wire.HasBattery;
        RaiseAll(changes);
        if (_dialling && now >= _busyUntil)
        {
            Tell("the driver did not tell the end of the pulses.");
            NotBusy();
        }
    }

    /// <inheritdoc/>
    protected override void OnOpened(TimeSpan now)
    {
        _closed = false;
        NotBusy();
        _wire.Begin();
        _battery = true;
        Look(now);
    }

    /// <inheritdoc/>
    protected override void GiveUp() => (_offHook, _closed) = (false, false);

    /// <inheritdoc/>
    protected override void OnRecovered() => _offHook = false;

    private void GoOnHook(TimeSpan now)
    {
        NotBusy();
        _closed = !Check(Channel!.Hook(HookCommand.OnHook));
        _wire.OnHook(now + RingGuard);
        Pump.BuffersWereEmptied();
    }

    private void NotBusy() => (_busyUntil, _dialling, Pump.IsMuted) = (TimeSpan.Zero, false, false);

    private void Begun(Outcome outcome, string what)
    {
        if (!Check(outcome))
        {
            NotBusy();
            Tell($"the driver refused {what} (error {Channel!.Error}).");
        }
    }

    private void RaiseAll(FxoChanges changes)
    {
        RaiseIf(FxoChanges.RingEnded, LineEventKind.RingEnded);
        RaiseIf(FxoChanges.BatteryLost, LineEventKind.BatteryLost);
        RaiseIf(FxoChanges.BatteryRestored, LineEventKind.BatteryRestored);
        RaiseIf(FxoChanges.RingBegan, LineEventKind.RingBegan);

        void RaiseIf(FxoChanges part, LineEventKind kind)
        {
            if ((changes & part) == part)
            {
                Raise(kind);
            }
        }
    }
}
