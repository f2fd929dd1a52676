using System.CommandLine;
using Switchhook.Appliance.LookUps;
using Switchhook.Audio.Prompts;
using Switchhook.Flows;
using Switchhook.Flows.Prompts;
using Switchhook.Flows.Prompts.Recording;
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
            var result = SiteReader.ReadFile(path, PromptReader.LengthOf);
            await parsed.InvocationConfiguration.Output.WriteAsync(SiteReport.Render(result, path));
            if (result.Model is not { } site)
            {
                return ExitCode.WrongInput;
            }

            var output = parsed.InvocationConfiguration.Output;
            await output.WriteAsync(HoursPreview.Render(site, TimeProvider.System.GetUtcNow()));
            await output.WriteAsync(CodesOfPrompts(site));
            return parsed.GetValue(caller) is { } text ? await TryAsync(site, path, text, output) : ExitCode.Ok;
        });
        return command;
    }

    // By telephone they are recorded by number; names come and go, so the list is printed anew.
    private static string CodesOfPrompts(SiteModel site)
    {
        var codes = PromptNumbers.CodesOf(site);
        return codes.IsEmpty
            ? ""
            : $"\nPrompts are recorded at a phone by {string.Join(", ", codes.Select(prompt => $"{prompt.Value} ({prompt.Key})"))}.\n";
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
