using Switchhook.Audio;

namespace Switchhook.Testing.Fakes;

/// <summary>A media engine without sound: remembers what is connected and played; a test raises what a detector would.</summary>
/// <remarks>Set <see cref="Tick"/> as the loop driver's media tick to let what plays run to its end.</remarks>
public sealed class FakeMediaEngine : IMediaEngine
{
    private readonly List<FakeMediaChannel> _channels = [];

    /// <summary>All channels, closed ones too, in the order of their opening.</summary>
    public IReadOnlyList<FakeMediaChannel> Channels => _channels;

    /// <summary>Channels that are open.</summary>
    public IEnumerable<FakeMediaChannel> Open => _channels.Where(channel => !channel.IsClosed);

    /// <summary>The channel that the endpoint made for a port is connected to now, by the name of the channel.</summary>
    public FakeMediaChannel Heard(string name) => Open.Single(channel => channel.Name == name && channel.Endpoint is not null);

    /// <inheritdoc/>
    public IMediaChannel OpenChannel(string name)
    {
        var channel = new FakeMediaChannel(this, name);
        _channels.Add(channel);
        return channel;
    }

    /// <inheritdoc/>
    public IAudioBridge OpenBridge() => new FakeAudioBridge();

    /// <summary>Moves what plays on by a frame of 20 ms.</summary>
    public void Tick()
    {
        foreach (var channel in Open.ToList())
        {
            channel.Tick();
        }
    }

    internal void TakeEndpoint(IAudioEndpoint endpoint)
    {
        foreach (var channel in _channels.Where(channel => ReferenceEquals(channel.Endpoint, endpoint)))
        {
            channel.LoseEndpoint();
        }
    }
}
