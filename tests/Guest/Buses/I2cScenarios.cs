using Switchhook.Guest.Lab;
using Switchhook.Guest.Running;
using Switchhook.Hardware.Linux.I2c;

namespace Switchhook.Guest.Buses;

/// <summary>The I²C driver on the kernel's stub, a chip of 256 registers.</summary>
[Group("linux")]
public sealed class I2cScenarios : IDisposable
{
    private const byte Expander = 0x20;
    private const byte Direction = 0x00;
    private const byte OutputLatch = 0x14;

    private readonly Measurements _measured;
    private readonly LinuxI2cBus _bus;

    /// <summary>The stub at the address of an MCP23017.</summary>
    public I2cScenarios(Measurements measured)
    {
        _measured = measured;
        Kernel.Load("i2c-dev");
        Kernel.Load("i2c-stub", $"chip_addr={Expander}");
        _bus = LinuxI2cBus.Open("/dev/i2c-0");
    }

    /// <summary>Registers are written and read with a repeated start, one and several.</summary>
    [Scenario(60)]
    public Task The_registers_of_an_expander_keep_what_is_written()
    {
        _bus.Write(Expander, [Direction, 0xF0]);
        _bus.Write(Expander, [OutputLatch, 0x0A, 0x55]);
        var read = new byte[1];
        _bus.Exchange(Expander, [Direction], read);
        Check.Same(0xF0, read[0], "The direction register");
        var both = new byte[2];
        _bus.Exchange(Expander, [OutputLatch], both);
        Check.Same("0A55", Convert.ToHexString(both), "The output latches");
        return Task.CompletedTask;
    }

    /// <summary>A chip that does not answer is an I/O fault.</summary>
    [Scenario(60)]
    public Task A_chip_that_does_not_answer_is_told_in_words()
    {
        var words = Check.Refused(() => _bus.Write(Expander + 1, [Direction, 0xF0]), "A chip that is not there");
        _measured.Note("words", words);
        Check.Says(words, "/dev/i2c-0");
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose() => _bus.Dispose();
}
