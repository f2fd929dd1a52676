using Switchhook.Hardware.Lines;

namespace Switchhook.Guest.Sound;

/// <summary>Sends numbers in all time slots of a bus, and looks whether the far end's numbers come without a break.</summary>
internal sealed class TdmPattern : IDisposable
{
    // Prime, so that a lost buffer is seen; below the largest sample.
    private const int Period = 4093;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    private readonly ITdmBus _bus;
    private readonly Thread _thread;
    private volatile bool _stopped;
    private volatile int _longest;
    private volatile int _breaks;

    /// <summary>Begins to send and to look.</summary>
    public TdmPattern(ITdmBus bus)
    {
        _bus = bus;
        _thread = new Thread(Run) { IsBackground = true, Name = "pattern" };
        _thread.Start();
    }

    /// <summary>Most frames in a row that were as they had been sent.</summary>
    public int Longest => _longest;

    /// <summary>How often a row was broken.</summary>
    public int Breaks => _breaks;

    /// <summary>Stops.</summary>
    public void Dispose()
    {
        _stopped = true;
        _thread.Join();
    }

    private void Run()
    {
        var play = new short[LineAudio.BlockSamples * _bus.Channels];
        var captured = new short[play.Length];
        var (next, last, row) = (0, -1, 0);
        while (!_stopped)
        {
            for (var i = 0; i < play.Length; i++)
            {
                play[i] = Sample(next + (i / _bus.Channels), i % _bus.Channels);
            }

            if (!_bus.Exchange(play, captured, Patience))
            {
                continue;
            }

            next = (next + LineAudio.BlockSamples) % Period;
            for (var frame = 0; frame < captured.Length; frame += _bus.Channels)
            {
                var number = Number(captured.AsSpan(frame, _bus.Channels));
                var follows = number >= 0 && (last < 0 || number == (last + 1) % Period);
                _breaks += row > 0 && !follows ? 1 : 0;
                row = follows ? row + 1 : 0;
                last = number;
                _longest = Math.Max(_longest, row);
            }
        }
    }

    // Never silence, and another one in each slot.
    private static short Sample(int number, int slot) => (short)(((number % Period) * 8) + slot + 1);

    private static int Number(ReadOnlySpan<short> frame)
    {
        var number = (frame[0] - 1) / 8;
        for (var slot = 0; slot < frame.Length; slot++)
        {
            if (frame[slot] != Sample(number, slot))
            {
                return -1;
            }
        }

        return number;
    }
}
