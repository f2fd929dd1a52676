namespace Switchhook.Hardware.Simulated.Signals;

/// <summary>Plays pieces one after another; bounded. Key presses wait here for the ones before them.</summary>
internal sealed class SampleQueue
{
    private const int Capacity = 16;

    private readonly ReadOnlyMemory<short>[] _waiting = new ReadOnlyMemory<short>[Capacity];
    private readonly SamplePlayer _player = new();
    private int _first;
    private int _count;

    /// <summary>True until all is out.</summary>
    public bool IsPlaying => _player.IsPlaying || _count > 0;

    /// <summary>Adds a piece to the end.</summary>
    /// <returns>False when too many wait already: the piece is dropped.</returns>
    public bool Add(ReadOnlyMemory<short> piece)
    {
        if (_count == Capacity)
        {
            return false;
        }

        _waiting[(_first + _count++) % Capacity] = piece;
        return true;
    }

    /// <summary>Drops everything.</summary>
    public void Stop()
    {
        _count = 0;
        _player.Stop();
    }

    /// <summary>Adds to a part of a block.</summary>
    public void AddTo(Span<short> part)
    {
        // A piece that ends in this part gives way to the next one in the next part: keys have pauses of 70 ms, which hides it.
        if (!_player.IsPlaying && _count > 0)
        {
            _player.Start(_waiting[_first], 0, loop: false);
            _first = (_first + 1) % Capacity;
            _count--;
        }

        _player.AddTo(part);
    }
}
