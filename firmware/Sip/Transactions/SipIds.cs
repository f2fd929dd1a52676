namespace Switchhook.Sip.Transactions;

/// <summary>Makes branches, tags and Call-IDs; they replay from a seed. On the control loop.</summary>
/// <param name="random">Chance. In the running box one that nobody can foresee: who guesses tags can end calls.</param>
internal sealed class SipIds(Random random)
{
    /// <summary>How a branch starts that is unique by itself (RFC 3261 §8.1.1.7).</summary>
    public const string MagicCookie = "z9hG4bK";

    // No vowels, so that no words appear. 27 characters are 4.75 bits each.
    private const string Alphabet = "23456789bcdfghjkmnpqrstvwxz";

    /// <summary>Chance for other things.</summary>
    public Random Random => random;

    /// <summary>A new branch of Via.</summary>
    public string Branch() => MagicCookie + Next(16);

    /// <summary>A new tag of From or To; more than the 32 bits of §19.3.</summary>
    public string Tag() => Next(12);

    /// <summary>A new Call-ID.</summary>
    public string CallId() => Next(24);

    /// <summary>A first CSeq, below 2^31 with much room above (§8.1.1.5).</summary>
    public uint FirstSequence() => (uint)random.Next(1, 1 << 16);

    private string Next(int length) => new(random.GetItems<char>(Alphabet, length));
}
