using System.Text;
using Switchhook.Testing.Sip.Torture;

namespace Switchhook.Tests.Testing.Sip;

public sealed class TortureTests
{
    [Theory]
    [InlineData(
        "A: 1\r\nVia: SIP/2.0/UDP a;branch=z9hG4bK1\r\nVia: SIP/2.0/UDP b;branch=z9hG4bK2\r\n\r\n",
        "A: 1\r\nVia: SIP/2.0/TCP a;branch=z9hG4bK1-7;rport\r\nVia: SIP/2.0/UDP b;branch=z9hG4bK2\r\n\r\n")]
    [InlineData("A: 1\r\nv : SIP / 2.0\r\n /UDP\r\n  c;branch=x\r\n\r\n", "A: 1\r\nv : SIP / 2.0\r\n /TCP\r\n  c;branch=x-7;rport\r\n\r\n")]
    [InlineData("A: 1\r\nVia: SIP/2.0/UDP a;branch=z9hG4bK\r\n\r\n", "A: 1\r\nVia: SIP/2.0/TCP a;branch=z9hG4bK;rport\r\n\r\n")]
    [InlineData("A: 1\r\nVia: SIP/2.0/UDP a, SIP/2.0/UDP b\r\n\r\n", "A: 1\r\nVia: SIP/2.0/TCP a;rport, SIP/2.0/UDP b\r\n\r\n")]
    [InlineData("A: 1\r\n\r\nVia: SIP/2.0/UDP body\r\n", "A: 1\r\n\r\nVia: SIP/2.0/UDP body\r\n")]
    [InlineData(
        "A: 1\r\nVia: SIP/2.0/UDP a\r\ni: x@y\r\nCall-ID: z\r\n\r\n",
        "A: 1\r\nVia: SIP/2.0/TCP a;rport\r\ni: x@y-7\r\nCall-ID: z\r\n\r\n")]
    public void Only_the_top_via_and_the_first_call_id_change(string message, string prepared) =>
        Assert.Equal(prepared, Encoding.Latin1.GetString(TortureMessage.Prepare(Encoding.Latin1.GetBytes(message), "TCP", 7)));

    [Theory]
    [InlineData(TortureKind.Parse, "", "404", true)]
    [InlineData(TortureKind.Parse, "", "100", true)]
    [InlineData(TortureKind.Parse, "", "100 400", false)]
    [InlineData(TortureKind.Parse, "", "500", false)]
    [InlineData(TortureKind.Parse, "", "", false)]
    [InlineData(TortureKind.Parse, "", "closed", false)]
    [InlineData(TortureKind.Parse, "416", "416", true)]
    [InlineData(TortureKind.Parse, "416", "400", false)]
    [InlineData(TortureKind.Reject, "400", "400", true)]
    [InlineData(TortureKind.Reject, "400", "200", false)]
    [InlineData(TortureKind.Reject, "400", "closed", true)]
    [InlineData(TortureKind.Either, "400", "404", true)]
    [InlineData(TortureKind.Either, "400", "", false)]
    [InlineData(TortureKind.Parse, "", "dead 200", false)]
    public void An_answer_is_judged(TortureKind kind, string accepted, string answer, bool isRight) =>
        Assert.Equal(isRight, Fault(new TortureCase("x", "1", "x", kind, Codes(accepted), false, "OPTIONS "u8.ToArray()), answer) is null);

    [Fact]
    public void What_must_be_dropped_and_a_response_are_not_answered()
    {
        var dropped = new TortureCase("x", "1", "x", TortureKind.Reject, [], true, "OPTIONS "u8.ToArray());
        var response = new TortureCase("x", "1", "x", TortureKind.Parse, [], false, "SIP/2.0 200 "u8.ToArray());

        Assert.All(new[] { dropped, response }, one => Assert.Null(Fault(one, "")));
        Assert.All(new[] { dropped, response }, one => Assert.NotNull(Fault(one, "400")));
    }

    private static string? Fault(TortureCase message, string answer) => TortureJudge.FaultOf(message, new TortureAnswer(
        Codes(answer),
        answer.Contains("closed", StringComparison.Ordinal),
        !answer.Contains("dead", StringComparison.Ordinal)));

    private static int[] Codes(string text) => [.. text.Split(' ').Where(word => int.TryParse(word, out _)).Select(int.Parse)];
}
