using Switchhook.Hardware.Yaml;

namespace Switchhook.Site.Codes;

/// <summary>Reads how calls are parked.</summary>
internal static class ParkingReader
{
    private static readonly YamlKey[] Keys = [YamlKey.Optional("places"), YamlKey.Optional("return-after")];

    /// <summary>Reads <c>parking</c>; what it leaves out is as without it.</summary>
    public static ParkingConfig Read(YamlFields file, MistakeLog log)
    {
        var usual = ParkingConfig.Default;
        if (file.Node("parking") is not { } node || YamlFields.Open(node, "parking", Keys, log) is not { } fields)
        {
            return usual;
        }

        return new ParkingConfig(
            fields.Number("places", 1, ParkingConfig.MostPlaces)?.Value ?? usual.Places,
            fields.Duration("return-after", ParkingConfig.ShortestReturn, ParkingConfig.LongestReturn)?.Value ?? usual.ReturnAfter);
    }
}
