using Switchhook.Hardware.Countries;

namespace Switchhook.Audio.Detecting;

/// <summary>Makes detectors.</summary>
internal static class DetectorFactory
{
    /// <summary>A detector of one kind.</summary>
    /// <param name="kind">Exactly one flag.</param>
    /// <param name="country">Whose tones and schemes hold.</param>
    public static IFrameDetector Create(Detectors kind, Country country) => kind switch
    {
        Detectors.Dtmf => new DtmfDetector(),
        Detectors.CallerId => new CallerIdDetector(country.CallerId.Scheme),
        Detectors.CallProgress => new CallProgressDetector(country),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "One kind at a time."),
    };
}
