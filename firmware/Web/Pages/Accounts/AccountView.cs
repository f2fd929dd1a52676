using Switchhook.Storage.Accounts;
using Switchhook.Web.Certificates;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Accounts;

/// <summary>The page of the account and the keys.</summary>
/// <param name="Name">The account.</param>
/// <param name="Sessions">Browsers that are signed in with it, newest first.</param>
/// <param name="Here">Id of the session of this browser.</param>
/// <param name="Tokens">Keys in force.</param>
/// <param name="Words">Names and times.</param>
/// <param name="Troubles">Why it did not work; empty when it did.</param>
/// <param name="Done">What was done; null when nothing.</param>
/// <param name="NewKey">A key that was just made, with its secret, shown this once.</param>
/// <param name="Certificate">How the box shows who it is; null for a box that does not.</param>
public sealed record AccountView(
    string Name,
    IReadOnlyList<Session> Sessions,
    string? Here,
    IReadOnlyList<ApiToken> Tokens,
    SiteWords Words,
    IReadOnlyList<string> Troubles,
    string? Done,
    IssuedToken? NewKey,
    CertificateModel? Certificate);
