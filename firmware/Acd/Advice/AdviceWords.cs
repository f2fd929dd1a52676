using System.Globalization;

namespace Switchhook.Acd.Advice;

/// <summary>How advice writes its numbers.</summary>
internal static class AdviceWords
{
    /// <summary>A share in percent, never rounded to all or nothing: <c>85 %</c>, <c>0.9 %</c>, <c>over 99 %</c>.</summary>
    public static string Percent(double share) => (share * 100) switch
    {
        0 => "0 %",
        100 => "100 %",
        < 0.05 => "less than 0.1 %",
        < 0.95 => FormattableString.Invariant($"{share * 100:0.0} %"),
        >= 99.5 => "over 99 %",
        var percent => FormattableString.Invariant($"{percent:0} %"),
    };

    /// <summary>A number with as many decimals as it needs, two at most.</summary>
    public static string Number(double number) => FormattableString.Invariant($"{number:0.##}");

    /// <summary>A time of day: <c>09:30</c>.</summary>
    public static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>So many of something.</summary>
    public static string Counted(int count, string one) => count == 1 ? $"1 {one}" : $"{count} {one}s";
}
