using System.Text.Json;
using Switchhook.Guest.Running;

namespace Switchhook.Image;

/// <summary>What a guest left in its folder.</summary>
/// <param name="folder">The folder.</param>
/// <param name="end">How it ended, as a sentence.</param>
internal sealed class GuestRun(string folder, string end)
{
    private const int LinesOfStory = 40;

    /// <summary>The file in which the serial console ends up.</summary>
    public const string ConsoleFile = "console.log";

    private const string KernelFile = "dmesg.log";

    /// <summary>What became of the scenarios that ran to their end.</summary>
    public IReadOnlyList<ScenarioResult> Results { get; } =
    [
        .. from line in Text(folder, ScenarioResult.FileName).Split('\n', StringSplitOptions.RemoveEmptyEntries)
           select JsonSerializer.Deserialize(line, ResultJson.Default.ScenarioResult)!,
    ];

    /// <summary>The kernel's log; empty when the guest did not come to its end.</summary>
    public string KernelLog { get; } = Text(folder, KernelFile);

    /// <summary>How it ended and what the console and the kernel said last, for a failure.</summary>
    public string Story => string.Join(
        '\n',
        [$"{end} All of it is in {folder}. The console's last lines:", .. Tail(ConsoleFile), "The kernel's:", .. Tail(KernelFile)]);

    private static string Text(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        return File.Exists(path) ? File.ReadAllText(path) : "";
    }

    private IEnumerable<string> Tail(string file) => Text(folder, file).TrimEnd().Split('\n').TakeLast(LinesOfStory);
}
