using Switchhook.Hardware.Lines;

namespace Switchhook.Testing.Fakes;

/// <summary>An exchange line's port without a card.</summary>
public sealed class FakeFxoPort(string name, TimeProvider time) : FakePort(name, time), IFxoPort
{
    /// <inheritdoc/>
    public bool IsOffHook { get; private set; }

    /// <inheritdoc/>
    public bool HasBattery { get; set; } = true;

    /// <inheritdoc/>
    public void SetOffHook(bool offHook)
    {
        IsOffHook = offHook;
        Readings = Readings with { Milliamps = offHook && HasBattery ? 25 : 0 };
        Note(offHook ? "off-hook" : "on-hook");
    }

    /// <inheritdoc/>
    public void Flash(TimeSpan duration) => Note(FormattableString.Invariant($"flash {duration.TotalMilliseconds}"));

    /// <inheritdoc/>
    public void SendPulses(string digits) => Note($"pulses {digits}");
}
