using Switchhook.Sip.Rtp.Streams;

namespace Switchhook.Tests.Sip.Rtp.Streams;

public sealed class SilenceWatchTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly SilenceWatch _watch = new(Limit);

    [Fact]
    public void A_silence_is_told_once()
    {
        _watch.Expect(true, TimeSpan.FromSeconds(1));

        Assert.Equal([false, false, true, false], Over(2, 30.9, 31, 90));
    }

    [Fact]
    public void After_a_packet_the_next_silence_is_told()
    {
        _watch.Expect(true, TimeSpan.Zero);
        Assert.Equal([true], Over(30));
        _watch.Hear(TimeSpan.FromSeconds(40));

        Assert.Equal([false, true], Over(69, 70));
    }

    [Fact]
    public void Silence_counts_from_the_end_of_a_hold()
    {
        _watch.Expect(true, TimeSpan.Zero);
        _watch.Expect(false, TimeSpan.FromSeconds(20));
        Assert.Equal([false], Over(100));
        _watch.Expect(true, TimeSpan.FromSeconds(100));
        _watch.Expect(true, TimeSpan.FromSeconds(120));

        Assert.Equal([false, true], Over(129, 130));
    }

    private IEnumerable<bool> Over(params double[] seconds) => seconds.Select(at => _watch.IsOver(TimeSpan.FromSeconds(at)));
}
