using System.Buffers.Binary;

namespace Switchhook.Sip.Rtp.Dtmf;

/// <summary>The payload of a telephone-event (RFC 4733 §2.3).</summary>
/// <param name="Code">0 to 9 are the digits, 10 is <c>*</c>, 11 is <c>#</c>, 12 to 15 are A to D; others are no keys.</param>
/// <param name="IsEnd">True when the key was let go.</param>
/// <param name="Volume">Power below 0 dBm0 in dB, 0 to 63.</param>
/// <param name="Duration">Steps of the RTP clock since the packet's timestamp, at which the key was pressed.</param>
internal readonly record struct DtmfEvent(byte Code, bool IsEnd, byte Volume, ushort Duration)
{
    /// <summary>Octets of the payload.</summary>
    public const int Octets = 4;

    private const string Keys = "0123456789*#ABCD";
    private const int EndBit = 0x80;
    private const int VolumeMask = 0x3F;

    /// <summary>The key's character; null when the event is none of the sixteen keys.</summary>
    public char? Digit => Code < Keys.Length ? Keys[Code] : null;

    /// <summary>The code of a key; null when the character is none.</summary>
    public static byte? CodeOf(char digit)
    {
        var code = Keys.IndexOf(char.ToUpperInvariant(digit), StringComparison.Ordinal);
        return code < 0 ? null : (byte)code;
    }

    /// <summary>Reads a payload; of a longer one the first event, since the others are older.</summary>
    public static bool TryRead(ReadOnlySpan<byte> payload, out DtmfEvent read)
    {
        if (payload.Length < Octets)
        {
            read = default;
            return false;
        }

        read = new DtmfEvent(
            payload[0],
            (payload[1] & EndBit) != 0,
            (byte)(payload[1] & VolumeMask),
            BinaryPrimitives.ReadUInt16BigEndian(payload[2..]));
        return true;
    }

    /// <summary>Writes the payload.</summary>
    /// <param name="payload">At least <see cref="Octets"/> long.</param>
    public void Write(Span<byte> payload)
    {
        payload[0] = Code;
        payload[1] = (byte)((IsEnd ? EndBit : 0) | (Volume & VolumeMask));
        BinaryPrimitives.WriteUInt16BigEndian(payload[2..], Duration);
    }
}
