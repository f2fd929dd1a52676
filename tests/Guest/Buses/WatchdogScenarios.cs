using System.Text;
using Switchhook.Guest.Lab;
using Switchhook.Guest.Running;
using Switchhook.Hardware.Linux.Watchdog;
using Switchhook.Testing.Processes;

namespace Switchhook.Guest.Buses;

/// <summary>The driver of the board's watchdog, with the kernel's own one that only says that it would reset the board.</summary>
[Group("linux")]
public sealed class WatchdogScenarios(Measurements measured)
{
    private const string Device = "/dev/watchdog0";
    private const string Bites = "softdog: Triggered";

    /// <summary>Fed it is quiet, hungry it bites, and the orderly close disarms it.</summary>
    [Scenario(90)]
    public async Task A_watchdog_bites_only_when_it_is_not_fed_and_not_after_an_orderly_end()
    {
        Kernel.Load("softdog", "soft_noboot=1");
        using (var watchdog = HardwareWatchdog.Open(Device, TimeSpan.FromSeconds(3)))
        {
            measured.Note("identity", watchdog.Identity);
            Check.Same(3, watchdog.Timeout.TotalSeconds, "The time that it waits, in seconds");
            Check.That(watchdog.CanBeDisarmed, "It says that it cannot be disarmed.");
            for (var i = 0; i < 6; i++)
            {
                await Check.Pause(1);
                watchdog.Feed();
            }

            Check.Same(0, await Said(Bites), "How often it bit while it was fed");
            var words = Check.Refused(() => HardwareWatchdog.Open(Device, TimeSpan.FromSeconds(3)), "A second feeder");
            measured.Note("second feeder", words);
            await Check.Pause(4.5);
            Check.Same(1, await Said(Bites), "How often it bit when it was hungry");
            watchdog.Feed();
        }

        await Check.Pause(4.5);
        Check.Same(1, await Said(Bites), "How often it bit when it was closed");
        Check.Same(0, await Said("did not stop"), "How often the kernel missed the magic close");
    }

    private static async Task<int> Said(string words) =>
        Encoding.UTF8.GetString(await ExternalProgram.RunAsync("dmesg", [])).Split(words).Length - 1;
}
