using System.Globalization;
using Switchhook.Acd.Advice;
using Switchhook.Web.Api.Json;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Advice;

/// <summary>A week as a table: half hours down, weekdays across. The darker, the more agents; the number says so too.</summary>
/// <param name="Days">The weekdays with calls.</param>
/// <param name="Rows">From the first half hour with calls to the last.</param>
public sealed record HeatView(IReadOnlyList<DayOfWeek> Days, IReadOnlyList<HeatRow> Rows)
{
    private static readonly string[] Levels = ["heat-low", "heat-some", "heat-high", "heat-most"];

    /// <summary>The table; null when no calls are expected.</summary>
    /// <param name="slots">The half hours in which calls came or are expected.</param>
    /// <param name="needs">The agents that they need; empty when nobody knows how long a call takes.</param>
    internal static HeatView? Of(IReadOnlyList<ForecastSlot> slots, IReadOnlyList<StaffingNeed> needs)
    {
        if (slots.Count == 0)
        {
            return null;
        }

        var agents = needs.ToDictionary(need => (need.Slot.Day, need.Slot.Start), need => need.Advice.Agents);
        var (most, bySlot) = (agents.Values.DefaultIfEmpty(1).Max(), slots.ToDictionary(slot => (slot.Day, slot.Start)));
        IReadOnlyList<DayOfWeek> days = [.. slots.Select(slot => slot.Day).Distinct()];
        var (first, last) = (slots.Min(slot => slot.Start), slots.Max(slot => slot.Start));
        var rows = new List<HeatRow>();
        for (var start = first; ; start = start.AddMinutes(30))
        {
            rows.Add(new HeatRow(
                start.ToString(ClockTimeJson.Format, CultureInfo.InvariantCulture),
                [
                    .. days.Select(day => bySlot.TryGetValue((day, start), out var slot)
                        ? Cell(slot, agents.TryGetValue((day, start), out var count) ? count : null, most)
                        : null),
                ]));
            if (start == last)
            {
                return new HeatView(days, rows);
            }
        }
    }

    private static HeatCell Cell(ForecastSlot slot, int? agents, int most) => new(
        agents?.ToString(CultureInfo.InvariantCulture) ?? Numbers.None,
        Numbers.Mean(slot.Calls),
        slot.MeanAbsoluteError is { } error ? Numbers.Mean(error) : null,
        agents is { } count ? Levels[(count * Levels.Length - 1) / most] : "");
}

/// <summary>One half hour of all weekdays.</summary>
/// <param name="Start">Its begin, such as <c>09:30</c>.</param>
/// <param name="Cells">One for each weekday; null where no calls are expected.</param>
public sealed record HeatRow(string Start, IReadOnlyList<HeatCell?> Cells);

/// <summary>One half hour of one weekday.</summary>
/// <param name="Agents">Agents needed.</param>
/// <param name="Calls">Calls to expect.</param>
/// <param name="Error">How far such forecasts were off, in calls; null when nothing tells.</param>
/// <param name="Level">The style of the ground.</param>
public sealed record HeatCell(string Agents, string Calls, string? Error, string Level);
