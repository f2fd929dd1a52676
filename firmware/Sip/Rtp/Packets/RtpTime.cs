using Switchhook.Hardware.Lines;

namespace Switchhook.Sip.Rtp.Packets;

/// <summary>Time in steps of the RTP clock: 1/8000 s, in which an octet of each codec of the box lasts one step.</summary>
internal static class RtpTime
{
    /// <summary>Steps in a second.</summary>
    public const int ClockRate = LineAudio.SampleRate;

    /// <summary>Steps in a millisecond.</summary>
    public const int StepsPerMillisecond = ClockRate / 1000;

    private const long TicksPerStep = TimeSpan.TicksPerSecond / ClockRate;

    /// <summary>How far <paramref name="later"/> lies behind <paramref name="earlier"/>, over the wrap; negative when before it.</summary>
    public static int Distance(uint earlier, uint later) => unchecked((int)(later - earlier));

    /// <summary>A time as whole steps.</summary>
    public static long Steps(TimeSpan time) => time.Ticks / TicksPerStep;

    /// <summary>Steps as milliseconds.</summary>
    public static double Milliseconds(double steps) => steps / StepsPerMillisecond;
}
