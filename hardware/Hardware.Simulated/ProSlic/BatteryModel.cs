namespace Switchhook.Hardware.Simulated.ProSlic;

/// <summary>
/// The battery that the DC-DC converter of an Si3210 makes: it rises in 60 ms, and is lost slowly when the converter is off.
/// </summary>
internal sealed class BatteryModel(ChipFaults faults)
{
    private const double Full = 75;
    private const double WithoutSupply = 5;
    private const double EnoughForTheLine = 60;
    private const double VoltsPerStep = 0.376;
    private static readonly TimeSpan Rise = TimeSpan.FromMilliseconds(60);

    private bool _on;
    private TimeSpan _since;
    private double _from;

    /// <summary>Switches the converter.</summary>
    public void Switch(bool on, TimeSpan now)
    {
        if (on != _on)
        {
            _from = Volts(now);
            (_on, _since) = (on, now);
        }
    }

    /// <summary>True when the line can be fed.</summary>
    public bool IsUp(TimeSpan now) => Volts(now) >= EnoughForTheLine;

    /// <summary>The voltage as register 82 tells it.</summary>
    public byte Register(TimeSpan now) => (byte)Math.Min(0xFF, Volts(now) / VoltsPerStep);

    private double Volts(TimeSpan now)
    {
        if (!_on)
        {
            return faults.Leaks ? 0 : _from * Math.Exp(-(now - _since).TotalSeconds);
        }

        return faults.ConverterFails ? WithoutSupply : Math.Min(Full, _from + (Full * ((now - _since) / Rise)));
    }
}
