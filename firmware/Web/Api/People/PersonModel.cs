using Switchhook.Storage.Accounts;

namespace Switchhook.Web.Api.People;

/// <summary>Somebody who may sign in.</summary>
/// <param name="Name">Name of the account.</param>
/// <param name="Role">What the person may do.</param>
/// <param name="Queues">The queues that the person is limited to; empty for all.</param>
/// <param name="Agent">The agent whose account it is; null for none.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="LockedAt">When it was locked, UTC; null when it is not.</param>
/// <param name="IsInvited">True while the person has no password yet.</param>
/// <param name="InvitedUntil">Until when the code of the invitation works, UTC; null when there is none.</param>
public sealed record PersonModel(
    string Name,
    Role Role,
    IReadOnlyList<string> Queues,
    string? Agent,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LockedAt,
    bool IsInvited,
    DateTimeOffset? InvitedUntil)
{
    public static PersonModel Of(Account account) => new(
        account.Name,
        account.Rights.Role,
        account.Rights.Queues,
        account.Rights.Agent,
        account.CreatedAt,
        account.LockedAt,
        account.IsInvited,
        account.InvitedUntil);
}

/// <summary>What a person is to be allowed.</summary>
/// <param name="Role">The role: <c>admin</c>, <c>supervisor</c>, <c>agent</c>, <c>installer</c> or <c>auditor</c>.</param>
/// <param name="Queues">The queues that a supervisor or an agent is limited to; all when left out or empty.</param>
/// <param name="Agent">The agent of the site whose account it is; only for the role <c>agent</c>, which needs it.</param>
/// <param name="Locked">True for an account with which nobody signs in; as it is when left out.</param>
public sealed record PersonChange(Role Role, IReadOnlyList<string>? Queues = null, string? Agent = null, bool? Locked = null);

/// <summary>Somebody who is invited.</summary>
/// <param name="Name">Name of the account.</param>
/// <param name="Role">The role: <c>admin</c>, <c>supervisor</c>, <c>agent</c>, <c>installer</c> or <c>auditor</c>.</param>
/// <param name="Queues">The queues that a supervisor or an agent is limited to; all when left out or empty.</param>
/// <param name="Agent">The agent of the site whose account it is; only for the role <c>agent</c>, which needs it.</param>
public sealed record NewPerson(string Name, Role Role, IReadOnlyList<string>? Queues = null, string? Agent = null);

/// <summary>An invitation. The code is told this once.</summary>
/// <param name="Name">Name of the account.</param>
/// <param name="Code">With it the person chooses a password on the page <c>/join</c>.</param>
/// <param name="Path">The address of that page on this box, with the code.</param>
/// <param name="Until">Until when it works, UTC.</param>
public sealed record InvitationModel(string Name, string Code, string Path, DateTimeOffset Until);
