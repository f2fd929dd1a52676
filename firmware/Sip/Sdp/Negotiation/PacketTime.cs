namespace Switchhook.Sip.Sdp.Negotiation;

/// <summary>How much sound a packet holds.</summary>
internal static class PacketTime
{
    private const int Least = 10;
    private const int Most = 60;

    /// <summary>Milliseconds in the packets that the box sends: what the other side asks for, in tens, from 10 to 60.</summary>
    /// <param name="media">The other side's wishes.</param>
    /// <param name="usual">Where it has none.</param>
    public static int ToSend(MediaDescription media, int usual)
    {
        var most = Math.Clamp((media.MaxPacketMilliseconds ?? Most) / 10 * 10, Least, Most);
        return Math.Clamp((media.PacketMilliseconds ?? usual) / 10 * 10, Least, most);
    }
}
