using System.CommandLine;
using Switchhook.Storage;
using Switchhook.Storage.Secrets;
using Switchhook.Web.Certificates;

namespace Switchhook.Appliance.Commands;

/// <summary><c>certificate</c>: shows the certificate authority of the box, at the box itself, where nobody can show another one.</summary>
internal static class CertificateCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var file = new Option<FileInfo?>("--out")
        {
            HelpName = "FILE",
            Description = "Write the authority to this file, for browsers and phones to import; without it, it is printed.",
        };
        var renew = new Option<bool>("--new")
        {
            Description = "First make a new authority: every browser and phone that trusted the old one must be told of it.",
        };
        var data = CommonOptions.Data();
        var command = new Command("certificate", "Show the certificate authority of the box, which browsers are told to trust.")
        {
            file, renew, data,
        };
        command.SetAction(async (parsed, _) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var folder = parsed.GetValue(data)!.FullName;
            if (!Directory.Exists(folder))
            {
                await error.WriteLineAsync(CommonOptions.NoData(folder));
                return ExitCode.WrongInput;
            }

            try
            {
                return await ShowAsync(Open(folder, parsed.GetValue(renew)), parsed.GetValue(file)?.FullName, output, error);
            }
            catch (DatabaseException fault)
            {
                await error.WriteLineAsync(fault.Message);
                return ExitCode.Failed;
            }
        });
        return command;
    }

    // Null when a new one was wanted and could not be kept.
    private static BoxAuthority? Open(string folder, bool renew)
    {
        var time = TimeProvider.System;
        using var database = Database.Open(folder, time, DatabaseUse.Visitor);
        var secrets = SecretStore.Open(database, time);
        return renew ? BoxAuthority.Renew(secrets, time.GetUtcNow()) : BoxAuthority.Open(secrets, time.GetUtcNow());
    }

    private static async Task<int> ShowAsync(BoxAuthority? authority, string? path, TextWriter output, TextWriter error)
    {
        if (authority is null || authority.Trouble is not null)
        {
            await error.WriteLineAsync(
                authority?.Trouble ?? "The new authority could not be kept, so the old one stays. Free the disk and try again.");
            return ExitCode.Failed;
        }

        await output.WriteLineAsync($"{authority.Name}, until {authority.EndsAt:yyyy-MM-dd}");
        await output.WriteLineAsync($"SHA-256 {authority.Fingerprint}");
        if (path is null)
        {
            await output.WriteAsync(authority.Pem);
            return ExitCode.Ok;
        }

        try
        {
            await File.WriteAllTextAsync(path, authority.Pem);
            await output.WriteLineAsync($"Written to {path}");
            return ExitCode.Ok;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"{path} cannot be written: {fault.Message} Name another file with --out.");
            return ExitCode.Failed;
        }
    }
}
