using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Switchhook.Web.Simulator;

/// <summary>Makes WAV files of linear 16 bit samples (RIFF, format tag 1).</summary>
internal static class WavFile
{
    private const int HeaderLength = 44;

    // Readers take a length that cannot be as "until the end".
    private const int Endless = -1;
    private const int Rate = 8000;

    /// <summary>A file of telephone sound: 8 kHz, mono.</summary>
    public static byte[] Of(ReadOnlySpan<short> samples)
    {
        var data = samples.Length * sizeof(short);
        var file = new byte[HeaderLength + data];
        WriteHead(file, HeaderLength - 8 + data, data, Rate, channels: 1);
        MemoryMarshal.AsBytes(samples).CopyTo(file.AsSpan(HeaderLength));
        return file;
    }

    /// <summary>The beginning of a sound whose length nobody knows yet; samples follow.</summary>
    public static byte[] HeadOfEndless(int rate, int channels)
    {
        var head = new byte[HeaderLength];
        WriteHead(head, Endless, Endless, rate, channels);
        return head;
    }

    private static void WriteHead(Span<byte> head, int riff, int data, int rate, int channels)
    {
        "RIFF"u8.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], riff);
        "WAVEfmt "u8.CopyTo(head[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(head[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(head[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(head[22..], (short)channels);
        BinaryPrimitives.WriteInt32LittleEndian(head[24..], rate);
        BinaryPrimitives.WriteInt32LittleEndian(head[28..], rate * channels * sizeof(short));
        BinaryPrimitives.WriteInt16LittleEndian(head[32..], (short)(channels * sizeof(short)));
        BinaryPrimitives.WriteInt16LittleEndian(head[34..], 8 * sizeof(short));
        "data"u8.CopyTo(head[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(head[40..], data);
    }
}
