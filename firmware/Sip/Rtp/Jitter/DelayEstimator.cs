using Switchhook.Hardware.Lines;
using Switchhook.Sip.Rtp.Packets;

namespace Switchhook.Sip.Rtp.Jitter;

/// <summary>
/// Learns from the transit times of the last packets how much later than the fastest of them the sound has to be played, so that all
/// but a few are there in time.
/// </summary>
/// <remarks>Transit times are in steps of the RTP clock and mean nothing but in their differences. Allocates nothing.</remarks>
internal sealed class DelayEstimator(JitterOptions options)
{
    /// <summary>Packets it looks back on: 8 s of 20 ms.</summary>
    public const int Window = 400;

    // One in 200 may come too late: less than the network loses, where it jitters.
    private const int Forgiven = 200;

    // A block is only played whole, so its last sample's packet may need to be there a block earlier than its first one's.
    private const int BlockSteps = LineAudio.BlockSamples;

    private readonly long[] _inOrder = new long[Window];
    private readonly long[] _sorted = new long[Window];
    private readonly int _min = (int)RtpTime.Steps(options.MinDelay);
    private readonly int _max = (int)RtpTime.Steps(options.MaxDelay);
    private int _count;
    private int _next;

    /// <summary>Steps after the fastest packet's arrival at which sound is played.</summary>
    public int Target { get; private set; } = (int)RtpTime.Steps(options.StartDelay);

    /// <summary>False until a packet came.</summary>
    public bool IsAny => _count > 0;

    /// <summary>Transit time of the fastest packet.</summary>
    public long Fastest => _sorted[0];

    /// <summary>Forgets the transit times, but not what delay they needed.</summary>
    public void Reset() => (_count, _next) = (0, 0);

    /// <summary>Takes the transit time of a packet.</summary>
    public void Add(long transit)
    {
        var sorted = _sorted.AsSpan(0, _count);
        if (_count == Window)
        {
            var gone = sorted.BinarySearch(_inOrder[_next]);
            sorted[(gone + 1)..].CopyTo(sorted[gone..]);
            _count--;
        }

        sorted = _sorted.AsSpan(0, _count);
        var at = sorted.BinarySearch(transit);
        at = at < 0 ? ~at : at;
        sorted[at..].CopyTo(_sorted.AsSpan(at + 1));
        _sorted[at] = transit;
        _inOrder[_next] = transit;
        _next = (_next + 1) % Window;
        _count++;
        Adapt();
    }

    // It grows at once and shrinks by 6 ms a second, since what was late once may be late again.
    private void Adapt()
    {
        var lateness = _sorted[_count - 1 - (_count / Forgiven)] - _sorted[0];
        var wanted = (int)Math.Clamp(lateness + BlockSteps, _min, _max);
        Target = wanted >= Target ? wanted : Math.Max(wanted, Target - 1);
    }
}
