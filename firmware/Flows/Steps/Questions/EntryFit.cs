namespace Switchhook.Flows.Steps.Questions;

/// <summary>What keys that a caller has pressed are worth.</summary>
internal enum EntryFit
{
    /// <summary>They begin an answer.</summary>
    Incomplete,

    /// <summary>They are one, and no longer one begins with them.</summary>
    Complete,

    /// <summary>They are one, and longer ones begin with them.</summary>
    CompleteOrMore,

    /// <summary>No answer begins with them.</summary>
    Wrong,
}

/// <summary>Judges keys that a caller has pressed. Pure.</summary>
internal static class EntryFits
{
    /// <summary>For one of some answers.</summary>
    public static EntryFit OneOf(IReadOnlyCollection<string> answers, string keys)
    {
        var isOne = answers.Contains(keys, StringComparer.Ordinal);
        var canGrow = answers.Any(answer => answer.Length > keys.Length && answer.StartsWith(keys, StringComparison.Ordinal));
        return (isOne, canGrow) switch
        {
            (true, true) => EntryFit.CompleteOrMore,
            (true, false) => EntryFit.Complete,
            (false, true) => EntryFit.Incomplete,
            (false, false) => EntryFit.Wrong,
        };
    }

    /// <summary>For a number of some length.</summary>
    public static EntryFit Digits(int least, int most, string keys) =>
        !keys.All(char.IsAsciiDigit) ? EntryFit.Wrong
        : keys.Length < least ? EntryFit.Incomplete
        : keys.Length < most ? EntryFit.CompleteOrMore
        : EntryFit.Complete;
}
