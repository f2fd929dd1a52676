using System.Text;
using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Testing;
using Switchhook.Testing.Sip;

namespace Switchhook.Tests.Sip.Grammar;

/// <summary>Messages as a whole.</summary>
public sealed class ParserTests
{
    [Fact]
    public void Reads_what_every_request_must_have()
    {
        var invite = Reading.Message(SampleMessages.Invite);
        Assert.True(invite.IsRequest);
        Assert.Equal(SipMethod.Invite, invite.Method);
        Assert.Equal("sip:201@192.0.2.10:5060;transport=udp", invite.RequestUri.ToString());
        Assert.Equal("z9hG4bK1785046931", invite.TopVia.Branch.ToString());
        Assert.Equal("Front desk", invite.From.DisplayName);
        Assert.Equal("1297363205", invite.From.Tag.ToString());
        Assert.True(invite.To.Tag.IsEmpty);
        Assert.Equal("0_2384519003@192.0.2.21", invite.CallId.ToString());
        Assert.Equal(2u, invite.CSeq.Number);
        Assert.Equal(70, invite.MaxForwards);
        Assert.True(invite.HasBody("application"u8, "sdp"u8));
        Assert.StartsWith("v=0\r\n", Encoding.UTF8.GetString(invite.Body.Span));
        Assert.Equal(302, invite.Body.Length);
    }

    [Fact]
    public void Reads_responses()
    {
        var ok = Reading.Message(SampleMessages.Ok);
        Assert.False(ok.IsRequest);
        Assert.Equal(200, ok.StatusCode);
        Assert.Equal("OK", ok.Reason.ToString());
        Assert.Equal(SipMethod.Invite, ok.Method);
        Assert.Equal((ushort)5060, ok.TopVia.Rport);
        Assert.Throws<InvalidOperationException>(() => ok.RequestUri);
    }

    [Fact]
    public void Methods_are_the_same_only_letter_by_letter()
    {
        Assert.Equal(SipMethod.Options, Reading.Message(Reading.Options()).Method);
        var lower = Reading.Message(Reading.Options().Replace("OPTIONS", "options"));
        Assert.NotEqual(SipMethod.Options, lower.Method);
        Assert.Equal(MethodKind.Other, lower.Method.Kind);
        Assert.Equal("options", lower.Method.ToString());
    }

    [Fact]
    public void Unknown_headers_are_kept_in_their_order()
    {
        var headers = Reading.Message(Reading.Options("X-One: 1\r\nSubject: s\r\nx-one: 2\r\nY: 3")).Headers;
        Assert.Equal(["1", "2"], headers.Named("X-ONE").Select(value => value.ToString()));
        Assert.Equal(["s"], headers.Named("s").Select(value => value.ToString()));
        Assert.Empty(headers.Named("z"));
        var last = Enumerable.Range(headers.Count - 4, 4).Select(i => headers[i].Name.ToString());
        Assert.Equal(["X-One", "Subject", "x-one", "Y"], last);
    }

    [Fact]
    public void Short_names_upper_case_folding_and_space_before_the_colon_are_read()
    {
        var message = Reading.Message(Reading.Text(
            """
            OPTIONS sip:box SIP/2.0
            v  : SIP / 2.0
             /UDP   192.0.2.21 ;
            	branch = z9hG4bK1
            F:
             <sip:a@b>  ;  TAG = x
            t: <sip:c@d>
            I:c1
            CSEQ: 0009
              OPTIONS
            L: 0


            """));
        Assert.Equal("z9hG4bK1", message.TopVia.Branch.ToString());
        Assert.Equal("x", message.From.Tag.ToString());
        Assert.Equal(9u, message.CSeq.Number);
        Assert.Equal(SipMessage.UsualMaxForwards, message.MaxForwards);
    }

