namespace Switchhook.Audio;

/// <summary>An endpoint whose sound comes in packets that can go straight to another one, without being decoded on the way.</summary>
/// <remarks>Called on the media thread.</remarks>
public interface IPacketEndpoint : IAudioEndpoint
{
    /// <summary>True when packets can be passed on both ways as they are: same codec, both parties send and listen.</summary>
    bool CanRelay(IPacketEndpoint other);

    /// <summary>
    /// From now on passes the packets that come in here on to <paramref name="other"/>, and plays nothing else to the own party; null
    /// goes back to frames. The other one is told too, with this one.
    /// </summary>
    void Relay(IPacketEndpoint? other);

    /// <summary>While packets are relayed: true when <see cref="IAudioEndpoint.ReadFrame"/> has to bring sound nevertheless.</summary>
    bool IsHeard { set; }
}
