namespace Switchhook.Hardware.Linux.Pwm;

/// <summary>What a PWM channel is set to, as the kernel counts it.</summary>
/// <param name="Period">Nanoseconds.</param>
/// <param name="High">Of these, nanoseconds in which it is high.</param>
internal readonly record struct PwmSetting(long Period, long High)
{
    private const double NanosecondsPerSecond = 1e9;

    /// <summary>The setting of a frequency and a duty cycle.</summary>
    public static PwmSetting Of(Frequency frequency, double duty)
    {
        var period = Math.Max(1, (long)Math.Round(NanosecondsPerSecond / frequency.Hertz));
        return new PwmSetting(period, (long)Math.Round(period * duty));
    }

    /// <summary>
    /// The writes that lead to another setting. The kernel refuses a high time above the period, in between too: what shrinks comes first.
    /// </summary>
    public IEnumerable<(string Attribute, long Value)> WritesTo(PwmSetting wanted)
    {
        var shrinks = wanted.Period < High;
        if (shrinks && wanted.High != High)
        {
            yield return ("duty_cycle", wanted.High);
        }

        if (wanted.Period != Period)
        {
            yield return ("period", wanted.Period);
        }

        if (!shrinks && wanted.High != High)
        {
            yield return ("duty_cycle", wanted.High);
        }
    }
}
