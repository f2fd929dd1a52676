namespace Switchhook.Hardware.Gpio;

/// <summary>A change of a value.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
public interface IChangeResult<T>
    where T : struct
{
    /// <summary>The value now.</summary>
    T New { get; }

    /// <summary>The value before; null at the first change.</summary>
    T? Old { get; }
}
