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
        var (asked, data) = (new KeyCreation(), CommonOptions.Data());
        var command = new Command("create", "Make a key; it is printed once.") { data };
        asked.AddTo(command);
        command.SetAction((parsed, _) => WithDatabase(parsed, data, async (database, output) =>
        {
            var (key, troubles) = asked.Make(parsed, database, TimeProvider.System);
            foreach (var trouble in troubles)
            {
                // Not where scripts look for the key.
                await parsed.InvocationConfiguration.Error.WriteLineAsync(trouble);
            }

            if (key is null)
            {
                return ExitCode.WrongInput;
            }

            await output.WriteLineAsync(key.Secret);
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
                await output.WriteLineAsync(
                    $"{token.Id}  {token.Name}  made {token.CreatedAt:yyyy-MM-dd} by {token.MadeBy}  {MayWords(token)}");
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

    private static string MayWords(ApiToken token) => token.Rights.Role.ToString().ToLowerInvariant()
        + (token.Rights.AllQueues ? "" : $" of {string.Join(", ", token.Rights.Queues)}")
        + (token.Rights.Agent is { } agent ? $" {agent}" : "")
        + (token.EndsAt is { } end ? $"  ends {end:yyyy-MM-dd HH:mm} UTC" : "")
        + (token.IsPartner ? "  for the partner" : "");

    private static Task<int> WithTokens(
        ParseResult parsed, Option<DirectoryInfo> data, Func<TokenStore, TextWriter, Task<int>> work) =>
        WithDatabase(parsed, data, (database, output) => work(new TokenStore(database, TimeProvider.System), output));

    private static async Task<int> WithDatabase(
        ParseResult parsed, Option<DirectoryInfo> data, Func<Database, TextWriter, Task<int>> work)
    {
        var folder = parsed.GetValue(data)!.FullName;
        if (!Directory.Exists(folder))
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(CommonOptions.NoData(folder));
            return ExitCode.WrongInput;
        }

        try
        {
            using var database = Database.Open(folder, TimeProvider.System, DatabaseUse.Visitor);
            return await work(database, parsed.InvocationConfiguration.Output);
        }
        catch (DatabaseException fault)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(fault.Message);
            return ExitCode.Failed;
        }
    }
}