    [Fact]
    public void Lines_may_end_in_a_line_feed_alone_and_line_ends_may_come_first()
    {
        Assert.Equal("c1", Reading.Message("\r\n\r\n" + Reading.Options()).CallId.ToString());
        Assert.Equal("c1", Reading.Message(Reading.Options().Replace("\r", "")).CallId.ToString());
    }

    [Fact]
    public void Content_length_bounds_the_body_of_a_datagram()
    {
        Assert.Equal("abc", Body(Reading.Options("l: 3") + "abcdef"));
        Assert.Equal("abcdef", Body(Reading.Options() + "abcdef"));
        Assert.Equal(400, Reading.Parse(Reading.Options("l: 7") + "abcdef").Fault!.Status);
        Assert.Equal(0, Reading.Parse(Reading.Options() + "abcdef", Framing.Stream).Message!.Body.Length);
    }

    [Theory]
    [InlineData("4294967296")]
    [InlineData("2147483647")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1 1")]
    [InlineData("")]
    [InlineData("99999999999999999999999999")]
    public void A_content_length_that_cannot_be_is_refused(string length) =>
        Assert.Equal(400, Reading.Parse(Reading.Options($"Content-Length: {length}") + "x").Fault!.Status);

    [Theory]
    [InlineData("To: <sip:x@y>", "More than one To")]
    [InlineData("f: <sip:x@y>", "More than one From")]
    [InlineData("CSeq: 7 OPTIONS", "More than one CSeq")]
    [InlineData("Max-Forwards: 1", "More than one Max-Forwards")]
    [InlineData("no colon", "A header without a name")]
    [InlineData(": no name", "A header without a name")]
    [InlineData("a b: c", "A malformed header name")]
    [InlineData("a: b\vc: d", "A carriage return without a line feed")]
    public void A_request_with_a_wrong_line_is_refused_in_words(string line, string why)
    {
        var result = Reading.Parse(Reading.Options(line).Replace('\v', '\r'));
        Assert.Equal(ParseOutcome.Refused, result.Outcome);
        Assert.Equal((400, why), (result.Fault!.Status, result.Fault.Why));
    }

    [Theory]
    [InlineData("From: <sip:a@example.org>;tag=1\r\n", "Missing From")]
    [InlineData("To: <sip:b@example.org>\r\n", "Missing To")]
    [InlineData("Call-ID: c1\r\n", "Missing Call-ID")]
    [InlineData("CSeq: 7 OPTIONS\r\n", "Missing CSeq")]
    public void A_request_without_what_it_must_have_is_refused(string line, string why) =>
        Assert.Equal(why, Reading.Parse(Reading.Options().Replace(line, "")).Fault!.Why);

    [Theory]
    [InlineData("SIP/2.0", "SIP/3.0", 505)]
    [InlineData("sip:box@192.0.2.10 SIP", "sip:box@192.0.2.10  SIP", 400)]
    [InlineData("sip:box@192.0.2.10 SIP", "<sip:box@192.0.2.10> SIP", 400)]
    [InlineData("sip:box@192.0.2.10 SIP", "sip:box@192.0.2.10?a=b SIP", 400)]
    [InlineData("sip:box@192.0.2.10 SIP", "box SIP", 400)]
    [InlineData("CSeq: 7 OPTIONS", "CSeq: 7 INVITE", 400)]
    [InlineData("CSeq: 7 OPTIONS", "CSeq: 4294967296 OPTIONS", 400)]
    [InlineData("Call-ID: c1", "Call-ID: c1 c2", 400)]
    [InlineData("Max-Forwards: 70", "Max-Forwards: seventy", 400)]
    public void A_request_that_breaks_the_grammar_is_refused(string right, string wrong, int status) =>
        Assert.Equal(status, Reading.Parse(Reading.Options().Replace(right, wrong)).Fault!.Status);

    [Fact]
    public void What_cannot_or_may_not_be_answered_is_dropped()
    {
        Assert.Equal(ParseOutcome.Dropped, Reading.Parse("").Outcome);
        Assert.Equal(ParseOutcome.Dropped, Reading.Parse("\r\n\r\n").Outcome);
        Assert.Equal(ParseOutcome.Dropped, Reading.Parse("GET / HTTP/1.1\r\n\r\n").Outcome);
        Assert.Equal(ParseOutcome.Dropped, Reading.Parse("SIP/2.0 99 x\r\n\r\n").Outcome);
        Assert.Equal(ParseOutcome.Dropped, Reading.Parse("SIP/2.0 200 OK\r\n\r\n").Outcome);
        Assert.Equal(ParseOutcome.Dropped, Reading.Parse(Reading.Options("bad line").Replace("OPTIONS", "ACK")).Outcome);
        Assert.Equal(ParseOutcome.Dropped, Reading.Parse(Reading.Options().Replace("OPTIONS", new string('A', 256))).Outcome);
        Assert.Equal(ParseOutcome.Dropped, Reading.Parse("OPTIONS sip:box SIP/2.0\r\n\r\n").Outcome);
        Assert.Equal(ParseOutcome.Dropped, default(Switchhook.Sip.Grammar.ParseResult).Outcome);
    }

    [Fact]
    public void Each_limit_holds()
    {
        Assert.Equal(513, Refused(Reading.Options(), new ParseLimits { MessageBytes = 100 }));
        Assert.Equal(400, Refused(Reading.Options("a: b"), new ParseLimits { Headers = 6 }));
        Assert.Equal(400, Refused(Reading.Options($"a: {new string('b', 300)}"), new ParseLimits { LineBytes = 300 }));
        Assert.Equal(400, Refused(Reading.Options("Via: SIP/2.0/UDP a, SIP/2.0/UDP b"), new ParseLimits { Vias = 2 }));
        Assert.Equal(413, Refused(Reading.Options() + "abc", new ParseLimits { BodyBytes = 2 }));
        Assert.Equal(400, Refused(Reading.Options($"{new string('a', 256)}: b"), ParseLimits.Default));
        Assert.Equal(513, Refused(Reading.Options() + new string('x', 70_000), new ParseLimits { MessageBytes = 1 << 20 }));
    }

    [Fact]
    public void What_was_cut_before_all_that_a_refusal_echoes_is_not_answered()
    {
        var many = string.Concat(Enumerable.Repeat("a: b\r\n", 300));
        var tooLong = new string('c', 9000);
        Assert.Equal(ParseOutcome.Refused, Reading.Parse(Reading.Options(many.TrimEnd())).Outcome);
        Assert.Equal(ParseOutcome.Dropped, Reading.Parse(Reading.Options().Replace("To: ", $"{many}To: ")).Outcome);
        Assert.Equal(ParseOutcome.Dropped, Reading.Parse(Reading.Options().Replace("Call-ID: ", $"Call-ID: {tooLong}")).Outcome);
    }

    [Fact]
    public void A_usual_invite_costs_less_than_a_kilobyte()
    {
        var invite = SampleMessages.Invite;
        Assert.InRange(Allocation.Of(() => SipParser.Parse(invite, ParseLimits.Default, Framing.Datagram)), 1, 1024);
    }

    [Fact]
    public void Noise_costs_little() =>
        Assert.InRange(Allocation.Of(() => SipParser.Parse(new byte[1], ParseLimits.Default, Framing.Datagram)), 1, 200);

    [Fact]
    public void A_status_line_in_a_body_is_read()
    {
        Assert.Equal(503, StartLine.ReadStatusCode("SIP/2.0 503 Service Unavailable\r\n"u8));
        Assert.Equal(100, StartLine.ReadStatusCode("SIP/2.0 100"u8));
        Assert.Equal(0, StartLine.ReadStatusCode("HTTP/1.1 200 OK"u8));
    }

    private static int Refused(string text, ParseLimits limits) => Reading.Parse(text, Framing.Datagram, limits).Fault?.Status ?? 0;

    private static string Body(string text) => Encoding.UTF8.GetString(Reading.Message(text).Body.Span);
}
