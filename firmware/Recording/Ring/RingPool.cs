using Switchhook.Hardware.Lines;

namespace Switchhook.Recording.Ring;

/// <summary>
/// Rings for recordings, used again, so that a busy box makes no garbage of them. A ring rests before it is given out: the media thread
/// may be inside its last call into it.
/// </summary>
/// <remarks>Not thread-safe: the recorder locks around it.</remarks>
internal sealed class RingPool(TimeProvider time)
{
    // 5.1 s of sound: longer than the stalls of memory cards that were seen. 160 KiB.
    private const int Blocks = 256;
    private const int MostSpare = 64;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    private readonly Queue<(FrameRing Ring, long Since)> _spare = new();

    public FrameRing Take()
    {
        if (_spare.TryPeek(out var oldest) && time.GetElapsedTime(oldest.Since) >= Rest)
        {
            oldest.Ring.Reset();
            return _spare.Dequeue().Ring;
        }

        return new FrameRing(Blocks, LineAudio.BlockSamples);
    }

    public void GiveBack(FrameRing ring)
    {
        if (_spare.Count < MostSpare)
        {
            _spare.Enqueue((ring, time.GetTimestamp()));
        }
    }
}
