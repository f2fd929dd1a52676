using System.CommandLine;
using Switchhook.Storage;
using Switchhook.Storage.Accounts;

namespace Switchhook.Appliance.Commands;

/// <summary><c>token</c>: makes, lists and revokes the keys of the API, at the box itself.</summary>
internal static class TokenCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => new("token", "Make, list and revoke the keys of the API.") { CreateKey(), ListKeys(), RevokeKey() };

    private static Command CreateKey()
    {
        var name = new Argument<string>("name") { Description = "What the key is for, such as reports." };
        var partner = new Option<bool>("--partner")
        {
            Description = "For the partner who looks after the box: in force only while the office lets the partner in (button partner).",
        };
        var data = CommonOptions.Data();
        var command = new Command("create", "Make a key; it is printed once.") { name, partner, data };
        command.SetAction((parsed, _) => WithTokens(parsed, data, async (tokens, output) =>
        {
            if (tokens.Create(parsed.GetValue(name)!, "the command line", parsed.GetValue(partner)) is not { } issued)
            {
                await output.WriteLineAsync("The key could not be made: the name is empty or too long, or there are too many keys.");
                return ExitCode.WrongInput;
            }

            await output.WriteLineAsync(issued.Secret);
            return ExitCode.Ok;
        }));
        return command;
    }

    private static Command ListKeys()
    {
        var data = CommonOptions.Data();
        var command = new Command("list", "List the keys.") { data };
        command.SetAction((parsed, _) => WithTokens(parsed, data, async (tokens, output) =>
        {
            foreach (var token in tokens.List())
            {
                var kind = token.IsPartner ? "  for the partner" : "";
                await output.WriteLineAsync($"{token.Id}  {token.Name}  made {token.CreatedAt:yyyy-MM-dd} by {token.MadeBy}{kind}");
            }

            return ExitCode.Ok;
        }));
        return command;
    }

    private static Command RevokeKey()
    {
        var id = new Argument<string>("id") { Description = "Id as in the list." };
        var data = CommonOptions.Data();
        var command = new Command("revoke", "Take a key out of force.") { id, data };
        command.SetAction((parsed, _) => WithTokens(parsed, data, async (tokens, output) =>
        {
            var revoked = tokens.Revoke(parsed.GetValue(id)!);
            await output.WriteLineAsync(revoked ? "Revoked." : "There is no key of that id; see the list.");
            return revoked ? ExitCode.Ok : ExitCode.WrongInput;
        }));
        return command;
    }

    private static async Task<int> WithTokens(
        ParseResult parsed, Option<DirectoryInfo> data, Func<TokenStore, TextWriter, Task<int>> work)
    {
        var folder = parsed.GetValue(data)!.FullName;
        if (!Directory.Exists(folder))
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"There is no data folder {folder}. Give the box's one with --data.");
            return ExitCode.WrongInput;
        }

        try
        {
            using var database = Database.Open(folder, TimeProvider.System, DatabaseUse.Visitor);
            return await work(new TokenStore(database, TimeProvider.System), parsed.InvocationConfiguration.Output);
        }
        catch (DatabaseException fault)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(fault.Message);
            return ExitCode.Failed;
        }
    }
}
