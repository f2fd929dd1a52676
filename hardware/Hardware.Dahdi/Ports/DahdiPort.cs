using System.Collections.Concurrent;
using Switchhook.Hardware.Dahdi.Kernel;
using Switchhook.Hardware.Lines;

namespace Switchhook.Hardware.Dahdi.Ports;

/// <summary>What the FXO and FXS ports of a card have in common: sound, faults, the way of commands to the card's thread.</summary>
/// <remarks>
/// <para>Commands are handed to the card's thread, and not given to the kernel by the caller: a driver may bit-bang an SPI bus or send a
/// USB packet under its lock before the call returns, and the channel may be closed in that moment because its card was unplugged.</para>
/// <para>What the wire does is told twice by the drivers, by events and by the state that GET_PARAMS shows. Events come within a
/// millisecond, but some are held back (a ring in the 2 s after on-hook, a battery that is lost on-hook) and a full queue drops new ones.
/// So events date the changes, and a look at each block makes sure of the state.</para>
/// </remarks>
internal abstract class DahdiPort : IAnalogPort, IPumpOwner
{
    /// <summary>Commands that wait; the control loop gives some per call, and they are taken within a block.</summary>
    private const int MostCommands = 64;

    private const int MostEvents = 64;

    private readonly ConcurrentQueue<PortCommand> _commands = new();
    private readonly CardContext _card;
    private readonly PortSound _sound;
    private volatile string? _fault;

    /// <summary>A port without a channel yet.</summary>
    protected DahdiPort(string name, CardContext card)
    {
        Name = name;
        _card = card;
        _sound = new PortSound(card.Time);
        Pump = new BlockPump(_sound, card.Received, card.Sent, this);
    }

    /// <inheritdoc/>
    public event Action<LineEvent>? LineEvent;

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public ReadOnlySpan<short> Received => _sound.Received;

    /// <inheritdoc/>
    public Span<short> Transmit => _sound.Transmit;

    /// <inheritdoc/>
    public abstract LineReadings Readings { get; }

    /// <inheritdoc/>
    public bool Measures => false;

    /// <inheritdoc/>
    public string? Fault => _fault;

    /// <summary>The channel; null while there is none. Card's thread only.</summary>
    public IDahdiChannel? Channel { get; private set; }

    /// <summary>Moves the channel's blocks.</summary>
    public BlockPump Pump { get; }

    /// <summary>How the channel failed; null while it works.</summary>
    public Outcome? Trouble { get; private set; }

    /// <summary>Samples from the wire that came too late for the media thread, or found no room.</summary>
    public long LostSamples => _sound.Lost;

    /// <summary>The moment, as line events tell it.</summary>
    protected TimeSpan Now => _card.Time.GetElapsedTime(0);

    /// <summary>Moves a block between the media thread and the card's thread; media thread.</summary>
    public void Exchange() => _sound.Exchange();

    /// <summary>Takes a channel that was opened for the port. A fault lasts until the channel's first block.</summary>
    public void Adopt(IDahdiChannel channel, TimeSpan now)
    {
        (Channel, Trouble) = (channel, null);
        _commands.Clear();
        Pump.Begin(now);
        OnOpened(now);
    }

    /// <summary>The port cannot be served from now on; its channel is closed.</summary>
    /// <param name="sentence">Why, for people.</param>
    public void Fail(string sentence)
    {
        Channel?.Dispose();
        (Channel, Trouble) = (null, null);
        var began = _fault is null;
        if (began)
        {
            GiveUp();
        }

        if (_fault != sentence)
        {
            _fault = sentence;
            _card.Tell($"{Name}: {sentence}");
        }

        if (began)
        {
            LineEvent?.Invoke(new LineEvent(LineEventKind.FaultBegan, Now));
        }
    }

    /// <summary>The port's first block after a fault has moved.</summary>
    public void Recover()
    {
        _fault = null;
        _card.Tell($"{Name}: works again.");
        OnRecovered();
        LineEvent?.Invoke(new LineEvent(LineEventKind.FaultCleared, Now));
    }

    /// <summary>Does what the control loop wants.</summary>
    public void Act(TimeSpan now)
    {
        while (Channel is not null && _commands.TryPeek(out var command) && (Fault is not null || MayBegin(command, now)))
        {
            _commands.TryDequeue(out _);
            if (Fault is null)
            {
                Do(command, now);
            }
        }
    }

    /// <inheritdoc/>
    public void TakeEvents()
    {
        for (var i = 0; i < MostEvents && Channel?.NextEvent() is { } happened and not ChannelEvent.None; i++)
        {
            if (happened == ChannelEvent.Removed)
            {
                Trouble = Outcome.Gone;
                return;
            }

            OnEvent(happened);
        }
    }

    /// <summary>Looks at the wire.</summary>
    public void Look(TimeSpan now)
    {
        if (Channel is { } channel && Check(channel.Sense(out var sense)))
        {
            OnSense(sense, now);
        }
    }

    /// <inheritdoc/>
    public virtual void Sends(ReadOnlySpan<short> block)
    {
        // Sound passes an exchange line in any state.
    }

    /// <summary>Notes an outcome that is a fault of the channel.</summary>
    public bool Check(Outcome outcome)
    {
        if (outcome is Outcome.Gone or Outcome.Failed)
        {
            Trouble ??= outcome;
        }

        return outcome == Outcome.Done;
    }

    /// <summary>Tells a limitation of the driver or a refusal, which is no fault of the port.</summary>
    protected void Tell(string sentence) => _card.Tell($"{Name}: {sentence}");

    /// <summary>Hands a command to the card's thread. A card that takes none any more gets no new ones.</summary>
    protected void Post(in PortCommand command)
    {
        if (_commands.Count < MostCommands)
        {
            _commands.Enqueue(command);
            _card.Wake();
        }
    }

    /// <summary>Tells of a change; a port with a fault tells nothing.</summary>
    protected void Raise(LineEventKind kind)
    {
        if (_fault is null)
        {
            LineEvent?.Invoke(new LineEvent(kind, Now));
        }
    }

    /// <summary>False while something else must end before the command.</summary>
    protected abstract bool MayBegin(in PortCommand command, TimeSpan now);

    /// <summary>Does a command; there is a channel.</summary>
    protected abstract void Do(in PortCommand command, TimeSpan now);

    /// <summary>An event came.</summary>
    protected abstract void OnEvent(ChannelEvent happened);

    /// <summary>The state of the wire.</summary>
    protected abstract void OnSense(in LineSense sense, TimeSpan now);

    /// <summary>A channel was opened: it is on-hook.</summary>
    protected abstract void OnOpened(TimeSpan now);

    /// <summary>A fault begins.</summary>
    protected abstract void GiveUp();

    /// <summary>A fault is over.</summary>
    protected abstract void OnRecovered();
}
