using System.CommandLine;
using Switchhook.Site;
using Switchhook.Storage;
using Switchhook.Storage.Secrets;

namespace Switchhook.Appliance.Commands.Secrets;

/// <summary><c>secret</c>: lists, sets and shows the secrets of SIP phones and trunks, at the box itself.</summary>
/// <remarks>A secret never comes from an argument: those stand in the history of the shell and in the list of processes.</remarks>
internal static class SecretCommand
{
    private const string NameHelp = "phone/NUMBER, trunk/NAME, alert/NAME, pin/NAME or voicemail/NAME.";

    /// <summary>The command.</summary>
    /// <param name="input">Reads a secret that is set.</param>
    public static Command Create(ISecretInput input) =>
        new("secret", "List, set and show the secrets of SIP phones and trunks.") { List(), Set(input), Show(), New(), Remove() };

    private static Command List()
    {
        var data = CommonOptions.Data();
        var command = new Command("list", "List the secrets without showing them, and those that are missing.") { data };
        command.SetAction((parsed, _) => WithSecrets(parsed, data, async (secrets, site, output) =>
        {
            var entries = secrets.List();
            foreach (var entry in entries)
            {
                var lost = entry.IsReadable ? "" : "  cannot be read: enter it anew";
                var idle = IsUsed(site, entry.Name) ? "" : "  not in the site file";
                await output.WriteLineAsync($"{entry.Name}  set {entry.SetAt:yyyy-MM-dd}{lost}{idle}");
            }

            foreach (var name in Needed(site).Except(entries.Select(entry => entry.Name)))
            {
                await output.WriteLineAsync($"{name}  missing");
            }

            return ExitCode.Ok;
        }));
        return command;
    }

    private static Command Set(ISecretInput input)
    {
        var name = new Argument<string>("name") { Description = NameHelp };
        var data = CommonOptions.Data();
        var command = new Command("set", "Set a secret; it is asked for, or read from the standard input.") { name, data };
        command.SetAction((parsed, cancel) => WithSecrets(parsed, data, async (secrets, site, output) =>
        {
            var named = parsed.GetValue(name)!;
            if (!SecretNames.IsName(named))
            {
                return await TellAsync(SecretOutcome.NameUnfit, output);
            }

            var outcome = secrets.Set(named, await input.ReadAsync($"Secret of {named}: ", cancel) ?? "");
            if (outcome == SecretOutcome.Done && !Needed(site).Contains(named))
            {
                await output.WriteLineAsync($"The site file in force names no {named}; the secret is kept all the same.");
            }

            return await TellAsync(outcome, output);
        }));
        return command;
    }

    private static Command Show()
    {
        var name = new Argument<string>("name") { Description = NameHelp };
        var data = CommonOptions.Data();
        var command = new Command("show", "Show a secret.") { name, data };
        command.SetAction((parsed, _) => WithSecrets(parsed, data, async (secrets, _, output) =>
        {
            if (secrets.Get(parsed.GetValue(name)!) is not { } secret)
            {
                await output.WriteLineAsync("There is no secret of that name that can be read; see the list.");
                return ExitCode.WrongInput;
            }

            await output.WriteLineAsync(secret);
            return ExitCode.Ok;
        }));
        return command;
    }

    private static Command New()
    {
        var name = new Argument<string>("name") { Description = "phone/NUMBER." };
        var data = CommonOptions.Data();
        var command = new Command("new", "Make a new secret for a SIP phone and show it; the old one works no more.") { name, data };
        command.SetAction((parsed, _) => WithSecrets(parsed, data, async (secrets, _, output) =>
        {
            var named = parsed.GetValue(name)!;
            if (!SecretNames.IsPhone(named))
            {
                await output.WriteLineAsync("The box makes secrets for phones only; the password of a trunk comes from its provider.");
                return ExitCode.WrongInput;
            }

            var (outcome, secret) = secrets.Make(named);
            if (secret is null)
            {
                return await TellAsync(outcome, output);
            }

            await output.WriteLineAsync(secret);
            return ExitCode.Ok;
        }));
        return command;
    }

    private static Command Remove()
    {
        var name = new Argument<string>("name") { Description = NameHelp };
        var data = CommonOptions.Data();
        var command = new Command("remove", "Forget a secret.") { name, data };
        command.SetAction((parsed, _) => WithSecrets(
            parsed, data, (secrets, _, output) => TellAsync(secrets.Remove(parsed.GetValue(name)!), output)));
        return command;
    }

    private static async Task<int> TellAsync(SecretOutcome outcome, TextWriter output)
    {
        await output.WriteLineAsync(outcome switch
        {
            SecretOutcome.Done => "Done; a running box takes it at once.",
            SecretOutcome.NameUnfit =>
                "There are no secrets of that name. Write phone/105, trunk/voip, alert/boss, pin/managers or voicemail/ana, "
                + "as the site file names them.",
            SecretOutcome.Unfit => $"A secret has 1 to {SecretStore.Longest} characters that can be seen. Nothing was changed.",
            SecretOutcome.TooShort =>
                $"The secret of a phone has at least {SecretStore.ShortestOfPhone} characters: who guesses it calls at your cost. "
                    + "Nothing was changed.",
            SecretOutcome.NotFound => "There is no secret of that name; see the list.",
            SecretOutcome.NoKey => "The key of the secrets cannot be used. Nothing was changed.",
            SecretOutcome.NotStored => "The store cannot be written, the disk may be full. Nothing was changed.",
        });
        return outcome switch
        {
            SecretOutcome.Done => ExitCode.Ok,
            SecretOutcome.NoKey or SecretOutcome.NotStored => ExitCode.Failed,
            _ => ExitCode.WrongInput,
        };
    }

    // The names that the site in force has use for; the site file itself may lie anywhere.
    private static IReadOnlyList<string> Needed(SiteModel? site) =>
        site is null
            ? []
            : [
                .. SecretNames.OfPhones(site),
                .. SecretNames.OfTrunks(site),
                .. SecretNames.OfAlerts(site),
                .. SecretNames.OfPins(site),
                .. SecretNames.OfVoicemail(site),
            ];

    private static bool IsUsed(SiteModel? site, string name) =>
        SecretNames.IsOfTheBox(name) || Needed(site).Contains(name) || IsOfPhone(site, name);

    // The address of a phone is made when somebody asks for it, so that none is ever missing.
    private static bool IsOfPhone(SiteModel? site, string name) =>
        site is not null && site.Phones.Values.Any(phone => phone.Sip is not null && name == SecretNames.Address(phone.Number));

    private static async Task<int> WithSecrets(
        ParseResult parsed, Option<DirectoryInfo> data, Func<SecretStore, SiteModel?, TextWriter, Task<int>> work)
    {
        var folder = parsed.GetValue(data)!.FullName;
        var error = parsed.InvocationConfiguration.Error;
        if (!Directory.Exists(folder))
        {
            await error.WriteLineAsync(CommonOptions.NoData(folder));
            return ExitCode.WrongInput;
        }

        try
        {
            using var database = Database.Open(folder, TimeProvider.System, DatabaseUse.Visitor);
            var secrets = SecretStore.Open(database, TimeProvider.System);
            foreach (var notice in secrets.Notices)
            {
                await error.WriteLineAsync(notice);
            }

            return await work(secrets, KeptSite.InForce(database), parsed.InvocationConfiguration.Output);
        }
        catch (DatabaseException fault)
        {
            await error.WriteLineAsync(fault.Message);
            return ExitCode.Failed;
        }
    }
}
