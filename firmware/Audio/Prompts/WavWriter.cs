using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Switchhook.Hardware.Lines;

namespace Switchhook.Audio.Prompts;

/// <summary>Writes WAV files (RIFF, 16-bit linear, mono, 8 kHz).</summary>
public static class WavWriter
{
    private const int HeaderLength = 44;

    /// <summary>Writes a whole file.</summary>
    public static void Write(Stream stream, ReadOnlySpan<short> samples)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], HeaderLength - 8 + (samples.Length * 2));
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(header[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(header[22..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(header[24..], LineAudio.SampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(header[28..], LineAudio.SampleRate * 2);
        BinaryPrimitives.WriteInt16LittleEndian(header[32..], 2);
        BinaryPrimitives.WriteInt16LittleEndian(header[34..], 16);
        "data"u8.CopyTo(header[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[40..], samples.Length * 2);
        stream.Write(header);
        if (BitConverter.IsLittleEndian)
        {
            stream.Write(MemoryMarshal.AsBytes(samples));
            return;
        }

        Span<byte> one = stackalloc byte[2];
        foreach (var sample in samples)
        {
            BinaryPrimitives.WriteInt16LittleEndian(one, sample);
            stream.Write(one);
        }
    }
}
