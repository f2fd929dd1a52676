using Switchhook.Storage.Accounts;
using Switchhook.Web.Api.People;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.People;

/// <summary>The people who may sign in.</summary>
/// <param name="People">By name.</param>
/// <param name="Words">Names and times.</param>
public sealed record PeopleView(IReadOnlyList<Account> People, SiteWords Words)
{
    /// <summary>Names of those who sign in with a second factor.</summary>
    public IReadOnlySet<string> WithFactor { get; init; } = new HashSet<string>();

    /// <summary>Why it did not work; empty when it did.</summary>
    public IReadOnlyList<string> Troubles { get; init; } = [];

    /// <summary>An invitation that was just made, shown this once; null for none.</summary>
    public InvitationModel? Invitation { get; init; }

    /// <summary>Where the invited person goes, as this browser reaches the box.</summary>
    public string? Link { get; init; }
}
