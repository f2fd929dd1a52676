using Switchhook.Sip.Rtp.Control;
using Switchhook.Sip.Rtp.Packets;

namespace Switchhook.Tests.Sip.Rtp.Control;

public sealed class ReceptionStatisticsTests
{
    private readonly ReceptionStatistics _statistics = new();

    [Fact]
    public void Nothing_heard_is_no_report() => Assert.Null(_statistics.Report(0, TimeSpan.Zero));

    [Fact]
    public void Loss_is_counted_since_the_start_and_since_the_report_before()
    {
        Send(Enumerable.Range(0, 100).Where(number => number % 4 != 1));
        var first = _statistics.Report(0, TimeSpan.Zero)!.Value;
        Assert.Equal((25, 64), (first.CumulativeLost, first.FractionLost));

        Send(Enumerable.Range(100, 100));
        var second = _statistics.Report(0x1234, TimeSpan.FromSeconds(2))!.Value;
        Assert.Equal((25, 0), (second.CumulativeLost, second.FractionLost));
        Assert.Equal((0x1234u, 131_072u), (second.LastReport, second.DelaySinceLastReport));
    }

    [Fact]
    public void The_highest_number_counts_the_wraps()
    {
        Send(Enumerable.Range(65_500, 100));
        Assert.Equal(0x1003Fu, _statistics.Report(0, TimeSpan.Zero)!.Value.HighestSequence);
        Assert.Equal(0, _statistics.Report(0, TimeSpan.Zero)!.Value.CumulativeLost);
    }

    [Fact]
    public void Packets_that_fill_a_gap_before_the_report_make_the_loss_no_less_than_nothing()
    {
        Send([0, 2]);
        _statistics.Report(0, TimeSpan.Zero);
        Send([1, 3]);
        var report = _statistics.Report(0, TimeSpan.Zero)!.Value;
        Assert.Equal((0, 0), (report.CumulativeLost, report.FractionLost));
    }

    [Fact]
    public void Jitter_is_that_of_the_rfc()
    {
        // Every other packet is 5 ms late: each differs from the one before by 40 steps, and the mean goes there by a sixteenth.
        var expected = 0.0;
        for (var number = 0; number < 200; number++)
        {
            Take(number, 20 * number + (number % 2 == 1 ? 5 : 0));
            expected += number == 0 ? 0 : (40 - expected) / 16;
        }

        Assert.Equal(expected / 8, _statistics.JitterMilliseconds, 0.001);
        Assert.Equal((uint)expected, _statistics.Report(0, TimeSpan.Zero)!.Value.Jitter);
    }

    [Fact]
    public void Key_presses_and_another_source_make_no_jitter()
    {
        for (var number = 0; number < 100; number++)
        {
            Take(number, 20 * number);
        }

        for (var number = 100; number < 110; number++)
        {
            var header = new RtpHeader(101, false, (ushort)number, 16_000, 1);
            _statistics.Take(header, TimeSpan.FromMilliseconds(20 * number), isSound: false);
        }

        _statistics.Take(new RtpHeader(8, false, 7, 3_000_000_000, 2), TimeSpan.FromSeconds(5), isSound: true);
        _statistics.Take(new RtpHeader(8, false, 8, 3_000_000_160, 2), TimeSpan.FromMilliseconds(5020), isSound: true);

        Assert.Equal(0, _statistics.JitterMilliseconds);
        Assert.Equal((112, 0), (_statistics.Received, _statistics.Lost));
        Assert.Equal(2u, _statistics.Report(0, TimeSpan.Zero)!.Value.Ssrc);
    }

    private void Send(IEnumerable<int> numbers)
    {
        foreach (var number in numbers)
        {
            Take(number, 20 * number);
        }
    }

    private void Take(int number, double milliseconds) => _statistics.Take(
        new RtpHeader(8, false, (ushort)number, unchecked((uint)(160 * number) - 1000), 1), TimeSpan.FromMilliseconds(milliseconds), true);
}
