using System.Globalization;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Site;
using Switchhook.Storage.Accounts;
using Switchhook.Web.Pages.Accounts;

namespace Switchhook.Web.Api.People;

/// <summary>What a key for a program may be, for the pages and for the command line alike.</summary>
public static class KeyRules
{
    /// <summary>What to say of an end that cannot be.</summary>
    public const string WrongEnd = "The key must end on a day to come, or never.";

    /// <summary>Names of the roles.</summary>
    public static IEnumerable<string> Roles => Enum.GetValues<Role>().Select(role => role.ToString().ToLowerInvariant());

    /// <summary>What a key may do.</summary>
    /// <param name="role">Name of a role.</param>
    /// <param name="queues">Queues that it is limited to; none for all.</param>
    /// <param name="agent">The agent whose it is; null for none.</param>
    /// <param name="site">The site in force.</param>
    /// <returns>The rights, or null and what is wrong, each as sentences.</returns>
    public static (Rights? Rights, IReadOnlyList<string> Troubles) RightsOf(
        string role, IReadOnlyList<string> queues, string? agent, SiteModel site)
    {
        if (RightsInput.RoleOf(role) is not { } known)
        {
            return (null, ["There is no such role."]);
        }

        var input = new RightsInput(known, queues, agent, site);
        return input.Mistakes.Count == 0
            ? (input.Rights, [])
            : (null, [.. input.Mistakes.Select(mistake => $"{mistake.Problem} {mistake.Cure}")]);
    }

    /// <summary>What is wrong with its name; null when nothing.</summary>
    public static string? TroubleWithName(string name) => AccountRules.TroubleWithName(name);

    /// <summary>The end of a day where the site is: the last moment of a key.</summary>
    /// <param name="day">Such as <c>2027-01-31</c>.</param>
    /// <param name="zone">The site's time zone.</param>
    /// <param name="now">The present.</param>
    /// <returns>Null for no day, and for one that is over.</returns>
    public static DateTimeOffset? EndOf(string day, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || date.Year > 2200)
        {
            return null;
        }

        var end = new SiteCalendar(zone).StartOf(date.AddDays(1));
        return end > now ? end : null;
    }
}
