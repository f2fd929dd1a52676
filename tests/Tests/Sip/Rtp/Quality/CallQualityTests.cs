using Switchhook.Sip.Media;
using Switchhook.Sip.Rtp.Control;
using Switchhook.Sip.Rtp.Jitter;
using Switchhook.Sip.Rtp.Packets;
using Switchhook.Sip.Rtp.Quality;
using Switchhook.Sip.Rtp.Sessions;

namespace Switchhook.Tests.Sip.Rtp.Quality;

public sealed class CallQualityTests
{
    private readonly ControlSession _here = new(1, "a", DateTimeOffset.UnixEpoch);
    private readonly ControlSession _there = new(2, "b", DateTimeOffset.UnixEpoch);

    [Fact]
    public void A_good_call_without_reports_scores_high()
    {
        var quality = Of(new JitterStatistics(1000, 0, 0, 0, 0, 0) { MeanDelayMilliseconds = 40 });

        Assert.Null(quality.Reported);
        Assert.Null(quality.RoundTripMilliseconds);
        Assert.Equal(0, quality.Heard.LossShare);
        Assert.Equal(60, quality.Heard.DelayMilliseconds);
        Assert.InRange(quality.Heard.Mos, 4.3, 4.41);
    }

    [Fact]
    public void Lost_and_late_packets_count_and_long_gaps_count_more()
    {
        var scattered = Of(new JitterStatistics(960, 40, 10, 3, 5, 0) { ConcealedMilliseconds = 1000, Gaps = 50 }).Heard;
        var inARow = Of(new JitterStatistics(960, 40, 10, 3, 5, 0) { ConcealedMilliseconds = 1000, Gaps = 10 }).Heard;

        Assert.Equal((960, 40, 10, 3), (scattered.Packets, scattered.Lost, scattered.Late, scattered.Duplicated));
        Assert.Equal(0.05, scattered.LossShare);
        Assert.InRange(scattered.Mos, 3.7, 4.0);
        Assert.True(inARow.Mos < scattered.Mos - 0.02);
    }

    [Fact]
    public void What_the_other_side_reports_is_rated_too()
    {
        for (var number = 0; number < 500; number += 2)
        {
            var header = new RtpHeader(0, false, (ushort)number, (uint)(160 * number), 1);
            _there.Reception.Take(header, TimeSpan.FromMilliseconds(20 * number), isSound: true);
        }

        Exchange(_here, _there, 1000, 1100);
        Exchange(_there, _here, 2000, 2100);
        var quality = Of(new JitterStatistics(1000, 0, 0, 0, 0, 0) { MeanDelayMilliseconds = 40 });

        Assert.Equal(200, quality.RoundTripMilliseconds!.Value, 1.0);
        Assert.Equal(160, quality.Heard.DelayMilliseconds, 1.0);
        Assert.Equal(249, quality.Reported!.Lost);
        Assert.InRange(quality.Reported.LossShare, 0.49, 0.51);
        Assert.InRange(quality.Reported.Mos, 1, 2);
    }

    [Fact]
    public void Nothing_heard_is_no_fault_of_arithmetic()
    {
        var quality = Of(default);
        Assert.Equal(0, quality.Heard.LossShare);
        Assert.False(double.IsNaN(quality.Heard.Mos));
    }

    private CallQuality Of(JitterStatistics buffer) =>
        CallQuality.Of(AudioCodec.Pcma, 20, buffer, NetworkFigures.Of(_here, sent: 500));

    private static void Exchange(ControlSession from, ControlSession to, int sent, int came)
    {
        var octets = new byte[RtcpWriter.MaxOctets];
        var length = from.Write(octets, new SentSoFar(1, 2, 3), TimeSpan.FromMilliseconds(sent));
        to.Take(octets.AsSpan(..length), TimeSpan.FromMilliseconds(came));
    }
}
