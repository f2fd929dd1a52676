using Switchhook.Flows.Codes;

namespace Switchhook.Flows.Announcing.Languages.Codes;

/// <summary>What one language says about the codes of the phones.</summary>
internal sealed record CodeSentences
{
    /// <summary>A call is parked: the code that takes it.</summary>
    public required string ParkedAt { get; init; }

    /// <inheritdoc cref="CodePhrases.ParkingFull"/>
    public required string ParkingFull { get; init; }

    /// <inheritdoc cref="CodePhrases.NoCallToPark"/>
    public required string NoCallToPark { get; init; }

    /// <summary>Which phone it is: number and name.</summary>
    public required string ThisPhone { get; init; }

    /// <summary>Speak and hear yourself: the key that ends it.</summary>
    public required string Echo { get; init; }

    /// <summary>A line is in order: its number.</summary>
    public required string LineInOrder { get; init; }

    /// <summary>A line has no dial tone: its number.</summary>
    public required string LineSilent { get; init; }

    /// <summary>A line has no voltage, or its card does not work: its number.</summary>
    public required string LineDead { get; init; }

    /// <summary>A line is in use and cannot be tested: its number.</summary>
    public required string LineInUse { get; init; }

    /// <summary>The keys of the spoken help: the one for the next code, and the one that ends it.</summary>
    public required string HelpKeys { get; init; }

    /// <summary>What each code is for: <c>{0}</c> is the code, <c>{1}</c> the code that ends it, <c>{2}</c> the key #.</summary>
    public required IReadOnlyDictionary<CodeName, string> Help { get; init; }
}
