using Switchhook.Hardware.Linux.Interop;
using Switchhook.Hardware.Lines;

namespace Switchhook.Hardware.Linux.Sound;

/// <summary>What one direction of a sound device can do.</summary>
/// <param name="FewestChannels">Fewest channels.</param>
/// <param name="MostChannels">Most channels.</param>
/// <param name="LowestRate">Lowest sample rate, hertz.</param>
/// <param name="HighestRate">Highest sample rate, hertz.</param>
/// <param name="Has16Bits">True when it takes 16-bit samples, little-endian.</param>
/// <param name="Has32Bits">True when it takes 32-bit samples, little-endian.</param>
internal sealed record PcmOffer(
    uint FewestChannels, uint MostChannels, uint LowestRate, uint HighestRate, bool Has16Bits, bool Has32Bits)
{
    /// <summary>Asks a device.</summary>
    public static PcmOffer Of(nint stream, nint parameters)
    {
        _ = AlsaParameters.FewestChannels(parameters, out var fewest);
        _ = AlsaParameters.MostChannels(parameters, out var most);
        _ = AlsaParameters.LowestRate(parameters, out var lowest, out _);
        _ = AlsaParameters.HighestRate(parameters, out var highest, out _);
        return new PcmOffer(
            fewest,
            most,
            lowest,
            highest,
            AlsaParameters.TestFormat(stream, parameters, Alsa.Signed16) == 0,
            AlsaParameters.TestFormat(stream, parameters, Alsa.Signed32) == 0);
    }

    /// <summary>What is missing for so many channels of sound, in words; null when nothing is.</summary>
    public string? Lacks(int channels, int rate = LineAudio.SampleRate)
    {
        var fits = channels >= FewestChannels && channels <= MostChannels
            && rate >= LowestRate && rate <= HighestRate
            && (Has16Bits || Has32Bits);
        return fits
            ? null
            : $"does not move {channels} channels of 16 or 32 bits at {rate} Hz: it offers "
                + $"{Range(FewestChannels, MostChannels)} channels, {Range(LowestRate, HighestRate)} Hz, {Formats}. "
                + "Card and frame clock have to be set up for telephone sound by the overlay of the board; nothing is converted here";
    }

    private string Formats => (Has16Bits, Has32Bits) switch
    {
        (true, true) => "16 and 32 bits",
        (true, false) => "16 bits",
        (false, true) => "32 bits",
        (false, false) => "neither 16 nor 32 bits",
    };

    private static string Range(uint from, uint to) => from == to ? $"{from}" : $"{from} to {to}";
}
