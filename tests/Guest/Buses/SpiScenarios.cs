using System.Diagnostics;
using Switchhook.Guest.Lab;
using Switchhook.Guest.Running;
using Switchhook.Hardware;
using Switchhook.Hardware.Linux.Spi;
using Switchhook.Hardware.Spi;

namespace Switchhook.Guest.Buses;

/// <summary>The SPI driver on the bus of spisim.</summary>
[Group("linux")]
public sealed class SpiScenarios : IDisposable
{
    private const string Device = "/dev/spidev0.0";

    private readonly Measurements _measured;
    private readonly LinuxSpiBus _bus;

    /// <summary>The bus, without chips: what goes out comes back.</summary>
    public SpiScenarios(Measurements measured)
    {
        _measured = measured;
        Kernel.Load("spisim");
        _bus = LinuxSpiBus.Open(Device, new SpiClockConfiguration(Frequency.FromMegahertz(1), SpiMode.Mode3));
    }

    /// <summary>Bytes go through the kernel's interface whole.</summary>
    [Scenario(60)]
    public Task What_is_sent_on_a_looped_spi_bus_comes_back()
    {
        byte[] sent = [.. Enumerable.Range(0, 300).Select(i => (byte)(i * 7))];
        var back = new byte[sent.Length];
        _bus.Exchange(null, sent, back);
        Check.That(sent.AsSpan().SequenceEqual(back), "What comes back is something else.");
        return Task.CompletedTask;
    }

    /// <summary>A chip sees each frame of a batch with a chip select of its own.</summary>
    [Scenario(60)]
    public Task A_batch_of_frames_releases_the_chip_after_each()
    {
        const int Frames = 100;
        var released = 0;
        using var chips = new SpiChips((select, sent, answer) =>
        {
            released += select.IsReleased ? 1 : 0;
            for (var i = 0; i < sent.Length; i++)
            {
                answer[i] = (byte)~sent[i];
            }
        });
        byte[] sent = [.. Enumerable.Range(0, 3 * Frames).Select(i => (byte)i)];
        var back = new byte[sent.Length];
        var clock = Stopwatch.StartNew();
        _bus.Exchange(sent, back, 3);
        _measured.Note("frame, ms", clock.Elapsed.TotalMilliseconds / Frames);
        Check.Same(Frames, released, "The number of frames after which the chip was released");
        Check.That(sent.Select(one => (byte)~one).SequenceEqual(back), "The chip's answers came back as something else.");
        return Task.CompletedTask;
    }

    /// <summary>The board file names a bus that is not there.</summary>
    [Scenario(60)]
    public Task An_spi_bus_that_is_not_there_is_refused_in_words()
    {
        var words = Check.Refused(
            () => LinuxSpiBus.Open("/dev/spidev7.0", new SpiClockConfiguration(Frequency.FromMegahertz(1))), "The bus that is not there");
        _measured.Note("words", words);
        Check.Says(words, "spidev7.0");
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose() => _bus.Dispose();
}
