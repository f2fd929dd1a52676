using Switchhook.Guest.Lab;
using Switchhook.Guest.Running;

namespace Switchhook.Guest.Boot;

/// <summary>The guest itself.</summary>
[Group("linux")]
public sealed class BootScenarios(Measurements measured)
{
    private static readonly string[] Modules =
    [
        "dahdi", "simline", "spisim", "gpio-sim", "i2c-dev", "i2c-stub chip_addr=0x20", "snd-aloop pcm_substreams=1",
        "softdog soft_noboot=1",
    ];

    private static readonly string[] Nodes =
    [
        "/dev/dahdi/channel", "/dev/i2c-0", "/dev/snd/pcmC0D0p", "/dev/spisim", "/dev/spidev0.0", "/dev/watchdog0",
    ];

    /// <summary>Whatever the other groups build on is in this kernel.</summary>
    [Scenario(60)]
    public Task The_modules_load_and_their_device_nodes_are_there()
    {
        measured.Note("kernel", Kernel.Read("/proc/sys/kernel/osrelease"));
        measured.Note("started, s after power on", double.Parse(Kernel.Read("/proc/uptime").Split(' ')[0]));
        foreach (var module in Modules)
        {
            var words = module.Split(' ');
            Kernel.Load(words[0], words[1..]);
        }

        var missing = Nodes.Where(node => !Path.Exists(node)).ToList();
        if (missing.Count > 0)
        {
            throw new ScenarioFailedException($"Not there: {string.Join(", ", missing)}.");
        }

        return Task.CompletedTask;
    }
}
