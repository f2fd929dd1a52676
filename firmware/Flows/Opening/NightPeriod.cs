namespace Switchhook.Flows.Opening;

/// <summary>A night that somebody has switched on.</summary>
/// <param name="By">Who or what, to follow "by".</param>
/// <param name="Since">When.</param>
/// <param name="Until">When it ends by itself; null when only a person ends it.</param>
public sealed record NightPeriod(string By, DateTimeOffset Since, DateTimeOffset? Until)
{
    /// <summary>Why a timetable is closed, such as "night is switched on by the front desk".</summary>
    public string Why => $"night is switched on by {By}";

    /// <summary>True for a moment that is in it.</summary>
    public bool Holds(DateTimeOffset moment) => moment >= Since && !(moment >= Until);
}
