namespace Switchhook.Hardware.Simulated.Handover;

/// <summary>Digits written by the media thread and read by any other: the last so many.</summary>
internal sealed class DigitLog
{
    private const int Capacity = 256;

    private readonly char[] _digits = new char[Capacity];
    private int _count;

    /// <summary>Number of digits; any thread.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Adds a digit; what goes beyond the capacity is dropped.</summary>
    public void Add(char digit)
    {
        if (_count < Capacity)
        {
            _digits[_count] = digit;
            Volatile.Write(ref _count, _count + 1);
        }
    }

    /// <summary>Begins anew.</summary>
    public void Clear() => Volatile.Write(ref _count, 0);

    /// <summary>The digits as they stand.</summary>
    public override string ToString() => new(_digits, 0, Count);
}
