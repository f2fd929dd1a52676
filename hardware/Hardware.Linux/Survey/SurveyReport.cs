using System.Collections.Immutable;
using Switchhook.Hardware.Linux.Gpio;
using Switchhook.Hardware.Linux.Sound;

namespace Switchhook.Hardware.Linux.Survey;

/// <summary>What hardware the kernel shows to this user.</summary>
/// <param name="Board">What the board calls itself (device tree, else DMI); null when it does not say.</param>
/// <param name="RealTime">Whether the media thread may have a real-time priority, in words.</param>
/// <param name="Chips">GPIO chips that open.</param>
/// <param name="SpiDevices">SPI devices, such as <c>/dev/spidev0.0</c>.</param>
/// <param name="I2cBuses">I²C buses.</param>
/// <param name="SoundCards">Sound cards.</param>
/// <param name="Watchdogs">Watchdogs.</param>
/// <param name="PwmChips">PWM chips, such as <c>pwmchip0</c>.</param>
/// <param name="Troubles">What this user may not open, each a sentence with its cure.</param>
public sealed record SurveyReport(
    string? Board,
    RealTimeRight RealTime,
    ImmutableArray<GpioChipFacts> Chips,
    ImmutableArray<string> SpiDevices,
    ImmutableArray<NamedDevice> I2cBuses,
    ImmutableArray<SoundCard> SoundCards,
    ImmutableArray<NamedDevice> Watchdogs,
    ImmutableArray<string> PwmChips,
    ImmutableArray<string> Troubles);

/// <summary>A device and what its driver calls it.</summary>
/// <param name="Device">Path, such as <c>/dev/i2c-1</c>.</param>
/// <param name="Name">Name; empty when the driver does not say.</param>
public sealed record NamedDevice(string Device, string Name);

/// <summary>Whether this process may run threads with real-time priority.</summary>
/// <param name="IsAllowed">True when it may.</param>
/// <param name="Words">Why, or the cure.</param>
public sealed record RealTimeRight(bool IsAllowed, string Words);
