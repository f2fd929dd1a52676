using System.Globalization;
using Switchhook.Hardware.Gpio;

namespace Switchhook.Hardware.Linux.Pwm;

/// <summary>A channel of a PWM chip by the name of board files, such as <c>pwmchip0:1</c> or <c>pwmchip0/1</c>.</summary>
internal sealed record PwmChannelName(string Chip, int Channel) : IPin, IDigitalChannelInfo
{
    private const string ChipPrefix = "pwmchip";

    /// <inheritdoc cref="IPin.Name"/>
    public string Name => $"{Chip}:{Channel}";

    /// <inheritdoc/>
    public object Key => Name;

    /// <inheritdoc/>
    public IPinController? Controller => null;

    /// <inheritdoc/>
    public IList<IChannelInfo> SupportedChannels => [this];

    /// <inheritdoc/>
    public bool InterruptCapable => false;

    /// <inheritdoc/>
    public bool InputCapable => false;

    /// <inheritdoc/>
    public bool OutputCapable => true;

    /// <summary>Reads a name.</summary>
    /// <exception cref="IOException">It is none.</exception>
    public static PwmChannelName Parse(string name)
    {
        var split = name.IndexOfAny([':', '/']);
        return split > 0
            && name.StartsWith(ChipPrefix, StringComparison.Ordinal)
            && IsNumber(name.AsSpan(ChipPrefix.Length..split), out _)
            && IsNumber(name.AsSpan(split + 1), out var channel)
                ? new PwmChannelName(name[..split], channel)
                : throw new IOException($"{name} is no PWM channel: write chip and channel, such as pwmchip0:1.");
    }

    /// <inheritdoc/>
    public bool Equals(IPin? other) => other is PwmChannelName channel && Equals(channel);

    private static bool IsNumber(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
