namespace Switchhook.Tests.Flows.Queues.Week.People;

/// <summary>Someone who is going to call.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Queue">What about.</param>
/// <param name="Number">From where; null when withheld.</param>
/// <param name="Patience">Hangs up after so many seconds of waiting.</param>
/// <param name="Talk">Has said everything after so many seconds of talk.</param>
/// <param name="Key">What is pressed while waiting, after half the patience, twelve seconds at most; null for nothing.</param>
internal sealed record PlannedCall(
    DateTimeOffset At, string Queue, string? Number, double Patience, double Talk, char? Key);

/// <summary>Everyone who calls the clinic in a week, as a seed makes them: most on Monday morning, many more than once.</summary>
internal sealed class WeekPlan
{
    private const int Callers = 450;

    // Calls an hour by the hour of the day from 8 o'clock; the doors open at 8 and close at 18, on Saturday at 13.
    private static readonly double[] ByHour = [58, 54, 42, 34, 16, 28, 30, 26, 20, 12];
    private static readonly double[] ByDay = [1.35, 1, 0.95, 0.95, 1, 0.45];

    private readonly Random _random;

    public WeekPlan(DateTimeOffset monday, int days, int seed)
    {
        _random = new Random(seed);
        for (var day = 0; day < days; day++)
        {
            for (var hour = 0; hour < HoursOf(day); hour++)
            {
                Add(monday.AddDays(day).AddHours(8 + hour), ByHour[hour] * ByDay[day]);
            }
        }
    }

    public List<PlannedCall> Calls { get; } = [];

    public static int HoursOf(int day) => day == 5 ? 5 : 10;

    private void Add(DateTimeOffset from, double anHour)
    {
        for (var at = Gap(anHour); at < 3600; at += Gap(anHour))
        {
            var kind = _random.NextDouble();
            Calls.Add(new PlannedCall(
                from.AddMilliseconds((int)(at * 1000)),
                kind < 0.55 ? "appointments" : kind < 0.82 ? "prescriptions" : "billing",
                _random.NextDouble() < 0.07 ? null : $"312555{1000 + _random.Next(Callers)}",
                _random.NextDouble() < 0.04 ? 1 + (4 * _random.NextDouble()) : 20 + Spread(160),
                15 + Spread(220),
                _random.NextDouble() switch { < 0.3 => '1', < 0.4 => '0', _ => null }));
        }
    }

    private double Gap(double anHour) => Spread(3600 / anHour);

    private double Spread(double mean) => -mean * Math.Log(1 - _random.NextDouble());
}
