using System.Text;
using Switchhook.Sip.Transport.Streams;

namespace Switchhook.Tests.Sip.Transport;

public sealed class StreamFramingTests
{
    private const int MaxBytes = 1000;
    private const string Options = "OPTIONS sip:box SIP/2.0\r\nCall-ID: 1\r\nContent-Length: 0\r\n\r\n";
    private const string Message = "MESSAGE sip:box SIP/2.0\r\nCall-ID: 2\r\nContent-Length: 7\r\n\r\nhello\r\n";

    [Fact]
    public void Cuts_a_message_off_by_its_content_length() => Assert.Equal([Message], Cut(Message));

    [Fact]
    public void Cuts_several_messages_of_one_segment() => Assert.Equal([Options, Message, Options], Cut(Options + Message + Options));

    [Fact]
    public void Puts_a_message_together_that_comes_octet_by_octet() =>
        Assert.Equal([Message, Options, Message], CutInPieces(1, Message + Options + Message));

    [Fact]
    public void Cuts_the_same_wherever_segments_end()
    {
        var stream = "\r\n\r\n" + Message + "\r\n" + Options + "\r\n\r\n" + Options.Replace("\r\n", "\n", StringComparison.Ordinal);
        var whole = Cut(stream);
        Assert.Equal(["ping", Message, Options, "ping"], whole[..4]);
        Assert.Equal(5, whole.Count);
        for (var size = 1; size < stream.Length; size++)
        {
            Assert.Equal(whole, CutInPieces(size, stream));
        }
    }

    [Theory]
    [InlineData("Content-Length: 5")]
    [InlineData("l: 5")]
    [InlineData("L:5")]
    [InlineData("CONTENT-length \t :\t 5  ")]
    [InlineData("Content-Length:\r\n 5")]
    [InlineData("Content-Length: 00005")]
    [InlineData("Content-Length: 5\r\nl: 5")]
    [InlineData("Subject: a\r\n Content-Length: 9\r\nContent-Length: 5")]
    [InlineData("X-Content-Length: 9\r\nlx: 9\r\nContent-Length: 5\r\nContent-Length-X: 9")]
    public void Finds_the_content_length_however_it_is_written(string fields)
    {
        var message = $"MESSAGE sip:box SIP/2.0\r\n{fields}\r\n\r\nhello";
        Assert.Equal([message, Options], Cut(message + Options));
    }

    [Fact]
    public void A_message_without_content_length_has_no_body_on_a_stream()
    {
        const string Bare = "OPTIONS sip:box SIP/2.0\r\nCall-ID: 1\r\n\r\n";
        Assert.Equal([Bare, Options], Cut(Bare + Options));
    }

    [Theory]
    [InlineData("Content-Length: -1")]
    [InlineData("Content-Length: +5")]
    [InlineData("Content-Length: 5 5")]
    [InlineData("Content-Length: 5, 5")]
    [InlineData("Content-Length: 0x5")]
    [InlineData("Content-Length:")]
    [InlineData("Content-Length: five")]
    [InlineData("Content-Length: 2147483648")]
    [InlineData("Content-Length: 4294967301")]
    [InlineData("Content-Length: 18446744073709551621")]
    [InlineData("Content-Length: 99999999999999999999999999999999999999999999999")]
    [InlineData("Content-Length: 5\r\nContent-Length: 6")]
    [InlineData("l: 5\r\nContent-Length: five")]
    [InlineData("Content-Length: 1000")]
    public void A_head_whose_end_of_message_cannot_be_known_is_handed_on_as_the_last(string fields)
    {
        var head = $"INVITE sip:box SIP/2.0\r\n{fields}\r\n\r\n";
        Assert.Equal([Options, "broken " + head], Cut(Options + head + "hello" + Options));
    }

    [Fact]
    public void A_head_without_end_is_given_up()
    {
        var endless = "INVITE sip:box SIP/2.0\r\nX: " + new string('x', MaxBytes);
        Assert.Equal(["broken "], CutInPieces(100, endless));
        Assert.Equal(["broken "], Cut(endless));
    }

    [Fact]
    public void The_longest_message_passes_and_one_octet_more_does_not()
    {
        var body = MaxBytes - Options.Length - 2;
        var longest = Options.Replace(": 0", $": {body}", StringComparison.Ordinal) + new string('b', body);
        Assert.Equal(MaxBytes, longest.Length);
        Assert.Equal([longest, Options], CutInPieces(77, longest + Options));

        var longer = longest.Replace($": {body}", $": {body + 1}", StringComparison.Ordinal) + "b";
        Assert.StartsWith("broken OPTIONS", Assert.Single(CutInPieces(77, longer + Options)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001")]
    [InlineData("\0\0\0\0")]
    [InlineData(" INVITE sip:box SIP/2.0\r\n\r\n")]
    [InlineData("<html>")]
    public void What_does_not_begin_like_sip_is_given_up_at_once(string stream) => Assert.Equal(["broken "], Cut(stream));

    [Fact]
    public void A_double_crlf_between_messages_is_a_ping()
    {
        Assert.Equal(["ping", Options, "ping", "ping"], Cut("\r\n\r\n" + Options + "\r\n\r\n\r\n\r\n"));
        Assert.Equal(["ping"], CutInPieces(1, "\r\n\r\n"));
    }

    [Fact]
    public void A_single_crlf_between_messages_means_nothing() =>
        Assert.Equal([Options, Options], Cut("\r\n" + Options + "\r\n" + Options + "\r\n"));

    [Fact]
    public void A_crlf_after_our_ping_answers_it()
    {
        var framing = new StreamFraming(MaxBytes) { ExpectsPong = true };
        Assert.Equal(["pong", "ping", Options], Feed(framing, "\r\n\r\n\r\n" + Options, 3));
    }

    [Fact]
    public void Is_empty_between_messages_only()
    {
        var framing = new StreamFraming(MaxBytes);
        Feed(framing, Message, 5);
        Assert.True(framing.IsEmpty);

        Feed(framing, Message[..^1], 5);
        Assert.False(framing.IsEmpty);
    }

    [Fact]
    public void Never_holds_more_than_the_longest_message()
    {
        var framing = new StreamFraming(65535);
        var stream = string.Concat(Enumerable.Repeat(Message, 5000));
        Assert.Equal(5000, Feed(framing, stream, 4096).Count);
        Assert.InRange(framing.Room().Length, 1, 65536);
    }

    private static List<string> Cut(string stream) => CutInPieces(stream.Length, stream);

    private static List<string> CutInPieces(int size, string stream) => Feed(new StreamFraming(MaxBytes), stream, size);

    private static List<string> Feed(StreamFraming framing, string stream, int size)
    {
        var frames = new List<string>();
        var rest = Encoding.Latin1.GetBytes(stream).AsSpan();
        while (!rest.IsEmpty)
        {
            var room = framing.Room().Span;
            Assert.False(room.IsEmpty);
            var count = Math.Min(Math.Min(size, room.Length), rest.Length);
            rest[..count].CopyTo(room);
            rest = rest[count..];
            framing.Added(count);
            while (framing.Next(out var message) is var frame and not StreamFrame.More)
            {
                frames.Add(frame switch
                {
                    StreamFrame.Message => Encoding.Latin1.GetString(message),
                    StreamFrame.Ping => "ping",
                    StreamFrame.Pong => "pong",
                    _ => "broken " + Encoding.Latin1.GetString(message),
                });
                if (frame == StreamFrame.Broken)
                {
                    return frames;
                }
            }
        }

        return frames;
    }
}
