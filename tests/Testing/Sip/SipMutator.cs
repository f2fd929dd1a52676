using System.Text;

namespace Switchhook.Testing.Sip;

/// <summary>Spoils messages in the ways of mistakes and attacks. The same seed spoils in the same way.</summary>
/// <param name="corpus">What is spoiled; at least one message.</param>
/// <param name="random">The chance.</param>
public sealed class SipMutator(IReadOnlyList<byte[]> corpus, Random random)
{
    private const int MostChanges = 4;
    private const int MostBytes = 8000;

    // What parsers have stumbled over.
    private static readonly byte[][] Stumbles =
    [
        .. new[]
        {
            "\r\n", "\n", "\r", "\r\n ", "\r\n\r\n", "\0", "\"", "\\", "\\\"", "<", ">", "<>", ";", ";;", ",", ",,", ":", "@", "@@", "%",
            "%00", "%zz", "%4", "[", "]", "[::1]", "[::", "=", "?", "&", "*", "/", " ", "\t", "SIP/2.0", "SIP/", "sip:", "sips:",
            "tel:", "z9hG4bK", ";rport", ";rport=", ";rport=99999", ";received=", ";tag=", ";branch=", "4294967295", "4294967296", "-1",
            "99999999999999999999", "00000", "Content-Length: 2147483647\r\n", "Content-Length: -5\r\n", "l: 3\r\n",
            "Via: SIP/2.0/UDP a\r\n", "v: SIP/2.0/UDP a, SIP/2.0/TCP b\r\n",
            "Max-Forwards: 999\r\n", "CSeq: 1 INVITE\r\n", "From: <sip:a@b>;tag=1\r\n", "m: *\r\n",
            "Contact: <sip:a@b>;expires=1;q=0.1\r\n", ": x\r\n",
            "X\r\n", " folded\r\n", "Authorization: Digest username=\"a\", realm=\"\r\n", "INVITE sip:a@b SIP/2.0\r\n", "ACK",
            "\u20AC", "\uFFFD",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF, 0xFE], [0xC0, 0x80], [0x80], new byte[64], [.. Enumerable.Repeat((byte)';', 300)], [.. Enumerable.Repeat((byte)'a', 3000)],
        [.. Enumerable.Repeat((byte)'(', 200)], [.. Enumerable.Repeat("a: b\r\n"u8.ToArray(), 300).SelectMany(line => line)],
    ];

    /// <summary>The next spoiled message; now and then one that is whole.</summary>
    public byte[] Next()
    {
        var message = new List<byte>(Pick(corpus));
        for (var changes = random.Next(MostChanges); changes > 0; changes--)
        {
            Change(message);
        }

        return [.. message.Take(MostBytes)];
    }

    private void Change(List<byte> message)
    {
        var at = random.Next(message.Count + 1);
        var length = Math.Min(message.Count - at, random.Next(1, 40));
        switch (random.Next(9))
        {
            case 0 when at < message.Count:
                message[at] = (byte)random.Next(256);
                break;
            case 1 when at < message.Count:
                message[at] ^= (byte)(1 << random.Next(8));
                break;
            case 2:
                message.RemoveRange(at, length);
                break;
            case 3:
                message.InsertRange(at, message.GetRange(at, length));
                break;
            case 4:
                message.RemoveRange(at, message.Count - at);
                break;
            case 5:
                Splice(message, at);
                break;
            case 6:
                MoveLine(message);
                break;
            default:
                message.InsertRange(at, Pick(Stumbles));
                break;
        }
    }

    // Goes on in the middle of another message.
    private void Splice(List<byte> message, int at)
    {
        var other = Pick(corpus);
        message.RemoveRange(at, message.Count - at);
        message.AddRange(other.AsSpan(random.Next(other.Length + 1)));
    }

    // Takes a line out, and puts it elsewhere, there and here, or nowhere.
    private void MoveLine(List<byte> message)
    {
        var ends = Enumerable.Range(0, message.Count).Where(i => message[i] == '\n').ToList();
        if (ends.Count < 2)
        {
            return;
        }

        var i = random.Next(ends.Count - 1);
        var (start, count) = (ends[i] + 1, ends[i + 1] - ends[i]);
        var line = message.GetRange(start, count);
        var what = random.Next(3);
        if (what != 0)
        {
            message.RemoveRange(start, count);
        }

        if (what != 1)
        {
            message.InsertRange(random.Next(message.Count + 1), line);
        }
    }

    private byte[] Pick(IReadOnlyList<byte[]> choices) => choices[random.Next(choices.Count)];
}
