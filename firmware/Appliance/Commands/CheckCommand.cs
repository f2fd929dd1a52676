using System.CommandLine;
using Switchhook.Appliance.LookUps;
using Switchhook.Flows;
using Switchhook.Flows.Prompts;
using Switchhook.Flows.Trial;
using Switchhook.Hardware.Countries;
using Switchhook.Site;

namespace Switchhook.Appliance.Commands;

/// <summary><c>check</c>: says what is wrong in a site file.</summary>
internal static class CheckCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "The site file." };
        var caller = new Option<string?>("--try")
        {
            Description = $"Then take a caller through the flows, on paper: \"{TrialReader.Example}\".",
        };
        var command = new Command("check", "Say what is wrong in a site file, each mistake with its place and its cure.") { file, caller };
        command.SetAction(async (parsed, _) =>
        {
            var path = parsed.GetValue(file)!.ToString();
            var result = SiteReader.ReadFile(path);
            await parsed.InvocationConfiguration.Output.WriteAsync(SiteReport.Render(result, path));
            if (result.Model is not { } site)
            {
                return ExitCode.WrongInput;
            }

            var output = parsed.InvocationConfiguration.Output;
            await output.WriteAsync(HoursPreview.Render(site, TimeProvider.System.GetUtcNow()));
            return parsed.GetValue(caller) is { } text ? await TryAsync(site, path, text, output) : ExitCode.Ok;
        });
        return command;
    }

    private static async Task<int> TryAsync(SiteModel site, string path, string text, TextWriter output)
    {
        if (TrialReader.Read(text, site, out var mistake) is not { } request)
        {
            await output.WriteLineAsync(mistake);
            return ExitCode.WrongInput;
        }

        using var lookUps = new TableLookUps(Path.GetDirectoryName(Path.GetFullPath(path))!, TimeProvider.System);
        var inForce = new SiteInForce(site, CountryTable.Get(site.Country), PromptLibrary.Empty);
        var result = await FlowTrial.RunAsync(inForce, request, TimeProvider.System.GetUtcNow(), lookUps);
        await output.WriteAsync(TrialReport.Render(result));
        return ExitCode.Ok;
    }
}
