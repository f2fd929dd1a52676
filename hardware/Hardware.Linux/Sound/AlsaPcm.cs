using Switchhook.Hardware.Linux.Interop;
using Switchhook.Hardware.Lines;

namespace Switchhook.Hardware.Linux.Sound;

/// <summary>One direction of a sound device of ALSA: periods of 20 ms, a buffer of 8. Its methods allocate nothing.</summary>
internal sealed unsafe class AlsaPcm : IPcm
{
    /// <summary>Blocks that the device holds at most: so long may the thread be late before captured sound is lost.</summary>
    private const int Blocks = 8;

    private const short PollTrouble = 0x08 | 0x10 | 0x20;

    private readonly int _channels;
    private readonly int _rate;
    private readonly int[]? _wide;
    private readonly LibC.PollEntry[] _poll;
    private nint _stream;

    /// <summary>Opens a direction of a device.</summary>
    /// <param name="device">Name, such as <c>hw:2,0</c>.</param>
    /// <param name="direction"><see cref="Alsa.Capture"/> or <see cref="Alsa.Playback"/>.</param>
    /// <param name="channels">Channels, exactly.</param>
    /// <param name="rate">Samples per second, exactly; a multiple of 50.</param>
    /// <exception cref="IOException">There is no such device, it is in use, or cannot do it; the message says what it offers.</exception>
    public AlsaPcm(string device, int direction, int channels, int rate = LineAudio.SampleRate)
    {
        var error = Alsa.Open(out _stream, device, direction, Alsa.OpenFlags);
        if (error < 0)
        {
            throw SoundDevices.WhenOpening(device, -error);
        }

        try
        {
            var words = $"Sound device {device} ({(direction == Alsa.Capture ? "capture" : "playback")})";
            (_channels, _rate) = (channels, rate);
            _wide = SetHardware(words) == Alsa.Signed32 ? new int[Block * channels] : null;
            SetSoftware(words);
            _poll = new LibC.PollEntry[Alsa.PollCount(_stream)];
            fixed (LibC.PollEntry* entries = _poll)
            {
                Check(words, Alsa.PollEntries(_stream, entries, (uint)_poll.Length));
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    private int Block => _rate / (int)(TimeSpan.FromSeconds(1) / LineAudio.BlockDuration);

    /// <summary>Joins two directions: what is done to one is done to both. False when the device cannot.</summary>
    public static bool Link(AlsaPcm first, AlsaPcm second) => Alsa.Link(first._stream, second._stream) == 0;

    /// <inheritdoc/>
    public int Prepare() => Alsa.Prepare(_stream);

    /// <inheritdoc/>
    public int Start() => Alsa.Start(_stream);

    /// <inheritdoc/>
    public void Drop() => _ = Alsa.Drop(_stream);

    /// <inheritdoc/>
    public int Available() => (int)Alsa.Available(_stream);

    /// <inheritdoc/>
    public int Read(Span<short> samples)
    {
        if (_wide is null)
        {
            fixed (short* to = samples)
            {
                return (int)Alsa.Read(_stream, to, (nuint)(samples.Length / _channels));
            }
        }

        int frames;
        fixed (int* to = _wide)
        {
            frames = (int)Alsa.Read(_stream, to, (nuint)(samples.Length / _channels));
        }

        for (var i = 0; i < frames * _channels; i++)
        {
            samples[i] = (short)(_wide[i] >> 16);
        }

        return frames;
    }

    /// <inheritdoc/>
    public int Write(ReadOnlySpan<short> samples)
    {
        if (_wide is null)
        {
            fixed (short* from = samples)
            {
                return (int)Alsa.Write(_stream, from, (nuint)(samples.Length / _channels));
            }
        }

        for (var i = 0; i < samples.Length; i++)
        {
            _wide[i] = samples[i] << 16;
        }

        fixed (int* from = _wide)
        {
            return (int)Alsa.Write(_stream, from, (nuint)(samples.Length / _channels));
        }
    }

    /// <inheritdoc/>
    public int Wait(TimeSpan limit)
    {
        fixed (LibC.PollEntry* entries = _poll)
        {
            if (LibC.Poll(entries, (nuint)_poll.Length, (int)Math.Ceiling(limit.TotalMilliseconds)) <= 0)
            {
                return 0;
            }
        }

        foreach (var entry in _poll)
        {
            if ((entry.Seen & PollTrouble) != 0)
            {
                return Alsa.State(_stream) switch
                {
                    Alsa.StateDisconnected => -Errno.NoDevice,
                    Alsa.StateSuspended => -Errno.StreamsBroken,
                    _ => -Errno.BrokenPipe,
                };
            }
        }

        return 1;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        var stream = Interlocked.Exchange(ref _stream, 0);
        if (stream != 0)
        {
            _ = Alsa.Drop(stream);
            _ = Alsa.Close(stream);
        }
    }

    // Returns the format of the samples.
    private int SetHardware(string words)
    {
        Check(words, AlsaParameters.NewHardware(out var parameters));
        try
        {
            Check(words, AlsaParameters.Any(_stream, parameters));
            var offer = PcmOffer.Of(_stream, parameters);
            if (offer.Lacks(_channels, _rate) is { } lack)
            {
                throw new IOException($"{words} {lack}.");
            }

            var format = offer.Has16Bits ? Alsa.Signed16 : Alsa.Signed32;
            var period = (nuint)Block;
            var buffer = (nuint)(Block * Blocks);
            var direction = 0;
            Check(words, AlsaParameters.SetAccess(_stream, parameters, Alsa.Interleaved));
            Check(words, AlsaParameters.SetFormat(_stream, parameters, format));
            Check(words, AlsaParameters.SetChannels(_stream, parameters, (uint)_channels));
            Check(words, AlsaParameters.SetRate(_stream, parameters, (uint)_rate, 0));
            Check(words, AlsaParameters.SetPeriod(_stream, parameters, ref period, ref direction));
            Check(words, AlsaParameters.SetBuffer(_stream, parameters, ref buffer));
            Check(words, AlsaParameters.Install(_stream, parameters));
            var fewest = Block * Blocks / 2;
            return buffer >= (nuint)fewest
                ? format
                : throw new IOException($"{words} holds {buffer} frames only; it needs {fewest} at least.");
        }
        finally
        {
            AlsaParameters.FreeHardware(parameters);
        }
    }

    // It starts when it is told to, not when it is full, and wakes for whole blocks only.
    private void SetSoftware(string words)
    {
        Check(words, AlsaParameters.NewSoftware(out var parameters));
        try
        {
            Check(words, AlsaParameters.Current(_stream, parameters));
            Check(words, AlsaParameters.Boundary(parameters, out var boundary));
            Check(words, AlsaParameters.SetStartThreshold(_stream, parameters, boundary));
            Check(words, AlsaParameters.SetWakeAt(_stream, parameters, (nuint)Block));
            Check(words, AlsaParameters.InstallSoftware(_stream, parameters));
        }
        finally
        {
            AlsaParameters.FreeSoftware(parameters);
        }
    }

    private void Check(string words, int error)
    {
        if (error < 0)
        {
            throw new IOException($"{words} does not agree to {_rate / 1000.0:0.#} kHz in blocks of 20 ms: {Alsa.Words(error)}.");
        }
    }
}
