using System.Runtime.CompilerServices;

namespace Switchhook.Acd.Figures;

/// <summary>
/// The parameters of the formulas. Closed days keep the rules and the version they were counted by; they are counted anew only under a
/// new version.
/// </summary>
public sealed record FigureRules
{
    /// <summary>The time that a call should be answered within (T), 0 s to an hour.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of bounds.</exception>
    public TimeSpan AnswerWithin
    {
        get;
        init => field = Checked(value, TimeSpan.Zero, TimeSpan.FromHours(1));
    }
    = TimeSpan.FromSeconds(20);

    /// <summary>Who leaves within this time was not lost (S), 0 s (off) to 5 minutes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of bounds.</exception>
    public TimeSpan ShortAbandon
    {
        get;
        init => field = Checked(value, TimeSpan.Zero, TimeSpan.FromMinutes(5));
    }
    = TimeSpan.FromSeconds(5);

    /// <summary>Which formula the service level is shown by, where one is shown.</summary>
    public ServiceLevelFormula ServiceLevel { get; init; } = ServiceLevelFormula.OfOffered;

    /// <summary>Days without a new call about the same that make a contact a resolved one, 1 to 90.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of bounds.</exception>
    public int FirstContactDays
    {
        get;
        init => field = Checked(value, 1, 90);
    }
    = 7;

    /// <summary>The version of the formulas, 1 to 40 characters; every figure carries it.</summary>
    /// <remarks>2: who is called back counts as reached when he answers, and not when the agent does; conferences are counted.</remarks>
    /// <exception cref="ArgumentException">It is empty or too long.</exception>
    public string Version
    {
        get;
        init => field = !string.IsNullOrWhiteSpace(value) && value.Length <= 40
            ? value
            : throw new ArgumentException("A version has 1 to 40 characters.", nameof(value));
    }
    = "2";

    /// <summary>A second call of a number within this time is a repeated one.</summary>
    internal static TimeSpan RepeatWithin { get; } = TimeSpan.FromHours(24);

    /// <summary>A caller who was answered or called back within this time was reached.</summary>
    internal static TimeSpan ReachWithin { get; } = TimeSpan.FromHours(1);

    private static T Checked<T>(T value, T least, T most, [CallerMemberName] string? name = null)
        where T : IComparable<T> =>
        value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"It is {least} to {most}.");
}
