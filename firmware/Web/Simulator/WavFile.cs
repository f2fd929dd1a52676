using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Switchhook.Web.Simulator;

/// <summary>Makes a WAV file of telephone sound: 8 kHz, mono, linear 16 bit (RIFF, format tag 1).</summary>
internal static class WavFile
{
    private const int HeaderLength = 44;
    private const int Rate = 8000;

    public static byte[] Of(ReadOnlySpan<short> samples)
    {
        var data = samples.Length * sizeof(short);
        var file = new byte[HeaderLength + data];
        var head = file.AsSpan();
        "RIFF"u8.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], HeaderLength - 8 + data);
        "WAVEfmt "u8.CopyTo(head[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(head[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(head[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(head[22..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(head[24..], Rate);
        BinaryPrimitives.WriteInt32LittleEndian(head[28..], Rate * sizeof(short));
        BinaryPrimitives.WriteInt16LittleEndian(head[32..], sizeof(short));
        BinaryPrimitives.WriteInt16LittleEndian(head[34..], 8 * sizeof(short));
        "data"u8.CopyTo(head[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(head[40..], data);
        MemoryMarshal.AsBytes(samples).CopyTo(head[HeaderLength..]);
        return file;
    }
}
