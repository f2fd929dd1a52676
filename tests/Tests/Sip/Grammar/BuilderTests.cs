using System.Net;
using System.Text;
using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Building;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Grammar.Uris;
using Switchhook.Testing.Sip;

namespace Switchhook.Tests.Sip.Grammar;

/// <summary>Messages that the box writes.</summary>
public sealed class BuilderTests
{
    private static readonly IPEndPoint Source = IPEndPoint.Parse("203.0.113.9:4711");

    [Fact]
    public void A_request_is_written_line_by_line_and_read_again()
    {
        var bytes = Invite().Body("application/sdp", "v=0\r\n"u8.ToArray()).Build();
        Assert.Equal(
            Reading.Text(
                """
                INVITE sip:201@192.0.2.21:5062 SIP/2.0
                Via: SIP/2.0/UDP 192.0.2.10:5060;rport;branch=z9hG4bK1
                Max-Forwards: 70
                From: "Front desk" <sip:200@192.0.2.10>;tag=f
                To: <sip:201@192.0.2.21:5062>
                Call-ID: c
                CSeq: 1 INVITE
                Allow: INVITE, ACK
                Content-Type: application/sdp
                Content-Length: 5

                v=0

                """),
            Text(bytes));
        var message = Reading.Message(bytes);
        Assert.Equal("Front desk", message.From.DisplayName);
        Assert.Equal(5, message.Body.Length);
    }

    [Fact]
    public void No_value_starts_a_line_of_its_own()
    {
        const string Evil = "x\r\nVia: SIP/2.0/UDP evil\n\0\rBcc: y";
        var message = Reading.Message(Invite()
            .Header(HeaderId.Subject, Evil)
            .Header(HeaderId.UserAgent, SipText.Of(Evil))
            .Header("X-Note", Evil)
            .Header(HeaderId.ReferredBy, NameAddress.Create(Evil, SipUri.Create(Evil, "h"), ("a", Evil)))
            .Build());
        Assert.Equal(1, message.Headers.CountOf(HeaderId.Via));
        Assert.Equal(12, message.Headers.Count);
        Assert.True(message.Headers.Read<NameAddress>(HeaderId.ReferredBy).Is(out var address));
        Assert.Equal(Evil, address.SipUri!.UserName);
        Assert.Throws<ArgumentException>(() => Invite().Header("X\r\nY", "z"));
        Assert.Throws<ArgumentException>(() => Invite().Header(HeaderId.ContentLength, 5));
        Assert.Throws<ArgumentException>(() => Via.Create("UDP", "h", 1, "a\r\nb"));
    }

    [Theory]
    [InlineData("Bell, \"A\" \\ <x>")]
    [InlineData("\u00DCmit \u20AC")]
    [InlineData("%Z%45")]
    [InlineData("")]
    public void A_name_comes_out_as_it_went_in(string name)
    {
        var address = NameAddress.Create(name, SipUri.Create("a", "h"), ("x", "1 2"), ("y", null), ("z", "t"));
        Assert.Equal(name, Reading.Header<NameAddress>(address.ToString()).DisplayName);
        Assert.Equal("1 2", address.Params["x"u8].ToString());
        Assert.EndsWith(">;x=\"1 2\";y;z=t", address.ToString());
        Assert.Equal("t9", address.WithTag("t9").Tag.ToString());
    }

    [Fact]
    public void A_response_echoes_the_request_and_adds_the_tag()
    {
        var request = Reading.Message(
            Reading.Options("Via: SIP/2.0/TCP p.example;branch=z9hG4bK2, SIP/2.0/UDP q\r\nRecord-Route: <sip:p;lr>"));
        var text = Text(ResponseBuilder.Start(request, 200, "box").List(HeaderId.Supported, "replaces", "timer").Build());
        Assert.Equal(
            Reading.Text(
                """
                SIP/2.0 200 OK
                Via: SIP/2.0/UDP 192.0.2.21;branch=z9hG4bK1;rport
                Via: SIP/2.0/TCP p.example;branch=z9hG4bK2, SIP/2.0/UDP q
                Record-Route: <sip:p;lr>
                From: <sip:a@example.org>;tag=1
                To: <sip:b@example.org>;tag=box
                Call-ID: c1
                CSeq: 7 OPTIONS
                Supported: replaces, timer
                Content-Length: 0


                """),
            text);
        Assert.DoesNotContain("Record-Route", Text(ResponseBuilder.Start(request, 404, "box").Build()));
    }

    [Fact]
    public void Trying_has_no_tag_and_the_sender_s_time()
    {
        var request = Reading.Message(Reading.Options("Timestamp: 54"));
        var text = Text(ResponseBuilder.Start(request, 100).Build());
        Assert.Contains("Timestamp: 54\r\n", text);
        Assert.Contains("To: <sip:b@example.org>\r\n", text);
    }

    [Fact]
    public void A_tag_that_is_there_stays()
    {
        var request = Reading.Message(Reading.Options().Replace("<sip:b@example.org>", "<sip:b@example.org>;tag=theirs"));
        Assert.Equal("theirs", Reading.Message(ResponseBuilder.Start(request, 200, "box").Build()).To.Tag.ToString());
    }

