using System.Globalization;
using Switchhook.Audio.Codecs;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Recording.Disk;
using Switchhook.Recording.Ring;
using Switchhook.Recording.Wav;

namespace Switchhook.Recording;

/// <summary>The writer's side of a recording: empties the ring into a file, which it makes with the first sound.</summary>
internal sealed class SoundFile(FrameRing ring, string path)
{
    private WavWriter? _wav;
    private long _lostSamples;

    /// <summary>The file while it is open and holds sound.</summary>
    public IDiskFile? Open => _wav?.File;

    /// <summary>Length of the sound on disk.</summary>
    public TimeSpan Length => WavHeader.Duration(_wav?.SoundBytes ?? 0);

    /// <summary>Tells of silence that stands for lost sound; "" when there is none.</summary>
    public string Missing => _lostSamples == 0
        ? ""
        : string.Create(
            CultureInfo.InvariantCulture,
            $" The disk was too slow: {_lostSamples / (double)LineAudio.SampleRate:0.0} s in it are silence in place of what was said.");

    /// <summary>Writes what the ring holds.</summary>
    /// <param name="round">Where and how.</param>
    /// <param name="last">True when nothing comes after it.</param>
    /// <exception cref="IOException">The disk does not take it.</exception>
    public void Write(WritingRound round, bool last)
    {
        var used = 0;
        while (ring.TryPeek(out var said, out var heard, out var lost))
        {
            WriteSilence(round, lost, ref used);
            var bytes = said.Length * WavHeader.FrameBytes;
            if (used + bytes > round.Buffer.Length)
            {
                Append(round, ref used);
            }

            Encode(said, heard, round.Buffer.AsSpan(used, bytes), round.Law);
            used += bytes;
            ring.Advance();
        }

        if (last)
        {
            WriteSilence(round, ring.LostAtEnd, ref used);
        }

        Append(round, ref used);
    }

    /// <summary>After a failure: keeps the sound that is on the disk, and removes a file without any.</summary>
    public void Rescue(IDisk disk)
    {
        try
        {
            _wav?.Trim();
            if (_wav is null or { SoundBytes: 0 })
            {
                disk.Delete(path);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The next start repairs the header from the file's length.
        }
    }

    public void Close() => _wav?.Dispose();

    /// <summary>Removes the file, closed before.</summary>
    public void Remove(IDisk disk)
    {
        try
        {
            disk.Delete(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It stays among the recordings, and nothing tells of it.
        }
    }

    // Both channels get the same, so they stay in time with each other and with the clock.
    private void WriteSilence(WritingRound round, long samples, ref int used)
    {
        _lostSamples += samples;
        for (var left = samples * WavHeader.FrameBytes; left > 0;)
        {
            if (used == round.Buffer.Length)
            {
                Append(round, ref used);
            }

            var part = (int)Math.Min(left, round.Buffer.Length - used);
            round.Buffer.AsSpan(used, part).Fill(G711.Silence(round.Law));
            used += part;
            left -= part;
        }
    }

    private void Append(WritingRound round, ref int used)
    {
        if (used > 0)
        {
            _wav ??= new WavWriter(round.Disk.Create(path), round.Law);
            _wav.Append(round.Buffer.AsSpan(0, used));
            used = 0;
        }
    }

    private static void Encode(ReadOnlySpan<short> said, ReadOnlySpan<short> heard, Span<byte> stereo, CompandingLaw law)
    {
        for (var i = 0; i < said.Length; i++)
        {
            stereo[2 * i] = G711.Encode(said[i], law);
            stereo[(2 * i) + 1] = G711.Encode(heard[i], law);
        }
    }
}
