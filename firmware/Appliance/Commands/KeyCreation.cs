using System.CommandLine;
using Switchhook.Storage;
using Switchhook.Storage.Accounts;
using Switchhook.Web.Api.People;

namespace Switchhook.Appliance.Commands;

/// <summary>What is asked for with <c>token create</c>, checked by the rules of the page Account.</summary>
internal sealed class KeyCreation
{
    private readonly Argument<string> _name = new("name") { Description = "What the key is for, such as reports." };

    private readonly Option<bool> _partner = new("--partner")
    {
        Description = "For the partner who looks after the box: in force only while the office lets the partner in (button partner).",
    };

    private readonly Option<string> _role = new("--role")
    {
        Description = $"What it may do: {string.Join(", ", KeyRules.Roles)}.",
        DefaultValueFactory = _ => "admin",
    };

    private readonly Option<string?> _end = new("--end")
    {
        Description = "The last day on which it works, such as 2027-01-31; never ends without.",
    };

    private readonly Option<string[]> _queues = new("--queues")
    {
        Description = "Of a supervisor or an agent: the queues that it is limited to, separated by commas; all without.",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> _agent = new("--agent") { Description = "Of the role agent: the agent of the site whose it is." };

    /// <summary>Adds what can be asked for.</summary>
    public void AddTo(Command command)
    {
        command.Add(_name);
        command.Add(_partner);
        command.Add(_role);
        command.Add(_end);
        command.Add(_queues);
        command.Add(_agent);
    }

    /// <summary>Makes the key.</summary>
    /// <param name="parsed">What was asked for.</param>
    /// <param name="database">The box's.</param>
    /// <param name="time">The clock.</param>
    /// <returns>The key, or null and what is wrong, each as sentences.</returns>
    public (IssuedToken? Key, IReadOnlyList<string> Troubles) Make(ParseResult parsed, Database database, TimeProvider time)
    {
        var name = parsed.GetValue(_name)!.Trim();
        if (KeyRules.TroubleWithName(name) is { } trouble)
        {
            return (null, [trouble]);
        }

        var (rights, troubles) = RightsOf(parsed, database);
        if (rights is null)
        {
            return (null, troubles);
        }

        DateTimeOffset? end = null;
        if (parsed.GetValue(_end) is { } day)
        {
            var zone = KeptSite.InForce(database)?.TimeZone ?? TimeZoneInfo.Utc;
            end = KeyRules.EndOf(day, zone, time.GetUtcNow());
            if (end is null)
            {
                return (null, [$"{KeyRules.WrongEnd} Write it as --end 2027-01-31."]);
            }
        }

        return new TokenStore(database, time).Create(name, "the command line", parsed.GetValue(_partner), rights, end) is { } issued
            ? (issued, [])
            : (null, ["The key could not be made: there are too many keys, or the disk is full."]);
    }

    // A box that has not been started yet knows no queues and no agents; a role alone needs none.
    private (Rights? Rights, IReadOnlyList<string> Troubles) RightsOf(ParseResult parsed, Database database)
    {
        var (role, agent) = (parsed.GetValue(_role)!, parsed.GetValue(_agent));
        string[] queues =
        [
            .. (parsed.GetValue(_queues) ?? [])
                .SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
        ];
        if (KeptSite.InForce(database) is { } site)
        {
            return KeyRules.RightsOf(role, queues, agent, site);
        }

        if (queues.Length > 0 || agent is not null || role.Equals(nameof(Role.Agent), StringComparison.OrdinalIgnoreCase))
        {
            return (null, ["No site file has been in force on this box, so its queues and agents are not known. Start the box once."]);
        }

        return Enum.TryParse<Role>(role, ignoreCase: true, out var known) && Enum.IsDefined(known) && !char.IsAsciiDigit(role[0])
            ? (new Rights(known), [])
            : (null, [$"There is no such role. Write one of these: {string.Join(", ", KeyRules.Roles)}."]);
    }
}