    [Theory]
    [InlineData("192.0.2.21;branch=z9hG4bK1;rport", "192.0.2.21;branch=z9hG4bK1;rport=4711;received=203.0.113.9")]
    [InlineData("192.0.2.21;rport;branch=z9hG4bK1", "192.0.2.21;rport=4711;branch=z9hG4bK1;received=203.0.113.9")]
    [InlineData("192.0.2.21;branch=z9hG4bK1", "192.0.2.21;branch=z9hG4bK1;received=203.0.113.9")]
    [InlineData("203.0.113.9;branch=z9hG4bK1", "203.0.113.9;branch=z9hG4bK1")]
    [InlineData("203.0.113.9;branch=z9hG4bK1;rport", "203.0.113.9;branch=z9hG4bK1;rport=4711;received=203.0.113.9")]
    [InlineData("203.0.113.9;rport = ;branch=z9hG4bK1", "203.0.113.9;rport=4711;branch=z9hG4bK1;received=203.0.113.9")]
    [InlineData("a;rport, SIP/2.0/UDP b;rport", "a;rport=4711;received=203.0.113.9, SIP/2.0/UDP b;rport")]
    public void The_top_via_tells_where_the_request_came_from(string asked, string answered)
    {
        var request = Reading.Message(Reading.Options().Replace("192.0.2.21;branch=z9hG4bK1;rport", asked));
        Assert.Contains($"Via: SIP/2.0/UDP {answered}\r\n", Text(ResponseBuilder.Start(request, 200, "box", Source).Build()));
    }

    [Fact]
    public void Folding_is_not_echoed()
    {
        var request = Reading.Message(Reading.Options().Replace("192.0.2.21;branch=z9hG4bK1", "192.0.2.21\r\n ;branch=\r\n\tz9hG4bK1"));
        var text = Text(ResponseBuilder.Start(request, 200, "box").Build());
        Assert.Contains("Via: SIP/2.0/UDP 192.0.2.21   ;branch=  \tz9hG4bK1;rport\r\n", text);
    }

    [Fact]
    public void A_refusal_echoes_what_could_be_read()
    {
        var fault = Reading.Parse(Reading.Options("bad line").Replace("To: <sip:b@example.org>", "To: \"b <sip:b@example.org>")).Fault!;
        var text = Text(ResponseBuilder.Start(fault, "box", Source).Build());
        Assert.StartsWith("SIP/2.0 400 A header without a name\r\nVia: SIP/2.0/UDP 192.0.2.21;branch=z9hG4bK1;rport=4711;", text);
        Assert.Contains("To: \"b <sip:b@example.org>;tag=box\r\n", text);
        Assert.Equal("z9hG4bK1", fault.TopVia!.Branch.ToString());
        Assert.Equal("OPTIONS: A header without a name", fault.ToString());
    }

    [Fact]
    public void A_refusal_tells_once_what_may_be_there_once()
    {
        var fault = Reading.Parse(Reading.Options("From: <sip:x@example.org>;tag=x\r\nCall-ID: x\r\nCSeq: 9 OPTIONS")).Fault!;
        var text = Text(ResponseBuilder.Start(fault, "box", Source).Build());
        foreach (var name in new[] { "From: ", "To: ", "Call-ID: ", "CSeq: " })
        {
            Assert.Single(text.Split("\r\n"), line => line.StartsWith(name, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Long_messages_fit()
    {
        var long1 = new string('\u20AC', 3000);
        var message = Reading.Message(
            Invite().Header("X", long1[..2500]).Header("Y", long1[..2000]).Body("text/plain", new byte[5000]).Build());
        Assert.Equal(5000, message.Body.Length);
        Assert.Equal(2500, message.Headers.Named("x").Single().ToString().Length);
    }

    [Fact]
    public void A_builder_is_used_once()
    {
        var builder = Invite();
        builder.Build();
        Assert.Throws<InvalidOperationException>(() => builder.Build());
    }

    [Fact]
    public void Each_status_has_words_and_each_header_a_name()
    {
        Assert.Equal("Busy Here", StatusReasons.Of(486));
        Assert.All(Enumerable.Range(100, 600), status => Assert.NotEmpty(StatusReasons.Of(status)));
        foreach (var id in Enum.GetValues<HeaderId>().Where(id => id != HeaderId.Other))
        {
            Assert.Equal(id, HeaderNames.Find(Encoding.ASCII.GetBytes(HeaderNames.Text(id).ToUpperInvariant())));

            // The table of headers has a bit for each.
            Assert.InRange((int)id, 1, 63);
        }

        Assert.Equal(HeaderId.Other, HeaderNames.Find("Vie"u8));
    }

    [Fact]
    public void Samples_come_back_from_a_builder_as_they_are()
    {
        foreach (var sample in SampleMessages.All.Select(bytes => Reading.Message(bytes)).Where(message => message.IsRequest))
        {
            var builder = RequestBuilder.Start(sample.Method, sample.RequestUri);
            for (var i = 0; i < sample.Headers.Count; i++)
            {
                var line = sample.Headers[i];
                if (line.Id is not (HeaderId.ContentLength or HeaderId.ContentType))
                {
                    builder.Header(line.Id, line.Value);
                }
            }

            if (sample.ContentType is { } type)
            {
                builder.Body(type.ToString(), sample.Body);
            }

            var again = Reading.Message(builder.Build());
            Assert.Equal(sample.ToString(), again.ToString());
            Assert.Equal(sample.Headers.Count, again.Headers.Count);
            Assert.Equal(sample.From.ToString(), again.From.ToString());
            Assert.True(sample.Body.Span.SequenceEqual(again.Body.Span));
        }
    }

    private static MessageBuilder Invite()
    {
        var to = SipUri.Create("201", "192.0.2.21", 5062);
        return RequestBuilder.Start(SipMethod.Invite, to)
            .Header(Via.Create("UDP", "192.0.2.10", 5060, "z9hG4bK1"))
            .Header(HeaderId.MaxForwards, 70)
            .Header(HeaderId.From, NameAddress.Create("Front desk", SipUri.Create("200", "192.0.2.10"), ("tag", "f")))
            .Header(HeaderId.To, to)
            .Header(HeaderId.CallId, "c")
            .Header(new CSeq(1, SipMethod.Invite))
            .List(HeaderId.Allow, "INVITE", "ACK");
    }

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);
}
