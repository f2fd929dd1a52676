using System.Buffers.Binary;
using System.Text;

namespace Switchhook.BrowserTests.Kit;

/// <summary>Reads a WAV file of linear 16 bit samples, one channel (RIFF, Multimedia Programming Interface 1.0, chapter 3).</summary>
internal static class WavSound
{
    private const int ChunkHead = 8;

    /// <summary>Its samples.</summary>
    /// <exception cref="InvalidDataException">It is something else.</exception>
    public static short[] Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < 12 || Name(file) != "RIFF" || Name(file[8..]) != "WAVE")
        {
            throw new InvalidDataException("This is not a WAV file.");
        }

        for (var rest = file[12..]; rest.Length >= ChunkHead;)
        {
            var length = (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]), (uint)(rest.Length - ChunkHead));
            if (Name(rest) == "data")
            {
                return Samples(rest.Slice(ChunkHead, length));
            }

            rest = rest[(ChunkHead + length)..];
        }

        throw new InvalidDataException("The WAV file has no sound.");
    }

    private static string Name(ReadOnlySpan<byte> bytes) => Encoding.ASCII.GetString(bytes[..4]);

    private static short[] Samples(ReadOnlySpan<byte> bytes)
    {
        var samples = new short[bytes.Length / 2];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = BinaryPrimitives.ReadInt16LittleEndian(bytes[(2 * i)..]);
        }

        return samples;
    }
}
