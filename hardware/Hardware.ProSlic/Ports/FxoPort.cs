using Switchhook.Hardware.Lines;
using Switchhook.Hardware.ProSlic.Control;
using Switchhook.Hardware.ProSlic.Fxo;

namespace Switchhook.Hardware.ProSlic.Ports;

/// <summary>A port towards the exchange: what the house sees of an <see cref="FxoUnit"/>.</summary>
/// <remarks>Commands show at once in <see cref="IsOffHook"/> and reach the chip on the control thread.</remarks>
internal sealed class FxoPort(string name, TimeProvider time, CommandQueue commands, Action<string> told)
    : ProSlicPort(name, time, told), IFxoPort
{
    private static readonly TimeSpan LongestFlash = TimeSpan.FromSeconds(2);

    private volatile bool _offHook;
    private volatile bool _hasBattery;

    /// <summary>The chip behind it.</summary>
    public FxoUnit Unit { get; set; } = null!;

    /// <inheritdoc/>
    public bool IsOffHook => _offHook;

    /// <inheritdoc/>
    public bool HasBattery => _hasBattery;

    /// <inheritdoc/>
    public void SetOffHook(bool offHook)
    {
        _offHook = offHook && Fault is null;
        commands.Post(now =>
        {
            if (Fault is null)
            {
                Unit.SetOffHook(now, offHook);
            }
        });
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">Not above zero, or longer than 2 s, which would be a hang-up.</exception>
    public void Flash(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(duration, LongestFlash);
        commands.Post(now => Unit.Flash(now, duration));
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Not 1 to 64 digits.</exception>
    /// <exception cref="InvalidOperationException">The port is on-hook.</exception>
    public void SendPulses(string digits)
    {
        HookPlan.CheckDigits(digits);
        if (Fault is not null)
        {
            return;
        }

        if (!_offHook)
        {
            throw new InvalidOperationException($"{Name} is on-hook: go off-hook and wait for dial tone before dialling.");
        }

        commands.Post(now => Unit.Pulses(now, digits));
    }

    /// <summary>The exchange feeds the line, or does not.</summary>
    public void ShowBattery(bool present) => _hasBattery = present;

    /// <inheritdoc/>
    protected override void GiveUp(TimeSpan now)
    {
        _offHook = false;
        Unit.GiveUp(now);
    }

    /// <inheritdoc/>
    protected override void Return(TimeSpan now) => Unit.Return(now);
}
