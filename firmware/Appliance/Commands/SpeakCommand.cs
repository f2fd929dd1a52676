using System.CommandLine;
using Switchhook.Audio.Prompts;
using Switchhook.Flows.Prompts;
using Switchhook.Flows.Prompts.Speaking;
using Switchhook.Site;

namespace Switchhook.Appliance.Commands;

/// <summary><c>speak</c>: speaks beforehand what sites say, so that boxes need not speak it at their first start.</summary>
internal static class SpeakCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("file") { Description = "Site files.", Arity = ArgumentArity.OneOrMore };
        var folder = new Option<DirectoryInfo>("--to")
        {
            HelpName = "DIR",
            Required = true,
            Description = "Where the sentences are kept; what is there already is not spoken again.",
        };
        var command = new Command("speak", "Speak beforehand all that site files have the box say, for run --spoken.") { files, folder };
        command.SetAction(async (parsed, cancel) =>
        {
            var loader = new PromptLoader(new EspeakSynthesizer(TimeProvider.System), parsed.GetValue(folder)!.FullName)
            {
                Command = new SpeechProcess(TimeProvider.System),
                KeepsAll = true,
            };
            foreach (var file in parsed.GetValue(files)!)
            {
                var code = await SpeakAsync(loader, file, parsed.InvocationConfiguration, cancel);
                if (code != ExitCode.Ok)
                {
                    return code;
                }
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static async Task<int> SpeakAsync(PromptLoader loader, FileInfo file, InvocationConfiguration console, CancellationToken cancel)
    {
        var result = SiteReader.ReadFile(file.FullName, PromptReader.LengthOf);
        if (result.Model is not { } site)
        {
            await console.Error.WriteAsync(SiteReport.Render(result, file.ToString()));
            return ExitCode.WrongInput;
        }

        PromptLibrary library;
        try
        {
            library = await loader.LoadAsync(site, file.DirectoryName!, Timeout.InfiniteTimeSpan, cancel);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await console.Error.WriteLineAsync($"The sentences cannot be kept: {fault.Message} Name another folder with --to.");
            return ExitCode.Failed;
        }

        foreach (var told in library.Notices.Concat(library.Missing.Select(one => $"{one.Key}: {one.Value}")))
        {
            await console.Error.WriteLineAsync($"{file}: {told}");
        }

        return library.Missing.IsEmpty ? ExitCode.Ok : ExitCode.Failed;
    }
}
