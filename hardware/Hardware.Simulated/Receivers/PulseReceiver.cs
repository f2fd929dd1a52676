using Switchhook.Hardware.Simulated.Wire;

namespace Switchhook.Hardware.Simulated.Receivers;

/// <summary>Counts dial pulses: breaks of 15 to 120 ms; a digit ends when the loop stays closed for 250 ms. Ten pulses are 0.</summary>
internal sealed class PulseReceiver
{
    private static readonly long ShortestBreak = SampleTime.Milliseconds(15);
    private static readonly long LongestBreak = SampleTime.Milliseconds(120);
    private static readonly long DigitEnd = SampleTime.Milliseconds(250);

    private int _pulses;

    /// <summary>When the digit in progress is complete.</summary>
    public long Deadline { get; private set; } = SampleTime.Never;

    /// <summary>The loop opened: the digit, if any, goes on.</summary>
    public void LoopOpened() => Deadline = SampleTime.Never;

    /// <summary>The loop closed again after a break.</summary>
    /// <returns>True when the break was a pulse.</returns>
    public bool LoopClosed(long now, long breakSamples)
    {
        var isPulse = breakSamples >= ShortestBreak && breakSamples <= LongestBreak;
        _pulses += isPulse ? 1 : 0;
        Deadline = _pulses > 0 ? now + DigitEnd : SampleTime.Never;
        return isPulse;
    }

    /// <summary>The digit whose deadline has come; <c>'\0'</c> for a count that is no digit.</summary>
    public char Take()
    {
        var pulses = _pulses;
        Reset();
        return pulses switch
        {
            >= 1 and <= 9 => (char)('0' + pulses),
            10 => '0',
            _ => '\0',
        };
    }

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        _pulses = 0;
        Deadline = SampleTime.Never;
    }
}
