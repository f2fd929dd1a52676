using System.Buffers.Binary;

namespace Switchhook.Testing.Network;

/// <summary>Captures of UDP over IPv4 on Ethernet, as tcpdump writes them; only what the tests read.</summary>
public static class PcapFile
{
    private const int FileHeader = 24;
    private const int RecordHeader = 16;
    private const int Ethernet = 14;
    private const int UdpHeader = 8;
    private const uint MagicOfMicroseconds = 0xA1B2C3D4;
    private const uint LinkTypeEthernet = 1;

    /// <summary>What Debian's sip-tester brings, by the file's name.</summary>
    /// <exception cref="FileNotFoundException">The package is not installed.</exception>
    public static IReadOnlyList<CapturedDatagram> OfSipTester(string name)
    {
        var path = Path.Combine("/usr/share/sip-tester", name);
        return File.Exists(path)
            ? Read(File.ReadAllBytes(path))
            : throw new FileNotFoundException("The captures of sip-tester are missing. Install it; ./appliance test does.", path);
    }

    /// <summary>The datagrams of a capture, in order.</summary>
    /// <exception cref="InvalidDataException">It is no capture of that kind.</exception>
    public static IReadOnlyList<CapturedDatagram> Read(ReadOnlySpan<byte> file)
    {
        var (magic, link) = (BinaryPrimitives.ReadUInt32LittleEndian(file), BinaryPrimitives.ReadUInt32LittleEndian(file[20..]));
        if (magic != MagicOfMicroseconds || link != LinkTypeEthernet)
        {
            throw new InvalidDataException("It is no little-endian capture of Ethernet with microseconds.");
        }

        var datagrams = new List<CapturedDatagram>();
        for (var at = FileHeader; at < file.Length;)
        {
            var seconds = BinaryPrimitives.ReadUInt32LittleEndian(file[at..]);
            var microseconds = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]);
            var length = (int)BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 8)..]);
            var ip = file.Slice(at + RecordHeader, length)[Ethernet..];
            var udp = ip[(4 * (ip[0] & 0x0F))..];
            var udpLength = BinaryPrimitives.ReadUInt16BigEndian(udp[4..]);
            datagrams.Add(new CapturedDatagram(
                TimeSpan.FromSeconds(seconds) + TimeSpan.FromMicroseconds(microseconds), udp[UdpHeader..udpLength].ToArray()));
            at += RecordHeader + length;
        }

        return datagrams;
    }
}

/// <summary>One datagram of a capture.</summary>
/// <param name="At">Since 1970.</param>
/// <param name="Payload">What UDP carried.</param>
public sealed record CapturedDatagram(TimeSpan At, byte[] Payload);
