using Switchhook.Audio.Codecs;
using Switchhook.Hardware.Countries;

namespace Switchhook.Tests.Audio;

/// <summary>Against the tables of ITU-T G.711, written down here a second time from the Recommendation's own quantities.</summary>
public class G711Tests
{
    // Decision values of table 2a (µ-law, positive): the upper end of each segment and the step in it, on the 14-bit scale.
    private static readonly (int End, int Step)[] MuSegments =
        [(31, 2), (95, 4), (223, 8), (479, 16), (991, 32), (2015, 64), (4063, 128), (8159, 256)];

    // Decision values of table 1a (A-law, positive), on the 13-bit scale (4096 is the virtual decision value).
    private static readonly (int End, int Step)[] ASegments =
        [(64, 2), (128, 4), (256, 8), (512, 16), (1024, 32), (2048, 64), (4096, 128)];

    [Fact]
    public void Mu_law_decodes_to_the_quantised_values_of_table_2a()
    {
        var values = new List<int> { 0 };
        var low = 1;
        foreach (var (end, step) in MuSegments)
        {
            for (; low < end; low += step)
            {
                values.Add(low + (step / 2));
            }

            low = end;
        }

        Assert.Equal(128, values.Count);
        for (var n = 0; n < 128; n++)
        {
            // Code 0xFF is +0; larger magnitudes count down. G.191 left-justifies the 14-bit value.
            Assert.Equal(values[n] * 4, G711.Decode((byte)(0xFF - n), CompandingLaw.MuLaw));
            Assert.Equal(-values[n] * 4, G711.Decode((byte)(0x7F - n), CompandingLaw.MuLaw));
        }
    }

    [Fact]
    public void A_law_decodes_to_the_quantised_values_of_table_1a()
    {
        var values = new List<int>();
        var low = 0;
        foreach (var (end, step) in ASegments)
        {
            for (; low < end; low += step)
            {
                values.Add(low + (step / 2));
            }
        }

        Assert.Equal(128, values.Count);
        for (var n = 0; n < 128; n++)
        {
            Assert.Equal(values[n] * 8, G711.Decode((byte)((0x80 | n) ^ 0x55), CompandingLaw.ALaw));
            Assert.Equal(-values[n] * 8, G711.Decode((byte)(n ^ 0x55), CompandingLaw.ALaw));
        }
    }

    [Fact]
    public void Every_sample_gets_the_code_between_its_decision_values_of_table_2a()
    {
        var decisions = new List<int> { 0 };
        foreach (var (end, step) in MuSegments)
        {
            for (var value = decisions.Count == 1 ? 1 : decisions[^1] + step; value < end; value += step)
            {
                decisions.Add(value);
            }

            decisions.Add(end);
        }

        AssertCodes(decisions, bitsDropped: 2, (sample, interval) =>
            Assert.Equal((byte)((sample < 0 ? 0x7F : 0xFF) - interval), G711.Encode(sample, CompandingLaw.MuLaw)));
    }

    [Fact]
    public void Every_sample_gets_the_code_between_its_decision_values_of_table_1a()
    {
        var decisions = new List<int> { 0 };
        foreach (var (end, step) in ASegments)
        {
            while (decisions[^1] < end)
            {
                decisions.Add(decisions[^1] + step);
            }
        }

        AssertCodes(decisions, bitsDropped: 3, (sample, interval) =>
            Assert.Equal((byte)((sample < 0 ? interval : 0x80 | interval) ^ 0x55), G711.Encode(sample, CompandingLaw.ALaw)));
    }

    [Theory]
    [InlineData(CompandingLaw.MuLaw)]
    [InlineData(CompandingLaw.ALaw)]
    public void Coding_again_changes_nothing(CompandingLaw law)
    {
        for (var code = 0; code < 256; code++)
        {
            var sample = G711.Decode((byte)code, law);
            Assert.Equal(sample, G711.Decode(G711.Encode(sample, law), law));
        }
    }

    [Theory]
    [InlineData(CompandingLaw.MuLaw, 0, 0xFF)]
    [InlineData(CompandingLaw.MuLaw, 32767, 0x80)]
    [InlineData(CompandingLaw.MuLaw, -32768, 0x00)]
    [InlineData(CompandingLaw.ALaw, 0, 0xD5)]
    [InlineData(CompandingLaw.ALaw, 32767, 0xAA)]
    [InlineData(CompandingLaw.ALaw, -32768, 0x2A)]
    public void Ends_of_the_scale(CompandingLaw law, short sample, byte code) => Assert.Equal(code, G711.Encode(sample, law));

    // G.191 takes negative samples by one's complement, so that both signs have the same intervals.
    private static void AssertCodes(List<int> decisions, int bitsDropped, Action<short, int> check)
    {
        for (var sample = (int)short.MinValue; sample <= short.MaxValue; sample++)
        {
            var magnitude = (sample < 0 ? ~sample : sample) >> bitsDropped;
            var interval = Math.Min(decisions.FindLastIndex(decision => decision <= magnitude), 127);
            check((short)sample, interval);
        }
    }
}
