using Switchhook.Hardware.Gpio;
using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Spi;

namespace Switchhook.Hardware.ProSlic;

/// <summary>How a card gets at its devices: each is opened when it is needed, and again after it was gone.</summary>
/// <remarks>What cannot be opened throws <see cref="IOException"/>, <see cref="UnauthorizedAccessException"/> or
/// <see cref="InvalidOperationException"/> with words for people. An <see cref="ISpiBus"/> that is <see cref="IDisposable"/> is disposed
/// of by the card.</remarks>
/// <param name="OpenSpi">Opens the control bus.</param>
/// <param name="OpenSound">Opens the sound highway; called on the sound thread.</param>
/// <param name="OpenReset">Opens the reset of the chips; its state is the level of the pin.</param>
/// <param name="OpenInterrupt">Opens the interrupt of the chips; its state is the level of the pin. It tells both edges.</param>
public sealed record ProSlicBuses(
    Func<ISpiBus> OpenSpi,
    Func<ITdmBus> OpenSound,
    Func<IDigitalOutputPort>? OpenReset = null,
    Func<IDigitalInterruptPort>? OpenInterrupt = null)
{
    /// <summary>True for the exceptions that say that a device cannot be opened or used.</summary>
    internal static bool IsFailure(Exception error) =>
        error is IOException or UnauthorizedAccessException or InvalidOperationException;
}
