using Switchhook.Testing.Sip.Torture;

namespace Switchhook.SystemTests.Sip.Kit;

/// <summary>What the judge of answers lets pass, and what it finds.</summary>
public sealed class AnswerJudgeTests
{
    private const string Request =
        "OPTIONS sip:b@h SIP/2.0\r\nv: SIP/2.0/UDP 127.0.0.2:5070;rport;branch=z9hG4bK1\r\nf:  <sip:a@h>;tag=1\r\nt: <sip:b@h>\r\n"
        + "i: one\r\nCSeq: 7  OPTIONS\r\nl: 0\r\n\r\n";

    private const string Answer =
        "SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP 127.0.0.2:5070;rport=5070;branch=z9hG4bK1;received=127.0.0.2\r\nFrom: <sip:a@h>;tag=1\r\n"
        + "To: <sip:b@h>;tag=box\r\nCall-ID: one\r\nCSeq: 7 OPTIONS\r\nContent-Length: 0\r\n\r\n";

    [Fact]
    public void A_right_answer_passes() => Assert.Null(AnswerJudge.FaultOf(Answer, [Request]));

    [Theory]
    [InlineData("SIP/2.0 200 OK", "SIP/2.0 20 OK", "no response")]
    [InlineData("SIP/2.0 200 OK", "SIP/2.0 299 OK", "no status")]
    [InlineData("SIP/2.0 200 OK", "SIP/2.0 405 No", "405 without Allow")]
    [InlineData("Call-ID: one\r\n", "", "echoes no request")]
    [InlineData("Call-ID: one\r\n", "Call-ID: one\r\nCall-ID: two\r\n", "more than once")]
    [InlineData("CSeq: 7 OPTIONS", "CSeq: 8 OPTIONS", "echoes no request")]
    [InlineData("branch=z9hG4bK1", "branch=z9hG4bK2", "echoes no request")]
    [InlineData("<sip:b@h>;tag=box", "<sip:c@h>;tag=box", "echoes no request")]
    [InlineData("Content-Length: 0", "Content-Length: 3", "octets came")]
    [InlineData("Call-ID: one", "Call-ID one", "no header")]
    public void A_wrong_one_does_not(string right, string wrong, string fault)
    {
        var answer = Answer.Replace(right, wrong, StringComparison.Ordinal);
        Assert.Contains(fault, AnswerJudge.FaultOf(answer, [Request]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ACK sip:b@h SIP/2.0")]
    [InlineData("SIP/2.0 200 OK")]
    public void Neither_an_ack_nor_a_response_may_be_answered(string first) =>
        Assert.NotNull(AnswerJudge.FaultOf(Answer, [Request.Replace("OPTIONS sip:b@h SIP/2.0", first, StringComparison.Ordinal)]));

    [Fact]
    public void What_a_broken_request_does_not_have_need_not_be_echoed() => Assert.Null(AnswerJudge.FaultOf(
        Answer.Replace("Call-ID: one\r\n", "", StringComparison.Ordinal), [Request.Replace("i: one\r\n", "", StringComparison.Ordinal)]));
}
