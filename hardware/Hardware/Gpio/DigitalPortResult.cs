namespace Switchhook.Hardware.Gpio;

/// <summary>A change of a pin's level.</summary>
/// <param name="New">The level now.</param>
/// <param name="Old">The level before; null at the first change.</param>
public readonly record struct DigitalPortResult(DigitalState New, DigitalState? Old) : IChangeResult<DigitalState>
{
    /// <summary>Time between the two; null at the first change.</summary>
    public TimeSpan? Delta => New.Time - Old?.Time;
}

/// <summary>The level of a pin at a time.</summary>
/// <param name="State">True is high.</param>
/// <param name="Time">When it was read, UTC.</param>
public readonly record struct DigitalState(bool State, DateTime Time);
