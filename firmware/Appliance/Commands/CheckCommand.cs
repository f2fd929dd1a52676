using System.CommandLine;
using Switchhook.Site;

namespace Switchhook.Appliance.Commands;

/// <summary><c>check</c>: says what is wrong in a site file.</summary>
internal static class CheckCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "The site file." };
        var command = new Command("check", "Say what is wrong in a site file, each mistake with its place and its cure.") { file };
        command.SetAction(async (parsed, _) =>
        {
            var path = parsed.GetValue(file)!.ToString();
            var result = SiteReader.ReadFile(path);
            await parsed.InvocationConfiguration.Output.WriteAsync(SiteReport.Render(result, path));
            return result.Model is null ? ExitCode.WrongInput : ExitCode.Ok;
        });
        return command;
    }
}
