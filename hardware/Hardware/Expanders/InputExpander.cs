using System.Collections.Immutable;
using Switchhook.Hardware.Gpio;

namespace Switchhook.Hardware.Expanders;

/// <summary>An expander whose pins can be inputs too. Changes are told from a thread of the clock.</summary>
/// <remarks>
/// With the chip's interrupt pin at a pin of the board, a change is seen at once; without it the inputs are read every 20 ms while
/// somebody has one.
/// </remarks>
public abstract class InputExpander : Expander, IDigitalInterruptController
{
    /// <summary>Time between two looks at inputs whose chip has no interrupt pin: a press of a button takes 50 ms at least.</summary>
    public static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);

    private readonly Dictionary<ulong, FilteredInputPort> _inputs = [];
    private readonly IDigitalInterruptPort? _interrupt;
    private readonly TimeProvider _time;
    private InputLevels _read;
    private bool _hasRead;

    /// <summary>An expander that is left alone until somebody takes a pin.</summary>
    /// <param name="name">Name as the board file gives it.</param>
    /// <param name="names">Names of its pins, that of bit 0 first.</param>
    /// <param name="interrupt">Where the chip's interrupt pin arrives, low when inputs have changed; stays its owner's.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="ArgumentException">The port does not tell of falling edges.</exception>
    protected InputExpander(string name, ImmutableArray<string> names, IDigitalInterruptPort? interrupt, TimeProvider time)
        : base(name, names, time)
    {
        if (interrupt is { InterruptMode: InterruptMode.None or InterruptMode.EdgeRising })
        {
            throw new ArgumentException($"The interrupt of expander {name} needs a port that tells of falling edges.", nameof(interrupt));
        }

        (_interrupt, _time) = (interrupt, time);
        if (interrupt is not null)
        {
            (interrupt.DebounceDuration, interrupt.GlitchDuration) = (TimeSpan.Zero, TimeSpan.Zero);
            interrupt.Changed += OnInterrupt;
        }
    }

    /// <summary>Pins that are inputs.</summary>
    protected ulong Inputs { get; private set; }

    /// <summary>Inputs with the chip's pull-up.</summary>
    protected ulong PullUps { get; private set; }

    /// <inheritdoc/>
    protected override TimeSpan Interval => Inputs != 0 && _interrupt is null ? PollInterval : RefreshInterval;

    /// <inheritdoc/>
    protected override bool CanRead(ulong bit) => true;

    /// <summary>Takes a pin as an input. While the chip does not answer, the level is that of its pull-up.</summary>
    /// <param name="pin">The pin.</param>
    /// <param name="interruptMode">Which changes are told.</param>
    /// <param name="resistorMode">The pull resistor; these chips have pull-ups only.</param>
    /// <param name="debounceDuration">After a change that was told, further ones are held back for this time.</param>
    /// <param name="glitchDuration">A level counts only once it has been stable for this time.</param>
    /// <exception cref="IOException">The pin is in use, cannot be read, or has no such resistor.</exception>
    public IDigitalInterruptPort CreateDigitalInterruptPort(
        IPin pin, InterruptMode interruptMode, ResistorMode resistorMode, TimeSpan debounceDuration, TimeSpan glitchDuration)
    {
        if (resistorMode == ResistorMode.InternalPullDown)
        {
            throw new IOException($"Expander {Name} has no pull-down for pin {pin.Name}. Wire a resistor, and write \"pull: none\".");
        }

        if (pin is ExpanderPin { InputCapable: false })
        {
            throw new IOException($"Pin {pin.Name} of expander {Name} is an output only. Use another one.");
        }

        lock (Gate)
        {
            var own = Take_NeedsLock(pin);
            var pulledUp = resistorMode is ResistorMode.InternalPullUp;
            Inputs |= own.Bit;
            PullUps = pulledUp ? PullUps | own.Bit : PullUps & ~own.Bit;
            _read = default;
            Reconfigure_NeedsLock();
            var level = TryRead_NeedsLock() ? (_read.Now & own.Bit) != 0 : pulledUp || resistorMode is ResistorMode.ExternalPullUp;
            var port = new FilteredInputPort(own, level, interruptMode, resistorMode, _time, _ => EndInput(own.Bit))
            {
                DebounceDuration = debounceDuration,
                GlitchDuration = glitchDuration,
            };
            _inputs.Add(own.Bit, port);
            return port;
        }
    }

    /// <summary>Reads all pins from the chip.</summary>
    private protected abstract InputLevels ReadInputs_NeedsLock();

    /// <inheritdoc/>
    private protected override void Read_NeedsLock()
    {
        if (Inputs != 0)
        {
            _read = ReadInputs_NeedsLock();
            _hasRead = true;
        }
    }

    /// <inheritdoc/>
    protected override void Tell()
    {
        InputLevels read;
        KeyValuePair<ulong, FilteredInputPort>[] ports;
        lock (Gate)
        {
            if (!_hasRead)
            {
                return;
            }

            _hasRead = false;
            (read, ports) = (_read, [.. _inputs]);
        }

        foreach (var (bit, port) in ports)
        {
            port.Tell((read.Captured & bit) != 0);
            port.Tell((read.Now & bit) != 0);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (_interrupt is not null)
        {
            _interrupt.Changed -= OnInterrupt;
        }

        base.Dispose(disposing);
    }

    private bool TryRead_NeedsLock()
    {
        if (Fault is not null)
        {
            return false;
        }

        try
        {
            _read = ReadInputs_NeedsLock();
            return true;
        }
        catch (IOException)
        {
            // The look that Reconfigure has asked for finds it too, and tells.
            return false;
        }
    }

    private void EndInput(ulong bit)
    {
        lock (Gate)
        {
            _inputs.Remove(bit);
            Inputs &= ~bit;
            GiveBack(bit);
        }
    }

    private void OnInterrupt(object? sender, DigitalPortResult change)
    {
        if (!change.New.State)
        {
            Wake();
        }
    }
}

/// <summary>Levels of the inputs of a chip, a bit each.</summary>
/// <param name="Captured">When the interrupt came; as <paramref name="Now"/> for a chip that does not keep it.</param>
/// <param name="Now">At this moment.</param>
public readonly record struct InputLevels(ulong Captured, ulong Now);
