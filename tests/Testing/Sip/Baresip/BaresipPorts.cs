namespace Switchhook.Testing.Sip.Baresip;

/// <summary>The ports of one baresip.</summary>
/// <param name="Sip">UDP and TCP; the next is for TLS.</param>
/// <param name="Control">Where it takes commands.</param>
/// <param name="FirstRtp">Of a range.</param>
/// <param name="LastRtp">Of a range.</param>
internal sealed record BaresipPorts(int Sip, int Control, int FirstRtp, int LastRtp)
{
    private const int RtpPorts = 32;

    public static BaresipPorts Take()
    {
        var (sip, control, rtp) = (LoopbackPorts.Take(2), LoopbackPorts.Take(), LoopbackPorts.Take(RtpPorts));
        return new BaresipPorts(sip, control, rtp, rtp + RtpPorts - 2);
    }
}
