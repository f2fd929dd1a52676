using System.Net;
using Switchhook.Sip.Media;

namespace Switchhook.Sip.Sdp.Negotiation;

/// <summary>Where the other side's sound is expected, and which way it flows.</summary>
/// <param name="Rtp">Where RTP goes.</param>
/// <param name="Control">Where RTCP goes.</param>
/// <param name="Direction">As the other side sees it. One that takes sound at 0.0.0.0 takes none.</param>
internal readonly record struct RemoteAudio(IPEndPoint Rtp, IPEndPoint Control, MediaDirection Direction)
{
    /// <summary>The same way, seen from the box.</summary>
    public MediaDirection AsSeenHere => Direction switch
    {
        MediaDirection.SendOnly => MediaDirection.ReceiveOnly,
        MediaDirection.ReceiveOnly => MediaDirection.SendOnly,
        MediaDirection.Inactive or MediaDirection.SendReceive => Direction,
    };

    /// <summary>Reads what the other side says; a refusal where the box could not send.</summary>
    /// <param name="media">The other side's stream.</param>
    /// <param name="local">The box's side, whose kind of address it has to have.</param>
    /// <param name="mux">True when both agreed on one port for RTP and RTCP.</param>
    public static (RemoteAudio Remote, MediaRefusal? Refusal) Of(MediaDescription media, LocalAudio local, bool mux)
    {
        if (media.Connection is not { } connection || connection.Text.IsEmpty)
        {
            return (default, Refuse("there is no c= line with an address"));
        }

        if (connection.Address is not { } address)
        {
            return (default, Refuse("the c= line names a host, and the box takes addresses only"));
        }

        if (connection.IsUnspecified)
        {
            var nowhere = new IPEndPoint(address, media.Port);
            return (new RemoteAudio(nowhere, nowhere, media.Direction & ~MediaDirection.ReceiveOnly), null);
        }

        if (!connection.IsUnicast)
        {
            return (default, Refuse($"{address} of the c= line is the address of a group"));
        }

        if (address.AddressFamily != local.Address.AddressFamily)
        {
            return (default, Refuse($"the box cannot send from {local.Address} to {address}"));
        }

        var rtp = new IPEndPoint(address, media.Port);
        return (new RemoteAudio(rtp, mux ? rtp : ControlOf(media, rtp), media.Direction), null);
    }

    /// <summary>The agreement of one codec.</summary>
    /// <param name="codec">The codec.</param>
    /// <param name="payloadType">Its payload type in what the box sends.</param>
    /// <param name="agreed">Which way the sound flows in the end, seen from the box.</param>
    public AgreedAudio Agree(AudioCodec codec, int payloadType, MediaDirection agreed) => new(
        codec, payloadType, Rtp, Control, agreed.HasFlag(MediaDirection.SendOnly), agreed.HasFlag(MediaDirection.ReceiveOnly));

    private static IPEndPoint ControlOf(MediaDescription media, IPEndPoint rtp)
    {
        var address = media.ControlAddress is { IsUnicast: true, IsUnspecified: false, Address: { } other }
            && other.AddressFamily == rtp.AddressFamily ? other : rtp.Address;
        return new IPEndPoint(address, media.ControlPort ?? Math.Min(rtp.Port + 1, IPEndPoint.MaxPort));
    }

    private static MediaRefusal Refuse(string words) => new(MediaRefusalReason.NoAddress, words);
}
