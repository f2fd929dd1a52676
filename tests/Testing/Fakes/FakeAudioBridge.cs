using Switchhook.Audio;

namespace Switchhook.Testing.Fakes;

/// <summary>A bridge of <see cref="FakeMediaEngine"/>: remembers who is in.</summary>
public sealed class FakeAudioBridge : IAudioBridge
{
    private readonly Dictionary<IMediaChannel, BridgeRole> _members = [];

    /// <summary>Who is in, and as what.</summary>
    public IReadOnlyDictionary<IMediaChannel, BridgeRole> Members => _members;

    /// <inheritdoc/>
    public void Join(IMediaChannel channel, BridgeRole role, IMediaChannel? to = null)
    {
        var fake = (FakeMediaChannel)channel;
        if (!ReferenceEquals(fake.Bridge, this))
        {
            fake.Bridge?.Leave(channel);
            if (_members.Count == IAudioBridge.MaxChannels)
            {
                throw new InvalidOperationException($"A bridge holds at most {IAudioBridge.MaxChannels} channels.");
            }
        }

        fake.Bridge = this;
        _members[channel] = role;
    }

    /// <inheritdoc/>
    public void Leave(IMediaChannel channel)
    {
        if (_members.Remove(channel))
        {
            ((FakeMediaChannel)channel).Bridge = null;
        }
    }
}
