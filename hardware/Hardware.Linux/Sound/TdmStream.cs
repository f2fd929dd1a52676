using Switchhook.Hardware.Linux.Interop;
using Switchhook.Hardware.Lines;

namespace Switchhook.Hardware.Linux.Sound;

/// <summary>Moves blocks through the two directions of a sound device that run on one clock.</summary>
/// <remarks>
/// Both start together, playback with some blocks of silence as its lead. From then on one block is played for each that was captured, so
/// that playback always holds its lead less the block that is on the wire. A direction that ran over or dry stops; both start anew then.
/// </remarks>
/// <param name="name">Name of the device for messages.</param>
/// <param name="capture">The direction from the wire.</param>
/// <param name="playback">The direction to the wire.</param>
/// <param name="isLinked">True when starting capture starts playback too.</param>
/// <param name="channels">Channels of each direction.</param>
/// <param name="lead">Blocks of silence that playback starts with.</param>
/// <param name="time">Measures the limits.</param>
internal sealed class TdmStream(
    string name, IPcm capture, IPcm playback, bool isLinked, int channels, int lead, TimeProvider time)
{
    /// <summary>A busy system may let a direction run dry more than once before a block comes; more often it is the device.</summary>
    private const int MostRestartsInVain = 5;

    private readonly short[] _silence = new short[LineAudio.BlockSamples * channels];
    private bool _isRunning;
    private int _restartsInVain;
    private long _restarts;
    private long _skipped;

    /// <summary>How often a direction ran over or dry, and both were started anew; any thread.</summary>
    public long Restarts => Volatile.Read(ref _restarts);

    /// <summary>Blocks that were not played because playback was full; any thread.</summary>
    public long Skipped => Volatile.Read(ref _skipped);

    /// <summary>As <see cref="ITdmBus.Exchange"/> says.</summary>
    public bool Exchange(ReadOnlySpan<short> play, Span<short> captured, TimeSpan limit)
    {
        var began = time.GetTimestamp();
        if (!_isRunning)
        {
            Start();
        }

        while (true)
        {
            var there = capture.Available();
            if (there >= LineAudio.BlockSamples)
            {
                there = capture.Read(captured);
                if (there > 0)
                {
                    captured[(there * channels)..].Clear();
                    _restartsInVain = 0;
                    Play(play);
                    return true;
                }
            }

            if (there < 0)
            {
                Restart(there);
            }

            var left = limit - time.GetElapsedTime(began);
            if (left <= TimeSpan.Zero)
            {
                return false;
            }

            var waited = capture.Wait(left);
            if (waited < 0)
            {
                Restart(waited);
            }
        }
    }

    private void Play(ReadOnlySpan<short> block)
    {
        var written = playback.Write(block);
        if (written is < 0 and not -Errno.Again)
        {
            Restart(written);
        }
        else if (written < LineAudio.BlockSamples)
        {
            Volatile.Write(ref _skipped, _skipped + 1);
        }
    }

    private void Restart(int error)
    {
        _isRunning = false;
        if (error is not (-Errno.BrokenPipe or -Errno.StreamsBroken))
        {
            throw Fault("stopped", error);
        }

        if (++_restartsInVain > MostRestartsInVain)
        {
            _restartsInVain = 0;
            throw new IOException($"Sound device {name} loses its sound as often as it is started: is its frame clock right?");
        }

        Volatile.Write(ref _restarts, _restarts + 1);
        Start();
    }

    private void Start()
    {
        capture.Drop();
        playback.Drop();
        Check(capture.Prepare());
        Check(playback.Prepare());
        for (var i = 0; i < lead; i++)
        {
            Check(playback.Write(_silence));
        }

        Check(capture.Start());
        if (!isLinked)
        {
            Check(playback.Start());
        }

        _isRunning = true;
    }

    private void Check(int result)
    {
        if (result < 0)
        {
            throw Fault("does not start", result);
        }
    }

    private IOException Fault(string what, int error) => error == -Errno.NoDevice
        ? new IOException($"Sound device {name} is gone: it was pulled out, or its driver was taken away.")
        : KernelError.Of($"Sound device {name} {what}", -error);
}
