using System.CommandLine;
using System.Globalization;

namespace Switchhook.Bench.Sip;

/// <summary><c>sip-fuzz</c>: spoiled messages for the parser, by the million.</summary>
internal static class ParserFuzzCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var count = new Option<int>("--count") { Description = "How many messages.", DefaultValueFactory = _ => 1_000_000 };
        var seed = new Option<int>("--seed") { Description = "The same seed spoils in the same way.", DefaultValueFactory = _ => 1 };
        var command = new Command("sip-fuzz", "Feed spoiled messages to the SIP parser.") { count, seed };
        command.SetAction(parsed =>
        {
            var fuzz = new ParserFuzz(parsed.GetValue(seed));
            var start = TimeProvider.System.GetTimestamp();
            fuzz.Run(parsed.GetValue(count));
            var seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
            Console.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"seed {parsed.GetValue(seed)}: {fuzz.Read} read, {fuzz.Refused} refused, {fuzz.Dropped} dropped, {seconds:0.0} s"));
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"at most {fuzz.MostAllocated} bytes for one"));
            return 0;
        });
        return command;
    }
}
