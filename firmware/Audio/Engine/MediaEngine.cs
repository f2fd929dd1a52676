using System.Collections.Concurrent;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;

namespace Switchhook.Audio.Engine;

/// <summary>Moves the sound of all channels, 20 ms at a time.</summary>
/// <remarks>
/// Two threads meet here. The control loop opens channels and bridges and changes them: each change is a command in a queue. The media
/// thread
/// calls <see cref="Tick"/>: it carries the commands out, then moves one frame of everything, without a lock and without allocation.
/// What it
/// hears and finishes goes back by <c>post</c>.
/// </remarks>
public sealed class MediaEngine : IMediaEngine
{
    /// <summary>Commands that may wait for the next tick; more means that the media thread stands still.</summary>
    public const int MaxWaitingCommands = 65_536;

    private readonly IReadOnlyList<ILineCard> _cards;
    private readonly Action<Action> _post;
    private readonly ConcurrentQueue<Action> _commands = new();
    private readonly List<MediaChannel> _channels = [];
    private readonly List<AudioBridge> _bridges = [];
    private readonly int[] _sum = new int[LineAudio.BlockSamples];

    /// <summary>An engine for the cards of the box.</summary>
    /// <param name="cards">Their blocks are exchanged in every tick.</param>
    /// <param name="country">Facts for the tone and caller-ID detectors.</param>
    /// <param name="post">Runs something on the control loop.</param>
    public MediaEngine(IReadOnlyList<ILineCard> cards, Country country, Action<Action> post)
    {
        _cards = cards;
        _post = post;
        Country = country;
    }

    internal Country Country { get; }

    /// <inheritdoc/>
    public IMediaChannel OpenChannel(string name)
    {
        var channel = new MediaChannel(this, name);
        Submit(() => _channels.Add(channel));
        return channel;
    }

    /// <inheritdoc/>
    public IAudioBridge OpenBridge() => new AudioBridge(this);

    /// <summary>Moves one block of 20 ms. Media thread only.</summary>
    public void Tick()
    {
        while (_commands.TryDequeue(out var command))
        {
            command();
        }

        for (var i = 0; i < _cards.Count; i++)
        {
            _cards[i].ExchangeBlock();
        }

        for (var i = 0; i < _channels.Count; i++)
        {
            _channels[i].Listen();
        }

        for (var i = 0; i < _bridges.Count; i++)
        {
            _bridges[i].Mix(_sum);
        }

        for (var i = 0; i < _channels.Count; i++)
        {
            _channels[i].Speak();
        }
    }

    /// <summary>Queues a command for the next tick. Control loop only.</summary>
    /// <exception cref="InvalidOperationException">The media thread stands still.</exception>
    internal void Submit(Action command)
    {
        if (_commands.Count >= MaxWaitingCommands)
        {
            throw new InvalidOperationException($"{MaxWaitingCommands} commands wait for the media clock; it stands still.");
        }

        _commands.Enqueue(command);
    }

    /// <summary>Runs something on the control loop. Media thread only.</summary>
    internal void Post(Action work) => _post(work);

    /// <summary>Media thread only.</summary>
    internal void Remove(MediaChannel channel) => _channels.Remove(channel);

    /// <summary>The channel that an endpoint belongs to now. Media thread only.</summary>
    internal MediaChannel? Owner(IAudioEndpoint endpoint)
    {
        foreach (var channel in _channels)
        {
            if (channel.Has(endpoint))
            {
                return channel;
            }
        }

        return null;
    }

    /// <summary>Begins or ends the mixing of a bridge. Media thread only.</summary>
    internal void SetActive(AudioBridge bridge, bool active)
    {
        if (!active)
        {
            _bridges.Remove(bridge);
        }
        else if (!_bridges.Contains(bridge))
        {
            _bridges.Add(bridge);
        }
    }
}
