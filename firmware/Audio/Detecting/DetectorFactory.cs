using Switchhook.Hardware.Countries;

namespace Switchhook.Audio.Detecting;

/// <summary>Makes detectors.</summary>
internal static class DetectorFactory
{
    /// <summary>A detector of one kind.</summary>
    public static IFrameDetector Create(Detectors kind, Country country) =>
        throw new NotSupportedException($"{kind} ({country.Code}) lands with the detectors.");
}
