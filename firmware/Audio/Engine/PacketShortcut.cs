namespace Switchhook.Audio.Engine;

/// <summary>Lets the packets of two parties go straight from one to the other while the bridge changes nothing in their sound.</summary>
/// <remarks>Media thread.</remarks>
internal sealed class PacketShortcut
{
    private IPacketEndpoint? _one;
    private IPacketEndpoint? _other;

    /// <summary>Two parties talk, and nobody else: decides anew in each tick.</summary>
    public void Between(MediaChannel one, MediaChannel other)
    {
        if (one.Packets is not { } first || other.Packets is not { } second || !first.CanRelay(second))
        {
            End();
            return;
        }

        // The tap of one hears the other too.
        var isTapped = one.IsTapped || other.IsTapped;
        first.IsHeard = isTapped || one.IsListening;
        second.IsHeard = isTapped || other.IsListening;
        if (!ReferenceEquals(first, _one) || !ReferenceEquals(second, _other))
        {
            End();
            first.Relay(second);
            second.Relay(first);
            (_one, _other) = (first, second);
        }
    }

    /// <summary>Back to frames.</summary>
    public void End()
    {
        _one?.Relay(null);
        _other?.Relay(null);
        (_one, _other) = (null, null);
    }
}
