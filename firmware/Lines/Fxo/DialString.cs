using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Switchhook.Lines.Fxo;

/// <summary>A number as it is sent on a line: digits, and pauses where the number has commas.</summary>
internal sealed class DialString
{
    private const int MaxCharacters = 48;
    private const int MaxPauses = 8;

    private DialString(string text, ImmutableArray<string?> steps)
    {
        Text = text;
        Steps = steps;
    }

    /// <summary>Length of the pause that a comma makes.</summary>
    public static TimeSpan Pause { get; } = TimeSpan.FromSeconds(2);

    /// <summary>The number as given.</summary>
    public string Text { get; }

    /// <summary>Groups of digits; null is a pause.</summary>
    public ImmutableArray<string?> Steps { get; }

    /// <summary>Reads a number: digits 0 to 9, <c>*</c>, <c>#</c>, and a comma for a pause of 2 s.</summary>
    /// <param name="text">The number.</param>
    /// <param name="pulses">True when the line takes pulses only, which cannot send <c>*</c> and <c>#</c>.</param>
    /// <param name="number">The number to send.</param>
    /// <param name="error">What is wrong with it, in words.</param>
    public static bool TryParse(
        string text, bool pulses, [NotNullWhen(true)] out DialString? number, [NotNullWhen(false)] out string? error)
    {
        number = null;
        error = Check(text, pulses);
        if (error is not null)
        {
            return false;
        }

        var steps = ImmutableArray.CreateBuilder<string?>();
        foreach (var (group, index) in text.Split(',').Select((group, index) => (group, index)))
        {
            if (index > 0)
            {
                steps.Add(null);
            }

            if (group.Length > 0)
            {
                steps.Add(group);
            }
        }

        number = new DialString(text, steps.ToImmutable());
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static string? Check(string text, bool pulses)
    {
        if (text.Length > MaxCharacters)
        {
            return $"The number has {text.Length} characters; a line takes at most {MaxCharacters}.";
        }

        if (!text.Any(char.IsAsciiDigit))
        {
            return "The number has no digit.";
        }

        if (text.Count(character => character == ',') > MaxPauses)
        {
            return $"The number has more than {MaxPauses} pauses.";
        }

        foreach (var character in text)
        {
            if (!char.IsAsciiDigit(character) && character is not ('*' or '#' or ','))
            {
                return $"'{character}' cannot be dialled; use 0 to 9, * and #, and a comma for a pause.";
            }

            if (pulses && !char.IsAsciiDigit(character) && character != ',')
            {
                return $"'{character}' cannot be dialled by pulses, which is all that this line takes (dialling: pulse).";
            }
        }

        return null;
    }
}
