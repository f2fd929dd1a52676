using System.Collections.Immutable;
using Switchhook.Hardware.Dahdi.Kernel;

namespace Switchhook.Tests.Hardware.Dahdi;

/// <summary>DAHDI drivers in memory: spans that can come and go, and channels that behave as the real ones do.</summary>
internal sealed class FakeKernel : IDahdiKernel
{
    private readonly List<SpanInfo> _spans = [];
    private readonly List<DeviceInfo> _unassigned = [];
    private readonly Dictionary<int, SpanInfo> _whenAssigned = [];

    /// <summary>What stands in the way of everything; null when the drivers are there.</summary>
    public string? Missing { get; set; }

    /// <summary>All calls that change something, in words and in order.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>Open channels by number.</summary>
    public Dictionary<int, FakeChannel> Open { get; } = [];

    /// <summary>Channels that another program uses.</summary>
    public HashSet<int> Busy { get; } = [];

    /// <summary>Channels that give no block.</summary>
    public HashSet<int> Silent { get; } = [];

    /// <summary>What the engine waits for.</summary>
    public FakeWait Wait { get; } = new();

    /// <summary>A span appears with the given channels, as after its driver was loaded with auto_assign_spans=1.</summary>
    public void Plug(int number, int firstChannel, int fxo, int fxs, string name = "CARD/0", string location = "slot 1") =>
        _spans.Add(Span(number, firstChannel, fxo, fxs, name, location));

    /// <summary>A device appears whose span has no number.</summary>
    public void PlugUnassigned(int number, int firstChannel, int fxo, int fxs)
    {
        _unassigned.Add(new DeviceInfo("pci:1", "analog card", "slot 1", "id-1", 1));
        _whenAssigned[0] = Span(number, firstChannel, fxo, fxs, "CARD/0", "slot 1");
    }

    /// <summary>A span goes away with its device; open channels answer ENODEV from now on.</summary>
    public void Unplug(int number)
    {
        var gone = _spans.Single(span => span.Number == number);
        _spans.Remove(gone);
        foreach (var channel in gone.Channels)
        {
            if (Open.TryGetValue(channel.Number, out var open))
            {
                open.IsGone = true;
            }
        }
    }

    /// <summary>The card's clock moves on by a block.</summary>
    public void FillBlocks()
    {
        foreach (var (number, channel) in Open)
        {
            if (!channel.IsGone && !Silent.Contains(number))
            {
                channel.FillBlock();
            }
        }
    }

    public Inventory Look() => Missing is null
        ? new Inventory("2.11.1", [.. _spans.OrderBy(span => span.Number)], [.. _unassigned])
        : throw new DahdiException(Missing);

    public void Assign(DeviceInfo device)
    {
        Calls.Add($"assign {device.Name}");
        _unassigned.Remove(device);
        _spans.Add(_whenAssigned[0]);
    }

    public void Configure(int channel, Signalling signalling) => Calls.Add($"configure {channel} {signalling}");

    public void Start(int span) => Calls.Add($"start {span}");

    public void LoadZone() => Calls.Add("zone");

    public void AttachEchoCanceller(int channel, string name) => Calls.Add($"echo {channel} {name}");

    IDahdiChannel IDahdiKernel.Open(int channel, bool cancelEcho)
    {
        if (Busy.Contains(channel))
        {
            throw new DahdiException($"DAHDI channel {channel} is in use by another program: stop it, and the port comes back by itself.");
        }

        var info = _spans.SelectMany(span => span.Channels).Single(one => one.Number == channel);
        var open = new FakeChannel(info.AsFxo is null, () => Open.Remove(channel)) { CancelsEcho = cancelEcho };
        Open.Add(channel, open);
        return open;
    }

    public IDahdiWait CreateWait() => Wait;

    private static SpanInfo Span(int number, int firstChannel, int fxo, int fxs, string name, string location)
    {
        var channels = Enumerable.Range(0, fxo + fxs).Select(i => new ChannelInfo(
            firstChannel + i, i + 1, (int)(i < fxo ? Signalling.FxsKewlStart : Signalling.FxoKewlStart) | 0x80, 0));
        return new SpanInfo(number, name, "a card", "analog card", location, "id-1", 0, channels.ToImmutableArray());
    }
}
