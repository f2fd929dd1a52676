using Switchhook.Sip.Rtp.Io;
using Switchhook.Testing;

namespace Switchhook.Tests.Sip.Rtp.Io;

public sealed class PortPairsTests
{
    private readonly ManualTimeProvider _time = new();

    [Theory]
    [InlineData(20_000, 20_005, new[] { 20_000, 20_002, 20_004 })]
    [InlineData(20_001, 20_006, new[] { 20_002, 20_004 })]
    [InlineData(20_001, 20_001, new int[0])]
    public void Lends_each_even_port_whose_odd_one_is_in_the_range(int first, int last, int[] expected)
    {
        var pairs = new PortPairs(new RtpPortRange(first, last), _time, new Random(1));

        Assert.Equal(expected, TakeAll(pairs).Order());
    }

    [Fact]
    public void Begins_somewhere_else_after_each_start()
    {
        var starts = Enumerable.Range(0, 20).Select(seed => TakeAll(Pairs(seed))[0]).Distinct();

        Assert.True(starts.Count() > 10);
    }

    [Fact]
    public void A_pair_rests_before_it_is_lent_again()
    {
        var pairs = new PortPairs(new RtpPortRange(20_000, 20_001), _time, new Random(1));
        Assert.True(pairs.TryTake(out var port));
        pairs.Return(port);

        _time.Advance(PortPairs.Rest - TimeSpan.FromMilliseconds(1));
        Assert.False(pairs.TryTake(out _));

        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(pairs.TryTake(out _));
    }

    [Fact]
    public void The_pair_that_is_free_the_longest_comes_first()
    {
        var pairs = Pairs(1);
        Assert.True(pairs.TryTake(out var first));
        pairs.Return(first);
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(first, TakeAll(pairs)[^1]);
    }

    private PortPairs Pairs(int seed) => new(RtpPortRange.Default, _time, new Random(seed));

    private static List<int> TakeAll(PortPairs pairs)
    {
        var taken = new List<int>();
        while (pairs.TryTake(out var port))
        {
            taken.Add(port);
        }

        return taken;
    }
}
