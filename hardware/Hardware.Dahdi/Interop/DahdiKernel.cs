using System.Collections.Immutable;
using Switchhook.Hardware.Dahdi.Kernel;

namespace Switchhook.Hardware.Dahdi.Interop;

/// <summary>The DAHDI drivers of the running kernel.</summary>
/// <param name="places">Where the kernel shows them.</param>
internal sealed unsafe class DahdiKernel(DahdiPlaces places) : IDahdiKernel
{
    // DAHDI's own limits: DAHDI_MAX_SPANS and DAHDI_MAX_CHANNELS.
    private const int MostSpans = 128;
    private const int MostChannels = 1024;

    private readonly SysfsDevices _devices = new(places.Buses);

    private string Control => Path.Combine(places.Devices, "ctl");

    /// <inheritdoc/>
    public Inventory Look()
    {
        using var control = new DahdiFile(Control);
        var version = default(DriverVersion);
        var known = control.Control(Request.GetVersion, ref version) == Outcome.Done;
        var spans = Enumerable.Range(1, MostSpans).Select(number => Status(control, number)).OfType<SpanInfo>().ToList();
        return new Inventory(
            known ? FixedText.Read(version.Version, 80) : "unknown",
            WithChannels(control, spans),
            _devices.Unassigned());
    }

    /// <inheritdoc/>
    public void Assign(DeviceInfo device) => _devices.Assign(device);

    /// <inheritdoc/>
    public void Configure(int channel, Signalling signalling)
    {
        using var control = new DahdiFile(Control);

        // The law stays the driver's: it has set the card's codecs to it. Ports carry linear sound.
        var config = new ChannelConfig { Channel = channel, Master = channel, Signalling = (int)signalling };
        Must(control, control.Control(Request.ChannelConfig, ref config), $"DAHDI channel {channel} cannot be signalled {signalling}");
    }

    /// <inheritdoc/>
    public void Start(int span)
    {
        using var control = new DahdiFile(Control);
        Must(control, control.Control(Request.Startup, span), $"DAHDI span {span} does not start");
    }

    /// <inheritdoc/>
    public void LoadZone()
    {
        using var control = new DahdiFile(Control);
        var zone = new ToneZone();
        (zone.Cadence[0], zone.Cadence[1]) = (2000, 4000);
        FixedText.Write(zone.Name, 40, "ring");

        // Fails where a zone is loaded already; any zone will do, since each channel has a cadence of its own.
        _ = control.Control(Request.LoadZone, ref zone);
        Must(control, control.Control(Request.DefaultZone, 0), "The DAHDI drivers take no tone zone, without which they do not ring");
    }

    /// <inheritdoc/>
    public void AttachEchoCanceller(int channel, string name)
    {
        using var control = new DahdiFile(Control);
        var attachment = new EchoCancellerAttachment { Channel = channel };
        FixedText.Write(attachment.Name, 16, name);
        Must(
            control,
            control.Control(Request.AttachEchoCanceller, ref attachment),
            $"There is no echo canceller \"{name}\" for DAHDI channel {channel}; load its module (dahdi_echocan_{name}), or take "
                + "\"echo-canceller\" out of the board file");
    }

    /// <inheritdoc/>
    public IDahdiChannel Open(int channel, bool cancelEcho) =>
        new DahdiChannel(Path.Combine(places.Devices, "channel"), channel, cancelEcho);

    /// <inheritdoc/>
    public IDahdiWait CreateWait() => new DahdiWait();

    private SpanInfo? Status(DahdiFile control, int number)
    {
        var status = new SpanStatus { Span = number };
        return control.Control(Request.SpanStatus, ref status) != Outcome.Done ? null : new SpanInfo(
            number,
            FixedText.Read(status.Name, 20),
            FixedText.Read(status.Description, 40),
            FixedText.Read(status.DeviceType, 40),
            FixedText.Read(status.Location, 40),
            _devices.HardwareIdOfSpan(number),
            status.Alarms,
            [.. Enumerable.Range(1, status.Channels).Select(position => new ChannelInfo(0, position, 0, 0))]);
    }

    // A span's answer does not tell the numbers of its channels: each channel tells its span.
    private static ImmutableArray<SpanInfo> WithChannels(DahdiFile control, List<SpanInfo> spans)
    {
        var left = spans.Sum(span => span.Channels.Length);
        var found = spans.ToDictionary(span => span.Number, _ => ImmutableArray.CreateBuilder<ChannelInfo>());
        for (var number = 1; number < MostChannels && left > 0; number++)
        {
            var channel = new ChannelParams { Channel = number };
            if (control.Control(Request.GetParams, ref channel) == Outcome.Done && found.TryGetValue(channel.Span, out var channels))
            {
                channels.Add(new ChannelInfo(number, channel.Position, channel.Capabilities, channel.Signalling));
                left--;
            }
        }

        return [.. spans.Select(span => span with { Channels = found[span.Number].ToImmutable() })];
    }

    private static void Must(DahdiFile file, Outcome outcome, string otherwise)
    {
        if (outcome != Outcome.Done)
        {
            throw new DahdiException($"{otherwise} (error {file.Error}).");
        }
    }
}
