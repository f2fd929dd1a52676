using Switchhook.Hardware.Countries;

namespace Switchhook.Audio.Codecs;

/// <summary>
/// ITU-T G.711 pulse code modulation, both laws, between 16-bit linear samples and code octets. Linear samples are left-justified:
/// µ-law uses
/// the upper 14 bits, A-law the upper 13 (ITU-T G.191, module g711).
/// </summary>
public static class G711
{
    private const int MuBias = 33;
    private const int MuClip = 0x1FFF;

    private static readonly byte[] MuEncode = BuildEncode(14, EncodeMu);
    private static readonly byte[] AEncode = BuildEncode(12, EncodeA);
    private static readonly short[] MuDecode = BuildDecode(DecodeMu);
    private static readonly short[] ADecode = BuildDecode(DecodeA);

    /// <summary>The octet of silence, with which gaps are filled.</summary>
    public static byte Silence(CompandingLaw law) => Encode(0, law);

    /// <summary>Encodes one sample.</summary>
    public static byte Encode(short sample, CompandingLaw law) =>
        law == CompandingLaw.MuLaw ? MuEncode[(sample >> 2) & 0x3FFF] : AEncode[(sample >> 4) & 0xFFF];

    /// <summary>Decodes one octet.</summary>
    public static short Decode(byte code, CompandingLaw law) => law == CompandingLaw.MuLaw ? MuDecode[code] : ADecode[code];

    /// <summary>Encodes samples; <paramref name="codes"/> is at least as long.</summary>
    public static void Encode(ReadOnlySpan<short> samples, Span<byte> codes, CompandingLaw law)
    {
        for (var i = 0; i < samples.Length; i++)
        {
            codes[i] = Encode(samples[i], law);
        }
    }

    /// <summary>Decodes octets; <paramref name="samples"/> is at least as long.</summary>
    public static void Decode(ReadOnlySpan<byte> codes, Span<short> samples, CompandingLaw law)
    {
        for (var i = 0; i < codes.Length; i++)
        {
            samples[i] = Decode(codes[i], law);
        }
    }

    // Table 2a/2b of G.711: a 13-bit magnitude plus the bias of 33 lies in the segment of its highest bit.
    private static byte EncodeMu(int value)
    {
        var magnitude = Math.Min((value < 0 ? ~value : value) + MuBias, MuClip);
        var segment = int.Log2(magnitude) - 5;
        var interval = (magnitude >> (segment + 1)) & 0x0F;
        var code = ~((segment << 4) | interval) & 0x7F;
        return (byte)(value < 0 ? code : code | 0x80);
    }

    private static short DecodeMu(byte code)
    {
        var inverted = ~code;
        var segment = (inverted >> 4) & 0x07;
        var interval = inverted & 0x0F;
        var magnitude = ((((interval << 1) | 0x21) << segment) - MuBias) << 2;
        return (short)((inverted & 0x80) != 0 ? -magnitude : magnitude);
    }

    // Table 1a/1b of G.711: an 11-bit magnitude; even bits of the code are inverted (0x55).
    private static byte EncodeA(int value)
    {
        var magnitude = value < 0 ? ~value : value;
        var segment = magnitude < 16 ? 0 : int.Log2(magnitude) - 3;
        var interval = segment == 0 ? magnitude : (magnitude >> (segment - 1)) - 16;
        var code = segment == 0 ? interval : (segment << 4) | interval;
        return (byte)((value < 0 ? code : code | 0x80) ^ 0x55);
    }

    private static short DecodeA(byte code)
    {
        var plain = code ^ 0x55;
        var segment = (plain >> 4) & 0x07;
        var interval = plain & 0x0F;
        var magnitude = segment == 0
            ? (interval << 4) + 8
            : ((interval << 4) + 0x108) << (segment - 1);
        return (short)((plain & 0x80) != 0 ? magnitude : -magnitude);
    }

    private static byte[] BuildEncode(int bits, Func<int, byte> encode)
    {
        var table = new byte[1 << bits];
        for (var i = 0; i < table.Length; i++)
        {
            table[i] = encode(i < table.Length / 2 ? i : i - table.Length);
        }

        return table;
    }

    private static short[] BuildDecode(Func<byte, short> decode) =>
        [.. Enumerable.Range(0, 256).Select(code => decode((byte)code))];
}
