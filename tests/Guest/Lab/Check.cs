using System.Diagnostics;
using System.Globalization;

namespace Switchhook.Guest.Lab;

/// <summary>What scenarios demand; a demand that is not met ends the scenario with a sentence.</summary>
internal static class Check
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    /// <summary>Something is true.</summary>
    /// <param name="condition">It.</param>
    /// <param name="otherwise">What is wrong when it is not.</param>
    public static void That(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new ScenarioFailedException(otherwise);
        }
    }

    /// <summary>A value is within bounds.</summary>
    public static void Within(double value, double least, double most, string what) => That(
        value >= least && value <= most,
        string.Create(CultureInfo.InvariantCulture, $"{what} is {value:0.###}, not {least:0.###} to {most:0.###}."));

    /// <summary>Values are the same.</summary>
    public static void Same<T>(T wanted, T value, string what) =>
        That(EqualityComparer<T>.Default.Equals(wanted, value), $"{what} is {value}, not {wanted}.");

    /// <summary>A sentence holds a word.</summary>
    public static void Says(string? sentence, string word) => That(
        sentence?.Contains(word, StringComparison.OrdinalIgnoreCase) == true, $"\"{sentence}\" does not say \"{word}\".");

    /// <summary>Something throws an I/O fault, whose words are given back.</summary>
    public static string Refused(Action action, string what)
    {
        try
        {
            action();
        }
        catch (IOException fault)
        {
            return fault.Message;
        }

        throw new ScenarioFailedException($"{what} was not refused.");
    }

    /// <summary>Something becomes true in time; returns how long it took.</summary>
    public static async Task<TimeSpan> Until(Func<bool> condition, double seconds, string what)
    {
        var clock = Stopwatch.StartNew();
        while (!condition())
        {
            That(clock.Elapsed.TotalSeconds < seconds, $"Not within {seconds} s: {what}.");
            await Task.Delay(Look, TimeProvider.System);
        }

        return clock.Elapsed;
    }

    /// <summary>Lets time pass.</summary>
    public static Task Pause(double seconds) => Task.Delay(TimeSpan.FromSeconds(seconds), TimeProvider.System);
}
