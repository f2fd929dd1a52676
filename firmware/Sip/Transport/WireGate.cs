using System.Net;
using Switchhook.Sip.Guard;

namespace Switchhook.Sip.Transport;

/// <summary>The guard as the sockets ask it: with the time of the clock.</summary>
internal sealed class WireGate(AddressGuard guard, TimeProvider time)
{
    private TimeSpan Now => time.GetElapsedTime(0);

    /// <summary>Whether a datagram is heard, before anything else is done with it.</summary>
    public bool Hears(SocketAddress from) => guard.Admit(AddressKey.Of(from), Now) == Admission.Heard;

    /// <summary>Whether one more message on a stream is heard, or a connection taken, whose handshake costs more than that.</summary>
    public Admission Admit(IPAddress from) => guard.Admit(AddressKey.Of(from), Now);

    /// <summary>A datagram was none of SIP.</summary>
    public void ReportNoise(SocketAddress from) => guard.Report(AddressKey.Of(from), Offence.Malformed, Now);

    /// <summary>A stream offended.</summary>
    public void Report(IPAddress from, Offence offence) => guard.Report(AddressKey.Of(from), offence, Now);

    /// <summary>Releases those whose time is over.</summary>
    public void Tick() => guard.Tick(Now);
}
