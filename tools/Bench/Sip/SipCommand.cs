using System.CommandLine;
using System.CommandLine.Parsing;

namespace Switchhook.Bench.Sip;

/// <summary><c>sip</c>: the daemon as a process between sipp and sipp: calls per second, and many calls with sound at once.</summary>
internal static class SipCommand
{
    private const string Calls = "calls";
    private const string Media = "media";

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var only = new Option<string?>("--only") { Description = "One part: calls (how many a second) or media (with sound)." };
        only.AcceptOnlyFromAmong(Calls, Media);
        var rate = Number("--rate", "Calls a second that must go without a failure.", 300, 1, 5000);
        var seconds = Number("--seconds", "How long that rate is held.", 40, 1, 3600);
        var noSearch = new Option<bool>("--no-search") { Description = "Do not look for the highest rate." };
        var talking = new Option<int[]>("--calls")
        {
            Description = "Calls with sound at once.",
            DefaultValueFactory = _ => [50, 200, 500],
            AllowMultipleArgumentsPerToken = true,
        };
        talking.Validators.Add(result => Between(result, result.GetValueOrDefault<int[]>() ?? [], "--calls", 1, 500));
        var mediaSeconds = Number("--media-seconds", "How long calls with sound are measured.", 10, 1, 600);
        var command = new Command(
            "sip", "Calls through the box by sipp: how many a second and what they cost; many with sound at once and what a packet costs.")
        {
            only, rate, seconds, noSearch, talking, mediaSeconds,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var (part, holds) = (parsed.GetValue(only), true);
            if (part is null or Calls)
            {
                var length = TimeSpan.FromSeconds(parsed.GetValue(seconds));
                holds &= await new CallRate(output).RunAsync(parsed.GetValue(rate), length, !parsed.GetValue(noSearch), cancel);
            }

            if (part is null or Media)
            {
                var length = TimeSpan.FromSeconds(parsed.GetValue(mediaSeconds));
                holds &= await new CallsWithSound(output).RunAsync(parsed.GetValue(talking)!, length, cancel);
            }

            return holds ? 0 : 1;
        });
        return command;
    }

    private static Option<int> Number(string name, string description, int usual, int least, int most)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result => Between(result, [result.GetValueOrDefault<int>()], name, least, most));
        return option;
    }

    private static void Between(OptionResult result, int[] values, string name, int least, int most)
    {
        if (values.Any(value => value < least || value > most))
        {
            result.AddError($"{name} takes {least} to {most}.");
        }
    }
}
