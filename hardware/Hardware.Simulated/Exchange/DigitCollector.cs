using Switchhook.Hardware.Simulated.Handover;
using Switchhook.Hardware.Simulated.Receivers;
using Switchhook.Hardware.Simulated.Wire;

namespace Switchhook.Hardware.Simulated.Exchange;

/// <summary>The exchange's digit receiver: keys and pulses into one number, complete after a time without a digit.</summary>
internal sealed class DigitCollector(DigitLog digits, long timeout)
{
    private readonly DtmfReceiver _dtmf = new();
    private readonly PulseReceiver _pulses = new();
    private long _complete = SampleTime.Never;

    /// <summary>When something is due.</summary>
    public long NextChange => Math.Min(_complete, _pulses.Deadline);

    /// <summary>True when the time without a digit is over.</summary>
    public bool IsComplete(long now) => _complete <= now;

    /// <summary>Begins a number.</summary>
    public void Start()
    {
        _dtmf.Reset();
        Stop();
        digits.Clear();
    }

    /// <summary>No digits any more.</summary>
    public void Stop()
    {
        _pulses.Reset();
        _complete = SampleTime.Never;
    }

    /// <summary>Listens for keys.</summary>
    /// <returns>The key heard, or <c>'\0'</c>.</returns>
    public char Hear(ReadOnlySpan<short> block, long end) => Take(_dtmf.Hear(block), end);

    /// <summary>The loop opened.</summary>
    public void LoopOpened()
    {
        // While the loop is open no number is complete: a pulse or a hang-up is under way.
        _complete = SampleTime.Never;
        _pulses.LoopOpened();
    }

    /// <summary>The loop closed after a break.</summary>
    /// <returns>True when the break was a dial pulse.</returns>
    public bool LoopClosed(long now, long breakSamples)
    {
        if (digits.Count > 0)
        {
            _complete = now + timeout;
        }

        return _pulses.LoopClosed(now, breakSamples);
    }

    /// <summary>Takes the pulsed digit that is due.</summary>
    /// <returns>The digit, or <c>'\0'</c>.</returns>
    public char TakePulses(long now) => _pulses.Deadline <= now ? Take(_pulses.Take(), now) : '\0';

    private char Take(char digit, long now)
    {
        if (digit != '\0')
        {
            digits.Add(digit);
            _complete = now + timeout;
        }

        return digit;
    }
}
