using System.Diagnostics.CodeAnalysis;
using System.Net;
using Switchhook.Calls;
using Switchhook.Sip.Media;
using Switchhook.Sip.Sdp.Negotiation;
using Switchhook.Sip.Sdp.Srtp;
using Switchhook.Sip.Transport;
using Switchhook.Site;

namespace Switchhook.Sip.Legs;

/// <summary>Makes legs and the sound of their devices. On the control loop.</summary>
/// <param name="services">What legs work with.</param>
/// <param name="keys">Where keys of SRTP come from.</param>
/// <param name="random">Numbers the session descriptions.</param>
/// <param name="bind">Address that sound is received on: the one that SIP listens on.</param>
internal sealed class LegMaker(LegServices services, ISrtpKeySource keys, Random random, IPAddress bind)
{
    /// <summary>A leg that alerts, without a device yet.</summary>
    public SipLeg Leg(ILegOwner owner, DtmfMode dtmf, Party party, LegOrigin origin) =>
        new(owner, dtmf, services.Ids.Next(), party, origin, services.Media.OpenChannel(party.ToString()));

    /// <summary>Adds a device to a leg.</summary>
    /// <param name="leg">The leg.</param>
    /// <param name="hop">How the device is reached.</param>
    /// <param name="codecs">Codecs in the order in which they are wanted.</param>
    /// <param name="encryption">Whether its sound is encrypted.</param>
    /// <param name="branch">The device, not called yet.</param>
    /// <param name="why">Why it cannot be, as a sentence.</param>
    public bool TryAdd(
        SipLeg leg,
        Hop hop,
        IEnumerable<SipCodec> codecs,
        MediaEncryption encryption,
        [NotNullWhen(true)] out LegBranch? branch,
        [NotNullWhen(false)] out string? why)
    {
        branch = null;
        if (encryption == MediaEncryption.Demanded && hop.Transport != TransportKind.Tls)
        {
            why = "Its sound must be encrypted, and the keys for that may travel under TLS only.";
            return false;
        }

        if (!services.Rtp.TryOpen(bind, out var rtp, out why))
        {
            return false;
        }

        var local = new LocalAudio(
            services.Sessions.Transactions.Wire.LocalFor(hop).Address, rtp.Port, rtp.Port + 1, [.. codecs.Select(CodecOf)])
        {
            Srtp = PolicyOf(encryption, hop),
        };
        branch = new LegBranch(leg, services, new LegSound(new MediaNegotiation(local, random.NextInt64(int.MaxValue), keys), rtp));
        leg.Add(branch);
        return true;
    }

    private static AudioCodec CodecOf(SipCodec codec) => codec switch
    {
        SipCodec.Pcmu => AudioCodec.Pcmu,
        SipCodec.Pcma => AudioCodec.Pcma,
        SipCodec.G722 => AudioCodec.G722,
    };

    private static SrtpPolicy PolicyOf(MediaEncryption encryption, Hop hop) => encryption switch
    {
        MediaEncryption.Demanded => SrtpPolicy.Demanded,
        MediaEncryption.Offered when hop.Transport == TransportKind.Tls => SrtpPolicy.Offered,
        _ => SrtpPolicy.None,
    };
}
