using Switchhook.Hardware.Linux.Interop;

namespace Switchhook.Hardware.Linux.Sound;

/// <summary>Takes blocks out of one direction of a sound device; one that ran over is started anew.</summary>
/// <param name="name">Name of the device for messages.</param>
/// <param name="capture">The direction.</param>
/// <param name="channels">Its channels.</param>
/// <param name="time">Measures the limits.</param>
internal sealed class CaptureStream(string name, IPcm capture, int channels, TimeProvider time)
{
    /// <summary>A busy system may let it run over more than once before a block comes; more often it is the device.</summary>
    private const int MostRestartsInVain = 5;

    private bool _isRunning;
    private int _restartsInVain;

    /// <summary>As <see cref="Lines.ISoundInput.Read"/> says.</summary>
    public bool Read(Span<short> samples, TimeSpan limit)
    {
        var began = time.GetTimestamp();
        var frames = samples.Length / channels;
        while (true)
        {
            if (!_isRunning)
            {
                Check(capture.Prepare());
                Check(capture.Start());
                _isRunning = true;
            }

            var there = capture.Available();
            if (there >= frames)
            {
                there = capture.Read(samples);
                if (there > 0)
                {
                    samples[(there * channels)..].Clear();
                    _restartsInVain = 0;
                    return true;
                }
            }

            if (there < 0)
            {
                Restart(there);
                continue;
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

    private void Restart(int error)
    {
        _isRunning = false;
        capture.Drop();
        if (error is not (-Errno.BrokenPipe or -Errno.StreamsBroken))
        {
            throw Fault("stopped", error);
        }

        if (++_restartsInVain > MostRestartsInVain)
        {
            _restartsInVain = 0;
            throw new IOException($"Sound device {name} loses its sound as often as it is started.");
        }
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
