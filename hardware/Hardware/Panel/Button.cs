using Switchhook.Hardware.Gpio;

namespace Switchhook.Hardware.Panel;

/// <summary>A button at a pin. The port takes the bounce out; disposing leaves the port to its owner.</summary>
public sealed class Button : IButton, IDisposable
{
    /// <summary>Contacts of push buttons bounce for up to about 20 ms.</summary>
    public static readonly TimeSpan Debounce = TimeSpan.FromMilliseconds(30);

    /// <summary>A shorter contact is a disturbance: nobody presses a button for less.</summary>
    public static readonly TimeSpan Glitch = TimeSpan.FromMilliseconds(5);

    private const long NotPressed = long.MinValue;

    private readonly IDigitalInterruptPort _port;
    private readonly bool _activeLow;
    private readonly TimeProvider _time;
    private long _pressedAt = NotPressed;

    /// <summary>Listens to a port, and sets its debounce and glitch times.</summary>
    /// <param name="name">Name as the board file gives it.</param>
    /// <param name="port">The pin's port; it tells of both edges.</param>
    /// <param name="time">The clock.</param>
    /// <param name="activeLow">True when the button is pressed while the pin is low.</param>
    /// <exception cref="ArgumentException">The port does not tell of both edges.</exception>
    public Button(string name, IDigitalInterruptPort port, TimeProvider time, bool activeLow = false)
    {
        if (port.InterruptMode != InterruptMode.EdgeBoth)
        {
            throw new ArgumentException($"Button {name} needs a port that tells of both edges, not {port.InterruptMode}.", nameof(port));
        }

        (Name, _port, _time, _activeLow) = (name, port, time, activeLow);
        port.DebounceDuration = Debounce;
        port.GlitchDuration = Glitch;
        port.Changed += OnChanged;
        Follow(port.State);
    }

    /// <inheritdoc/>
    public event Action? Pressed;

    /// <inheritdoc/>
    public event Action<TimeSpan>? Released;

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public bool IsPressed => Volatile.Read(ref _pressedAt) != NotPressed;

    /// <inheritdoc/>
    public TimeSpan Held => Volatile.Read(ref _pressedAt) is var since and not NotPressed ? _time.GetElapsedTime(since) : TimeSpan.Zero;

    /// <summary>Stops listening.</summary>
    public void Dispose() => _port.Changed -= OnChanged;

    private void OnChanged(object? sender, DigitalPortResult change) => Follow(change.New.State);

    // A port that lost an edge in its debounce time may tell the same level twice.
    private void Follow(bool level)
    {
        var pressed = level != _activeLow;
        if (pressed == IsPressed)
        {
            return;
        }

        var held = Held;
        Volatile.Write(ref _pressedAt, pressed ? _time.GetTimestamp() : NotPressed);
        if (pressed)
        {
            Pressed?.Invoke();
        }
        else
        {
            Released?.Invoke(held);
        }
    }
}
