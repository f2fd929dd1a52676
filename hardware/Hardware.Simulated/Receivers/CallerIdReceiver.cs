using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Simulated.Signals;

namespace Switchhook.Hardware.Simulated.Receivers;

/// <summary>
/// A telephone's caller-ID receiver: waits for a run of marks, then reads bytes of 8 bits with start and stop bit until the length that
/// the second byte announces, plus the checksum, has come.
/// </summary>
internal sealed class CallerIdReceiver(FskModem modem)
{
    /// <summary>Type, length, 255 bytes, checksum.</summary>
    public const int MaxBytes = 258;

    private const double SamplesPerBit = (double)LineAudio.SampleRate / FskModem.BitRate;

    // The seizure's marks are one bit long; the shortest mark run of all countries is 55 bits.
    private static readonly int MarkRun = (int)(30 * SamplesPerBit);

    private readonly FskReceiver _bits = new(modem);
    private readonly byte[] _bytes = new byte[MaxBytes];
    private int _count;
    private int _marks;
    private bool _reading;
    private int _bit = -1;
    private double _untilBit;
    private int _value;

    /// <summary>Bytes of the message that <see cref="Hear"/> reported last.</summary>
    public ReadOnlySpan<byte> Message => _bytes.AsSpan(0, _count);

    /// <summary>Takes samples.</summary>
    /// <returns>True when a message is whole: read <see cref="Message"/> before the next call.</returns>
    public bool Hear(ReadOnlySpan<short> samples)
    {
        var whole = false;
        foreach (var sample in samples)
        {
            var level = _bits.Hear(sample);
            if (!_reading)
            {
                Hunt(level);
            }
            else if (level == 0)
            {
                Reset();
            }
            else
            {
                whole |= Read(level);
            }
        }

        return whole;
    }

    /// <summary>The sound stopped.</summary>
    public void Reset()
    {
        _reading = false;
        _marks = 0;
        _bit = -1;
    }

    private void Hunt(int level)
    {
        _marks = level > 0 ? _marks + 1 : 0;
        if (_marks >= MarkRun)
        {
            _reading = true;
            _count = 0;
            _bit = -1;
        }
    }

    private bool Read(int level)
    {
        if (_bit < 0)
        {
            if (level < 0)
            {
                // The edge of the start bit: the middle of the first data bit is a bit and a half away.
                _bit = 0;
                _value = 0;
                _untilBit = 1.5 * SamplesPerBit;
            }

            return false;
        }

        _untilBit--;
        if (_untilBit > 0)
        {
            return false;
        }

        _untilBit += SamplesPerBit;
        if (_bit < 8)
        {
            _value |= level > 0 ? 1 << _bit : 0;
            _bit++;
            return false;
        }

        _bit = -1;
        return level > 0 ? TakeByte() : LoseFrame();
    }

    private bool TakeByte()
    {
        _bytes[_count++] = (byte)_value;
        if (_count < 2 || _count < _bytes[1] + 3)
        {
            return false;
        }

        Reset();
        return true;
    }

    private bool LoseFrame()
    {
        Reset();
        return false;
    }
}
