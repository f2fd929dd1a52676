namespace Switchhook.Hardware.Panel;

/// <summary>A lamp of a red, a green and a blue one, each at a pin or dimmed. Disposing puts it out. One thread at a time.</summary>
/// <param name="name">Name as the board file gives it.</param>
/// <param name="red">The red one; they stay their owner's.</param>
/// <param name="green">The green one.</param>
/// <param name="blue">The blue one.</param>
public sealed class ColourLamp(string name, ILamp red, ILamp green, ILamp blue) : IColourLamp, IDisposable
{
    private LampColour _colour = LampColour.White;
    private bool _isOn;

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public LampColour Colour
    {
        get => _colour;
        set
        {
            _colour = value;
            if (_isOn)
            {
                Show();
            }
        }
    }

    /// <inheritdoc/>
    public bool IsOn
    {
        get => _isOn;
        set
        {
            _isOn = value;
            Show();
        }
    }

    /// <summary>Puts the lamp out.</summary>
    public void Dispose() => IsOn = false;

    // All three each time: one of them may have failed the last time.
    private void Show()
    {
        (red.Level, green.Level, blue.Level) = _isOn ? _colour.Parts() : default;
    }
}
