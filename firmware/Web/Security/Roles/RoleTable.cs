using System.Collections.Frozen;
using Switchhook.Storage.Accounts;

namespace Switchhook.Web.Security.Roles;

/// <summary>The one place that says what each role may do. An admin may do everything.</summary>
internal static class RoleTable
{
    private static readonly FrozenDictionary<Role, FrozenSet<Ability>> May = new Dictionary<Role, FrozenSet<Ability>>
    {
        [Role.Admin] = Enum.GetValues<Ability>().ToFrozenSet(),
        [Role.Supervisor] = Set(
            Ability.Live,
            Ability.Own,
            Ability.Calls,
            Ability.NoteCalls,
            Ability.Dial,
            Ability.Recordings,
            Ability.Queues,
            Ability.RunQueues,
            Ability.Agent,
            Ability.AgentState,
            Ability.Reports,
            Ability.MailReports,
            Ability.Missed,
            Ability.WorkMissed,
            Ability.Voicemail,
            Ability.Hours,
            Ability.Night,
            Ability.Safety,
            Ability.ReleasePhones,
            Ability.Lines),
        [Role.Agent] = Set(
            Ability.Live,
            Ability.Own,
            Ability.NoteCalls,
            Ability.Agent,
            Ability.AgentState,
            Ability.Missed,
            Ability.WorkMissed,
            Ability.Voicemail),
        [Role.Installer] = Set(
            Ability.Live,
            Ability.Own,
            Ability.Hours,
            Ability.Site,
            Ability.ChangeSite,
            Ability.SetUpPhones,
            Ability.Safety,
            Ability.Network,
            Ability.Simulator,
            Ability.Lines,
            Ability.System),
        [Role.Auditor] = Set(
            Ability.Live,
            Ability.Own,
            Ability.Calls,
            Ability.Recordings,
            Ability.Queues,
            Ability.Agent,
            Ability.Reports,
            Ability.Missed,
            Ability.Hours,
            Ability.Site,
            Ability.Safety,
            Ability.Audit,
            Ability.Lines),
    }.ToFrozenDictionary();

    /// <summary>True when a role has a permission.</summary>
    public static bool Allows(Role role, Ability permission) => May[role].Contains(permission);

    private static FrozenSet<Ability> Set(params Ability[] permissions) => permissions.ToFrozenSet();
}
