using System.Collections.Immutable;

namespace Switchhook.Hardware.Linux.Gpio;

/// <summary>What the kernel tells of a GPIO chip.</summary>
/// <param name="Name">Name in the kernel, such as <c>gpiochip0</c>.</param>
/// <param name="Label">What its driver calls it, such as <c>pinctrl-bcm2711</c>.</param>
/// <param name="Devices">Its device file, and links to it.</param>
/// <param name="Lines">Its lines, by their offsets.</param>
public sealed record GpioChipFacts(
    string Name, string Label, ImmutableArray<string> Devices, ImmutableArray<GpioLineFacts> Lines)
{
    /// <summary>Name and label for messages.</summary>
    public override string ToString() => Label.Length == 0 || Label == Name ? Name : $"{Name} ({Label})";
}

/// <summary>What the kernel tells of a line of a GPIO chip.</summary>
/// <param name="Name">Name in the device tree, such as <c>GPIO17</c>; empty when it has none.</param>
/// <param name="IsUsed">True when something holds it.</param>
/// <param name="Holder">Who holds it, as it calls itself; empty when it does not say.</param>
/// <param name="IsOutput">True when it drives its level.</param>
public sealed record GpioLineFacts(string Name, bool IsUsed, string Holder, bool IsOutput);
