using System.Buffers.Binary;
using Switchhook.Hardware.Countries;

namespace Switchhook.Recording.Wav;

/// <summary>
/// The first 58 bytes of a recording: RIFF/WAVE with two channels of G.711 at 8 kHz (format tags 6 and 7 of the Microsoft Multimedia
/// Standards Update of 1994), with the <c>fact</c> chunk that formats other than PCM need.
/// </summary>
internal static class WavHeader
{
    /// <summary>Bytes before the sound.</summary>
    public const int Size = 58;

    /// <summary>Bytes of one sample of both channels.</summary>
    public const int FrameBytes = 2;

    /// <summary>Bytes of sound per second.</summary>
    public const int BytesPerSecond = SampleRate * FrameBytes;

    /// <summary>Most bytes of sound that the 32-bit sizes of RIFF can tell: 74 hours.</summary>
    public const long MostSoundBytes = uint.MaxValue - Size;

    private const int SampleRate = 8000;
    private const ushort ALawTag = 6;
    private const ushort MuLawTag = 7;
    private const int FormatTagAt = 20;

    /// <summary>Length in time of so many bytes of sound.</summary>
    public static TimeSpan Duration(long soundBytes) =>
        TimeSpan.FromTicks(soundBytes / FrameBytes * (TimeSpan.TicksPerSecond / SampleRate));

    /// <summary>Writes the header for so many bytes of sound.</summary>
    public static void Write(Span<byte> header, CompandingLaw law, long soundBytes)
    {
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], (uint)(Size - 8 + soundBytes));
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteUInt32LittleEndian(header[16..], 18);
        BinaryPrimitives.WriteUInt16LittleEndian(header[FormatTagAt..], law == CompandingLaw.ALaw ? ALawTag : MuLawTag);
        BinaryPrimitives.WriteUInt16LittleEndian(header[22..], 2);
        BinaryPrimitives.WriteUInt32LittleEndian(header[24..], SampleRate);
        BinaryPrimitives.WriteUInt32LittleEndian(header[28..], BytesPerSecond);
        BinaryPrimitives.WriteUInt16LittleEndian(header[32..], FrameBytes);
        BinaryPrimitives.WriteUInt16LittleEndian(header[34..], 8);
        BinaryPrimitives.WriteUInt16LittleEndian(header[36..], 0);
        "fact"u8.CopyTo(header[38..]);
        BinaryPrimitives.WriteUInt32LittleEndian(header[42..], 4);
        BinaryPrimitives.WriteUInt32LittleEndian(header[46..], (uint)(soundBytes / FrameBytes));
        "data"u8.CopyTo(header[50..]);
        BinaryPrimitives.WriteUInt32LittleEndian(header[54..], (uint)soundBytes);
    }

    /// <summary>The law of a header of ours, whatever its sizes say; null for any other file.</summary>
    public static CompandingLaw? LawOf(ReadOnlySpan<byte> header)
    {
        if (header.Length < Size)
        {
            return null;
        }

        CompandingLaw? law = BinaryPrimitives.ReadUInt16LittleEndian(header[FormatTagAt..]) switch
        {
            ALawTag => CompandingLaw.ALaw,
            MuLawTag => CompandingLaw.MuLaw,
            _ => null,
        };
        if (law is null)
        {
            return null;
        }

        // All but the three sizes must be what we write.
        Span<byte> ours = stackalloc byte[Size];
        Write(ours, law.Value, 0);
        header[4..8].CopyTo(ours[4..]);
        header[46..50].CopyTo(ours[46..]);
        header[54..58].CopyTo(ours[54..]);
        return header[..Size].SequenceEqual(ours) ? law : null;
    }
}
