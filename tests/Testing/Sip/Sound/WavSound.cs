using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Switchhook.Testing.Sip.Sound;

/// <summary>Linear sound of 16 bits, as in a WAV file.</summary>
/// <param name="Samples">The channels in turn.</param>
/// <param name="Rate">Samples a second of each channel.</param>
/// <param name="Channels">1 or 2.</param>
public sealed record WavSound(short[] Samples, int Rate, int Channels)
{
    /// <summary>The rate of telephone sound.</summary>
    public const int PhoneRate = 8000;

    private const int HeaderBytes = 44;

    /// <summary>Reads a WAV file in memory. A length that its writer did not come to fill in is taken from the file's.</summary>
    /// <exception cref="FormatException">It is no WAV file of 16-bit samples.</exception>
    public static WavSound Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 12 || !bytes.StartsWith("RIFF"u8) || !bytes[8..].StartsWith("WAVE"u8))
        {
            throw new FormatException("This is no WAV file.");
        }

        var (rate, channels) = (0, 0);
        for (var at = 12; at + 8 <= bytes.Length;)
        {
            var length = (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + 4)..]), (uint)(bytes.Length - at - 8));
            var chunk = bytes.Slice(at + 8, length);
            if (bytes[at..].StartsWith("fmt "u8) && length >= 16)
            {
                channels = BinaryPrimitives.ReadUInt16LittleEndian(chunk[2..]);
                rate = BinaryPrimitives.ReadInt32LittleEndian(chunk[4..]);
                var bits = BinaryPrimitives.ReadUInt16LittleEndian(chunk[14..]);
                if (bits != 16 || channels is not (1 or 2))
                {
                    throw new FormatException($"Samples of {bits} bits in {channels} channels are not read.");
                }
            }
            else if (bytes[at..].StartsWith("data"u8) && rate > 0)
            {
                var data = length == 0 ? bytes[(at + 8)..] : chunk;
                return new WavSound(MemoryMarshal.Cast<byte, short>(data[..(data.Length / 2 * 2)]).ToArray(), rate, channels);
            }

            at += 8 + length + (length % 2);
        }

        throw new FormatException("The WAV file holds no sound.");
    }

    /// <summary>As a WAV file.</summary>
    public byte[] ToBytes()
    {
        var data = MemoryMarshal.AsBytes(Samples.AsSpan());
        var bytes = new byte[HeaderBytes + data.Length];
        "RIFF"u8.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), HeaderBytes - 8 + data.Length);
        "WAVEfmt "u8.CopyTo(bytes.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(22), (short)Channels);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(24), Rate);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(28), Rate * Channels * 2);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(32), (short)(Channels * 2));
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(34), 16);
        "data"u8.CopyTo(bytes.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(40), data.Length);
        data.CopyTo(bytes.AsSpan(HeaderBytes));
        return bytes;
    }
}
