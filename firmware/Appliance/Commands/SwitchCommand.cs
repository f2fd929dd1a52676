using System.CommandLine;
using Switchhook.Appliance.Hosting;
using Switchhook.Site;
using Switchhook.Site.Diff;
using Switchhook.Site.Switching;

namespace Switchhook.Appliance.Commands;

/// <summary><c>switch</c>: makes a hunt group of a site file a queue, or a queue a hunt group again.</summary>
internal static class SwitchCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "The site file." };
        var group = new Option<string>("--group") { HelpName = "NAME", Description = "The hunt group that becomes a queue." };
        var queue = new Option<string>("--queue") { HelpName = "NAME", Description = "The queue that becomes a hunt group again." };
        var write = new Option<bool>("--write") { Description = "Write the file; without it the change is only shown." };
        var command = new Command("switch", "Make a hunt group a queue, with the same phones and lines; or a queue a hunt group again.")
        {
            file, group, queue, write,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(group) is null == result.GetValue(queue) is null)
            {
                result.AddError("Name either the hunt group (--group NAME) or the queue (--queue NAME) that is to change.");
            }
        });
        command.SetAction(async (parsed, _) =>
        {
            var (way, name) = parsed.GetValue(group) is { } one ? (SwitchWay.ToQueue, one) : (SwitchWay.ToGroup, parsed.GetValue(queue)!);
            var (code, words) = Run(parsed.GetValue(file)!.ToString(), way, name, parsed.GetValue(write));
            await parsed.InvocationConfiguration.Output.WriteAsync(words);
            return code;
        });
        return command;
    }

    private static (int Code, string Words) Run(string path, SwitchWay way, string name, bool write)
    {
        var before = SiteReader.ReadFile(path);
        if (before.Model is null)
        {
            return (ExitCode.WrongInput, SiteReport.Render(before, path));
        }

        var result = QueueFromGroup.Switch(before.Text, path, SiteContext.Of(path), way, name);
        if (result.Text is null)
        {
            return (ExitCode.WrongInput, SiteReport.Render(result.Mistakes, before.Text));
        }

        var shown = string.Concat(TextDiff.Between(before.Text, result.Text).Select(line => line.IsAfterGap ? $"…\n{line}\n" : $"{line}\n"))
            + "\n" + SiteReport.Render(result.Mistakes, result.Text);
        if (!write)
        {
            return (ExitCode.Ok, $"{shown}Nothing is written yet: say --write to write {path}.\n");
        }

        return new SiteFile(Path.GetFullPath(path)).Replace(result.Text) is { } failure
            ? (ExitCode.Failed, $"{path} cannot be written, and is as it was: {failure}\n")
            : (ExitCode.Ok, $"{shown}{path} is written. A box that runs takes it when it starts anew.\n");
    }
}
