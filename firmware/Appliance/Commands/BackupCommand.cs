using System.CommandLine;
using System.Globalization;
using Switchhook.Appliance.Commands.Secrets;
using Switchhook.Appliance.Hosting;
using Switchhook.Storage;
using Switchhook.Storage.Backup;

namespace Switchhook.Appliance.Commands;

/// <summary><c>backup</c> and <c>restore</c>: everything of a box in one sealed file, and a box of it again.</summary>
/// <remarks>The passphrase is asked for or read from the standard input: arguments stand in the list of processes.</remarks>
internal static class BackupCommand
{
    private const string Question = "Passphrase of the backup: ";

    private const string Again = "The same again: ";

    /// <summary>The command that makes one.</summary>
    /// <param name="input">Reads the passphrase.</param>
    /// <param name="isTyped">True when a person types it unseen; null to look whether the input is a terminal.</param>
    public static Command Create(ISecretInput input, bool? isTyped = null)
    {
        var data = CommonOptions.Data();
        var site = new Option<FileInfo?>("--site")
        {
            Description = "The site file that the box runs with. Default: site.yaml in the data folder.",
        };
        var to = new Option<FileInfo>("--to") { Description = "The file to write; there must be none of that name.", Required = true };
        var recordings = new Option<bool>("--recordings") { Description = "With the recordings of all calls." };
        var command = new Command("backup", "Write everything of a box into one sealed file, beside the running box.")
        {
            data, site, to, recordings,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var (folder, console) = (parsed.GetValue(data)!.FullName, parsed.InvocationConfiguration);
            if (!Directory.Exists(folder))
            {
                await console.Error.WriteLineAsync(CommonOptions.NoData(folder));
                return ExitCode.WrongInput;
            }

            var passphrase = await input.ReadAsync(Question, cancel) ?? "";
            if (BackupWriter.Unfit(passphrase) is { } unfit)
            {
                await console.Error.WriteLineAsync(unfit);
                return ExitCode.WrongInput;
            }

            if ((isTyped ?? !Console.IsInputRedirected) && await input.ReadAsync(Again, cancel) != passphrase)
            {
                await console.Error.WriteLineAsync("The two passphrases are not the same. Give the command again and type both anew.");
                return ExitCode.WrongInput;
            }

            var about = new BackupAbout(Box.Version, 0, TimeProvider.System.GetUtcNow(), parsed.GetValue(recordings));
            return await RunAsync(console, () =>
            {
                using var database = Database.Open(folder, TimeProvider.System, DatabaseUse.Visitor);
                return BackupWriter.WriteFile(
                    database, parsed.GetValue(to)!.FullName, passphrase, about, cancel, parsed.GetValue(site)?.DirectoryName);
            });
        });
        return command;
    }

    /// <summary>The command that restores one, or only looks it through.</summary>
    /// <param name="input">Reads the passphrase.</param>
    public static Command CreateRestore(ISecretInput input)
    {
        var file = new Argument<FileInfo>("file") { Description = "The backup." };
        var data = new Option<DirectoryInfo?>("--data") { Description = "The folder to make; not there yet, or empty." };
        var check = new Option<bool>("--check") { Description = "Only look the whole file through; write nothing." };
        var command = new Command("restore", "Make a data folder of a backup again, or look a backup through.") { file, data, check };
        command.SetAction(async (parsed, cancel) =>
        {
            var (path, folder) = (parsed.GetValue(file)!.FullName, parsed.GetValue(data)?.FullName);
            var console = parsed.InvocationConfiguration;
            if ((folder is null) != parsed.GetValue(check))
            {
                await console.Error.WriteLineAsync("Give either the folder to make with --data, or --check.");
                return ExitCode.WrongInput;
            }

            var passphrase = await input.ReadAsync(Question, cancel) ?? "";
            return await RunAsync(console, () => folder is null
                ? BackupReader.Verify(path, passphrase, cancel)
                : BackupReader.Restore(path, passphrase, folder, cancel));
        });
        return command;
    }

    private static async Task<int> RunAsync(InvocationConfiguration console, Func<BackupManifest> work)
    {
        try
        {
            var manifest = work();
            await console.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"Whole: {manifest.Files.Count} files, {manifest.Size / 1e6:0.0} MB, of {manifest.About.MadeAt:yyyy-MM-dd HH:mm} UTC, "
                    + $"version {manifest.About.Version}, {(manifest.About.WithRecordings ? "with" : "without")} recordings."));
            foreach (var gone in manifest.Gone)
            {
                await console.Output.WriteLineAsync($"Not in it: {gone}");
            }

            return ExitCode.Ok;
        }
        catch (Exception fault) when (fault is BackupException or DatabaseException or IOException or UnauthorizedAccessException)
        {
            await console.Error.WriteLineAsync(fault.Message);
            return ExitCode.Failed;
        }
    }
}
