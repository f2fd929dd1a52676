using Switchhook.Bench.Sip;
using Xunit.Abstractions;

namespace Switchhook.Tests.Sip.Grammar;

/// <summary>Whatever comes in, the parser neither throws nor hangs nor takes much memory, and what answers can be read.</summary>
public sealed class ParserPropertyTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(20261125)]
    public void Spoiled_messages_do_no_harm(int seed)
    {
        var fuzz = new ParserFuzz(seed);
        fuzz.Run(10_000);
        output.WriteLine(
            $"Seed {seed}: {fuzz.Read} read, {fuzz.Refused} refused, {fuzz.Dropped} dropped, at most {fuzz.MostAllocated} bytes for one.");

        // If nearly nothing came through, the test would tell nothing of what is behind the first checks.
        Assert.InRange(fuzz.Read, 2000, 9000);
        Assert.InRange(fuzz.Refused, 500, 8000);
    }
}
