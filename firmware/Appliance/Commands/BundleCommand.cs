using System.CommandLine;
using Switchhook.Appliance.Hosting;
using Switchhook.Storage;
using Switchhook.Storage.Diagnostics;
using Switchhook.Storage.Secrets;

namespace Switchhook.Appliance.Commands;

/// <summary><c>bundle</c>: what somebody needs who looks for a fault from afar, in one file; the box may run.</summary>
internal static class BundleCommand
{
    private const int UsualDays = 7;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var to = new Option<FileInfo>("--to") { Description = "The ZIP file to write; there must be none of that name.", Required = true };
        var days = new Option<int>("--days") { Description = "Days of the journal, 1 to 30.", DefaultValueFactory = _ => UsualDays };
        var numbers = new Option<bool>("--numbers") { Description = "Leave numbers and names of callers in it." };
        var command = new Command("bundle", "Write a diagnostic bundle without secrets.") { data, to, days, numbers };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(
            parsed.GetValue(data)!.FullName,
            parsed.GetValue(to)!.FullName,
            parsed.GetValue(days),
            parsed.GetValue(numbers),
            parsed.InvocationConfiguration,
            cancel)));
        return command;
    }

    private static int Run(string folder, string to, int days, bool numbers, InvocationConfiguration console, CancellationToken cancel)
    {
        if (!Directory.Exists(folder) || File.Exists(to) || days is < 1 or > Bundle.MostDays)
        {
            console.Error.WriteLine(
                !Directory.Exists(folder) ? CommonOptions.NoData(folder)
                : File.Exists(to) ? $"There is a file {to} already. Give another name with --to."
                : $"Give 1 to {Bundle.MostDays} days with --days.");
            return ExitCode.WrongInput;
        }

        try
        {
            using var database = Database.Open(folder, TimeProvider.System, DatabaseUse.Visitor);
            Write(database, new BundleAsk(folder, Box.Version, LinesOf(database), days, numbers), to, cancel);
            console.Output.WriteLine($"Written: {to}");
            return ExitCode.Ok;
        }
        catch (Exception fault) when (fault is DatabaseException or IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine(
                fault is DatabaseException ? fault.Message : $"The bundle could not be written to {to}: {fault.Message}");
            return ExitCode.Failed;
        }
    }

    private static void Write(Database database, BundleAsk ask, string to, CancellationToken cancel)
    {
        var part = to + ".part";
        try
        {
            using (var file = new FileStream(part, new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.ReadWrite,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }))
            {
                var secrets = SecretStore.OpenToRead(database, TimeProvider.System);
                Bundle.Write(file, ask, database, secrets, TimeProvider.System, cancel);
            }

            File.Move(part, to, overwrite: false);
        }
        finally
        {
            if (File.Exists(part))
            {
                File.Delete(part);
            }
        }
    }

    private static IReadOnlyList<string> LinesOf(Database database) =>
        KeptSite.InForce(database) is { } site
            ? [.. site.Lines.Keys, .. site.Trunks.Keys]
            : [];
}
