namespace Switchhook.Hardware.Linux;

/// <summary>What to do when this program may not use a device.</summary>
public static class AccessAdvice
{
    private static readonly (string Prefix, string Group, string Subsystem)[] Groups =
    [
        ("gpiochip", "gpio", "gpio"),
        ("spidev", "spi", "spidev"),
        ("i2c-", "i2c", "i2c-dev"),
        ("snd", "audio", "sound"),
        ("dahdi", "dialout", "dahdi"),
        ("tty", "dialout", "tty"),
        ("watchdog", "", "watchdog"),
    ];

    /// <summary>A sentence that names the device, and the group or the udev rule that opens it to this program.</summary>
    /// <param name="device">Path of the device, such as <c>/dev/gpiochip0</c>.</param>
    public static string For(string device)
    {
        var name = device.StartsWith("/dev/", StringComparison.Ordinal) ? device["/dev/".Length..] : Path.GetFileName(device);
        var known = Groups.FirstOrDefault(group => name.StartsWith(group.Prefix, StringComparison.Ordinal));
        var cure = known switch
        {
            { Prefix: null } => "run as root, or give the device to the user's group with a udev rule",
            { Group: "" } => $"run as root, or give the device away with a udev rule ({Rule(known.Subsystem, "switchhook")})",
            _ => $"add the user to the group {known.Group} (usermod -aG {known.Group} USER, then log in anew); "
                + $"where the device belongs to root alone, also a udev rule: {Rule(known.Subsystem, known.Group)}",
        };
        return $"{device} is not open to this user: {cure}.";
    }

    private static string Rule(string subsystem, string group) => $"SUBSYSTEM==\"{subsystem}\", GROUP=\"{group}\", MODE=\"0660\"";
}
