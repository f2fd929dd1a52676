namespace Switchhook.Hardware.Gpio;

/// <summary>An input that tells of changes. Events come on the driver's thread: the handler hands over and returns.</summary>
public interface IDigitalInterruptPort : IDigitalInputPort, IObservable<IChangeResult<DigitalState>>
{
    /// <summary>A change that <see cref="InterruptMode"/> names and that neither debounce nor glitch filter holds back.</summary>
    event EventHandler<DigitalPortResult>? Changed;

    /// <summary>Which changes are told.</summary>
    InterruptMode InterruptMode { get; }

    /// <summary>After a change that was told, further ones are ignored for this time.</summary>
    TimeSpan DebounceDuration { get; set; }

    /// <summary>A level counts only once it has been stable for this time.</summary>
    TimeSpan GlitchDuration { get; set; }
}

/// <summary>Which changes of an input are told.</summary>
public enum InterruptMode
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>From high to low.</summary>
    EdgeFalling = 1,

    /// <summary>From low to high.</summary>
    EdgeRising = 2,

    /// <summary>Both.</summary>
    EdgeBoth = 3,
}
