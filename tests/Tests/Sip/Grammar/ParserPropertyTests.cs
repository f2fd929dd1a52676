using Switchhook.Bench.Sip;
using Xunit.Abstractions;

namespace Switchhook.Tests.Sip.Grammar;

/// <summary>Whatever comes in, the parser neither throws nor hangs nor takes much memory, and what answers can be read.</summary>
public sealed class ParserPropertyTests(ITestOutputHelper output)
{
    private const int Messages = 500_000;

    [Fact]
    public void Spoiled_messages_do_no_harm() => Spoil(1);

    [Fact]
    [Trait("Length", "long")]
    public void Another_half_million_spoiled_messages_does_no_harm() => Spoil(20261125);

    private void Spoil(int seed)
    {
        var fuzz = new ParserFuzz(seed);
        fuzz.Run(Messages);
        output.WriteLine(
            $"Seed {seed}: {fuzz.Read} read, {fuzz.Refused} refused, {fuzz.Dropped} dropped, at most {fuzz.MostAllocated} bytes for one.");

        // If nearly nothing came through, the test would tell nothing of what is behind the first checks.
        Assert.InRange(fuzz.Read, Messages / 5, Messages / 10 * 9);
        Assert.InRange(fuzz.Refused, Messages / 20, Messages / 10 * 8);
    }
}
