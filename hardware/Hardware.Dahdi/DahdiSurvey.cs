using System.Collections.Immutable;
using System.Globalization;
using Switchhook.Hardware.Dahdi.Interop;
using Switchhook.Hardware.Dahdi.Kernel;

namespace Switchhook.Hardware.Dahdi;

/// <summary>What DAHDI hardware is there, read without configuring anything.</summary>
/// <param name="Version">Version of the drivers; null when they are not there.</param>
/// <param name="Spans">Spans that have a number.</param>
/// <param name="Unassigned">Devices whose spans have none yet, in words.</param>
/// <param name="Problem">Why there is nothing, and what to do; null when there is something.</param>
public sealed record DahdiSurvey(
    string? Version, ImmutableArray<SurveyedSpan> Spans, ImmutableArray<string> Unassigned, string? Problem)
{
    private const string NothingThere = "The DAHDI drivers are loaded, but show no card: check that one is plugged in, and load its module "
        + "(modprobe wctdm, or what its maker names).";

    /// <summary>Reads what is there at the usual places.</summary>
    public static DahdiSurvey Read() => Read(DahdiPlaces.Default);

    /// <summary>Reads what is there.</summary>
    /// <param name="places">Where the kernel shows it.</param>
    public static DahdiSurvey Read(DahdiPlaces places) => Read(new DahdiKernel(places));

    /// <summary>Reads what a kernel shows.</summary>
    internal static DahdiSurvey Read(IDahdiKernel kernel)
    {
        try
        {
            var inventory = kernel.Look();
            return new DahdiSurvey(
                inventory.Version,
                [.. inventory.Spans.Select(SurveyedSpan.Of)],
                [.. inventory.Unassigned.Select(Describe)],
                inventory.Spans.IsEmpty && inventory.Unassigned.IsEmpty ? NothingThere : null);
        }
        catch (DahdiException error)
        {
            return new DahdiSurvey(null, [], [], error.Message);
        }
    }

    /// <summary>All of it as lines of text.</summary>
    public override string ToString() => string.Join('\n', Lines());

    private static string Describe(DeviceInfo device) => string.Create(
        CultureInfo.InvariantCulture,
        $"{device.Type} ({device.Location}, hardware id \"{device.HardwareId}\"): {device.Spans} spans without a number; ")
            + "a card of the board file that uses them assigns them.";

    private IEnumerable<string> Lines()
    {
        if (Version is not null)
        {
            yield return $"DAHDI {Version}";
        }

        foreach (var span in Spans)
        {
            yield return span.ToString();
        }

        foreach (var device in Unassigned)
        {
            yield return device;
        }

        if (Problem is not null)
        {
            yield return Problem;
        }
    }
}

/// <summary>A span as the survey shows it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">Name, such as <c>WCTDM/0</c>.</param>
/// <param name="Description">What the driver says of it.</param>
/// <param name="DeviceType">What the device is.</param>
/// <param name="Location">Where it is plugged in.</param>
/// <param name="HardwareId">What the device says that it is.</param>
/// <param name="Alarms">Alarms in words; empty when there are none.</param>
/// <param name="FxoChannels">Channels that can be ports towards the exchange.</param>
/// <param name="FxsChannels">Channels that can be ports towards telephones.</param>
/// <param name="OtherChannels">Channels that can be neither.</param>
public sealed record SurveyedSpan(
    int Number,
    string Name,
    string Description,
    string DeviceType,
    string Location,
    string HardwareId,
    string Alarms,
    int FxoChannels,
    int FxsChannels,
    int OtherChannels)
{
    // Bits of dahdi/user.h.
    private static readonly (int Bit, string Word)[] AlarmWords =
    [
        (1 << 0, "recovering"),
        (1 << 1, "looped back"),
        (1 << 2, "yellow: the far end hears nothing"),
        (1 << 3, "red: no signal"),
        (1 << 4, "blue: the far end has a fault"),
        (1 << 5, "not open"),
    ];

    /// <summary>A line of text.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"span {Number} {Name} \"{Description}\": {DeviceType} ({Location}, hardware id \"{HardwareId}\"), {FxoChannels} FXO, "
            + $"{FxsChannels} FXS, {OtherChannels} other channels, {(Alarms.Length > 0 ? $"alarm {Alarms}" : "no alarm")}");

    /// <summary>A span of an inventory.</summary>
    internal static SurveyedSpan Of(SpanInfo span)
    {
        var fxo = span.Channels.Count(channel => channel.AsFxo is not null);
        var fxs = span.Channels.Count(channel => channel is { AsFxo: null, AsFxs: not null });
        return new SurveyedSpan(
            span.Number,
            span.Name,
            span.Description,
            span.DeviceType,
            span.Location,
            span.HardwareId,
            string.Join(", ", AlarmWords.Where(alarm => (span.Alarms & alarm.Bit) != 0).Select(alarm => alarm.Word)),
            fxo,
            fxs,
            span.Channels.Length - fxo - fxs);
    }
}
