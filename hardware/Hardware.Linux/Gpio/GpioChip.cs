using System.Collections.Immutable;
using Microsoft.Win32.SafeHandles;
using Switchhook.Hardware.Linux.Interop;

namespace Switchhook.Hardware.Linux.Gpio;

/// <summary>A GPIO chip of the kernel, opened.</summary>
internal sealed unsafe class GpioChip : IDisposable
{
    /// <summary>What the kernel shows others as the holder of a line.</summary>
    public const string Consumer = "switchhook";

    /// <summary>Edges that the kernel keeps until they are read; older ones are dropped.</summary>
    private const uint KeptEdges = 64;

    private readonly SafeFileHandle _device;

    private GpioChip(SafeFileHandle device, GpioChipFacts facts) => (_device, Facts) = (device, facts);

    /// <summary>What it is, as of when it was opened.</summary>
    public GpioChipFacts Facts { get; }

    /// <summary>Opens all chips, each once, however many links lead to it.</summary>
    /// <param name="folder">Where the device files are.</param>
    /// <param name="troubles">Takes a sentence for each chip that does not open.</param>
    public static List<GpioChip> OpenAll(string folder, ICollection<string> troubles)
    {
        var chips = new List<GpioChip>();
        foreach (var path in KernelFolders.Entries(folder, "gpiochip*"))
        {
            if (DeviceFile.TryOpen(path, out var error) is not { } device)
            {
                troubles.Add(KernelError.WhenOpening(path, error).Message);
                continue;
            }

            if (Describe(device, path) is not { } facts)
            {
                device.Dispose();
                troubles.Add($"{path} is no GPIO chip.");
            }
            else if (chips.FindIndex(chip => chip.Facts.Name == facts.Name) is var same and >= 0)
            {
                device.Dispose();
                var first = chips[same];
                chips[same] = new GpioChip(first._device, first.Facts with { Devices = [.. first.Facts.Devices, path] });
            }
            else
            {
                chips.Add(new GpioChip(device, facts));
            }
        }

        return chips;
    }

    /// <summary>Takes a line.</summary>
    /// <param name="line">Its offset.</param>
    /// <param name="flags">Direction, drive, bias and edges.</param>
    /// <param name="attribute">An output's level or an input's debounce period; null without.</param>
    /// <returns>The file that the line is used by; closing it gives the line back.</returns>
    /// <exception cref="IOException">Something else holds the line, or the chip refuses; the message says which.</exception>
    public SafeFileHandle Take(int line, ulong flags, GpioAbi.Attribute? attribute)
    {
        GpioAbi.LineRequest request = default;
        request.Offsets[0] = (uint)line;
        request.LineCount = 1;
        request.EventBufferSize = (flags & (GpioAbi.EdgeRising | GpioAbi.EdgeFalling)) == 0 ? 0 : KeptEdges;
        request.Config = Config(flags, attribute);
        FixedText.Write(Consumer, request.Consumer, GpioAbi.NameSize);
        var error = DeviceFile.Ask(_device, GpioAbi.GetLine, &request);
        return error == 0 ? new SafeFileHandle(request.File, ownsHandle: true) : throw Refusal(line, error);
    }

    /// <summary>Configuration of a single line.</summary>
    public static GpioAbi.LineConfig Config(ulong flags, GpioAbi.Attribute? attribute)
    {
        GpioAbi.LineConfig config = default;
        config.Flags = flags;
        if (attribute is { } first)
        {
            config.AttributeCount = 1;
            config.First = new GpioAbi.ConfigAttribute { Attribute = first, Mask = 1 };
        }

        return config;
    }

    /// <inheritdoc/>
    public void Dispose() => _device.Dispose();

    private IOException Refusal(int line, int error)
    {
        var facts = DescribeLine(_device, (uint)line);
        var pin = $"{facts.Name}{(facts.Name.Length > 0 ? " " : "")}(line {line} of {Facts})";
        return error switch
        {
            Errno.Busy => new IOException(
                $"Pin {pin} is in use by {(facts.Holder.Length > 0 ? facts.Holder : "a driver that does not say its name")}. "
                + "Give each pin to one thing only; drivers get theirs from the device tree or its overlays."),
            Errno.NoDevice => new IOException($"Pin {pin} is gone: its chip was pulled out."),
            Errno.NoDeviceOrAddress or Errno.NotSupported => new IOException(
                $"Pin {pin} cannot tell of changes: its chip has no interrupts. Give the button or signal another pin."),
            Errno.NotPermitted or Errno.AccessDenied => new IOException($"The kernel keeps pin {pin} for itself."),
            _ => KernelError.Of($"Pin {pin} is refused", error),
        };
    }

    private static GpioChipFacts? Describe(SafeFileHandle device, string path)
    {
        GpioAbi.ChipInfo info;
        if (DeviceFile.Ask(device, GpioAbi.GetChipInfo, &info) != 0)
        {
            return null;
        }

        var lines = Enumerable.Range(0, (int)info.Lines).Select(line => DescribeLine(device, (uint)line)).ToImmutableArray();
        return new GpioChipFacts(
            FixedText.Read(info.Name, GpioAbi.NameSize), FixedText.Read(info.Label, GpioAbi.NameSize), [path], lines);
    }

    private static GpioLineFacts DescribeLine(SafeFileHandle device, uint line)
    {
        GpioAbi.LineInfo info = default;
        info.Offset = line;
        return DeviceFile.Ask(device, GpioAbi.GetLineInfo, &info) != 0
            ? new GpioLineFacts("", false, "", false)
            : new GpioLineFacts(
                FixedText.Read(info.Name, GpioAbi.NameSize),
                (info.Flags & GpioAbi.Used) != 0,
                FixedText.Read(info.Consumer, GpioAbi.NameSize),
                (info.Flags & GpioAbi.Output) != 0);
    }
}
