using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Building;
using Switchhook.Testing.Sip;
using Xunit.Abstractions;

namespace Switchhook.Tests.Sip.Grammar;

/// <summary>The messages of RFC 4475, as far as reading them decides.</summary>
public sealed class TortureTests(ITestOutputHelper output)
{
    // What RFC 4475 leaves to choice, and which is read: a wrong date and a branch that names nothing do no harm; a malformed Contact is
    // for who needs the Contact to refuse.
    private static readonly string[] EitherButRead = ["baddate", "badbranch", "regbadct"];

    // Bad responses, which nobody answers.
    private static readonly string[] Silent = ["scalarlg", "bigcode"];

    [Fact]
    public void Each_message_of_rfc_4475_is_read_or_refused_as_the_rfc_asks()
    {
        if (TortureCorpus.Messages.Count == 0)
        {
            output.WriteLine("Not tested: there is no folder shared/sip-torture beside this clone.");
            return;
        }

        var wrong = new List<string>();
        foreach (var message in TortureCorpus.Messages)
        {
            var result = SipParser.Parse(message.Bytes, ParseLimits.Default, Framing.Datagram);
            var did = result.Outcome == ParseOutcome.Refused ? $"Refused {result.Fault!.Status}" : $"{result.Outcome}";
            output.WriteLine(
                $"{message.Section,-9} {message.Name,-11} {message.Verdict,-7} {message.Answers,-12} {did,-12} {result.Fault?.Why}");
            if (did != Wanted(message))
            {
                wrong.Add($"{message.Name}: {did}, wanted {Wanted(message)}");
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(49, TortureCorpus.Messages.Count);
    }

    [Fact]
    public void Each_refusal_names_its_request_by_what_could_be_read_of_it()
    {
        foreach (var message in TortureCorpus.Messages)
        {
            var result = SipParser.Parse(message.Bytes, ParseLimits.Default, Framing.Datagram);
            if (result.Outcome == ParseOutcome.Refused)
            {
                var answer = Text(ResponseBuilder.Start(result.Fault!, "box", null).Build());
                Assert.StartsWith($"SIP/2.0 {result.Fault!.Status} ", answer);
                Assert.EndsWith("\r\n\r\n", answer);
                Assert.Contains("\r\nVia: SIP/", answer);
                Assert.Contains("\r\nCSeq: ", answer);
                Assert.Equal(message.Name != "insuf", answer.Contains($"\r\nCall-ID: {message.Name}."));
            }
        }
    }

    private static string Wanted(TortureMessage message) => message.Verdict switch
    {
        "parse" => "Message",
        _ when EitherButRead.Contains(message.Name) => "Message",
        _ when Silent.Contains(message.Name) => "Dropped",
        _ => message.Name == "badvers" ? "Refused 505" : "Refused 400",
    };

    private static string Text(ReadOnlyMemory<byte> bytes) => System.Text.Encoding.UTF8.GetString(bytes.Span);
}
