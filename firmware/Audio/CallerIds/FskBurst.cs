using Switchhook.Audio.Interop;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;

namespace Switchhook.Audio.CallerIds;

/// <summary>A data message to a telephone as sound (ETSI EN 300 659-1, GR-30): channel seizure, marks, bytes, checksum.</summary>
internal static class FskBurst
{
    private const int SeizureBits = 300;
    private const int MarkBitsUs = 180;
    private const int MarkBitsEtsi = 80;
    private const int MarkBitsAfter = 5;
    private const int StopBits = 1;
    private const int LongestBurst = 4 * LineAudio.SampleRate;

    /// <summary>Fills a part of the sound; fewer samples than wanted are the last ones.</summary>
    public delegate int FillFrame(Span<short> frame);

    /// <summary>The sound of a message.</summary>
    /// <param name="message">Type, length and fields; the library adds the checksum.</param>
    /// <param name="scheme">Bell 202, else V.23.</param>
    public static unsafe short[] Of(byte[] message, CallerIdScheme scheme)
    {
        var bell = scheme == CallerIdScheme.FskBell202;
        var sender = Spandsp.AdsiTxInit(0, bell ? Spandsp.AdsiClass : Spandsp.AdsiClip);
        try
        {
            Spandsp.AdsiTxSetPreamble(sender, SeizureBits, bell ? MarkBitsUs : MarkBitsEtsi, MarkBitsAfter, StopBits);
            fixed (byte* start = message)
            {
                _ = Spandsp.AdsiTxPutMessage(sender, start, message.Length);
            }

            return Collect(frame =>
            {
                fixed (short* start = frame)
                {
                    return Spandsp.AdsiTx(sender, start, frame.Length);
                }
            });
        }
        finally
        {
            _ = Spandsp.AdsiTxFree(sender);
        }
    }

    /// <summary>All of a sound, at most four seconds.</summary>
    public static short[] Collect(FillFrame read)
    {
        var samples = new short[LongestBurst];
        var done = 0;
        while (done < samples.Length)
        {
            var wanted = Math.Min(LineAudio.BlockSamples, samples.Length - done);
            var count = read(samples.AsSpan(done, wanted));
            done += count;
            if (count < wanted)
            {
                break;
            }
        }

        return samples[..done];
    }
}
