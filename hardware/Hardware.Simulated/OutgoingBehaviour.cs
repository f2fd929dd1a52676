namespace Switchhook.Hardware.Simulated;

/// <summary>What the far end does when the box has dialled a number.</summary>
public abstract record OutgoingBehaviour
{
    private OutgoingBehaviour()
    {
    }

    /// <summary>Rings and answers.</summary>
    public sealed record Answers : OutgoingBehaviour
    {
        /// <summary>The most rings before an answer.</summary>
        public const int MaxRings = 100;

        /// <summary>Rings that are heard before the answer, which comes right after the last of them; 0 answers without ringback.</summary>
        public int AfterRings { get; init; } = 2;

        /// <summary>What the far party says: 8 kHz, 16 bits. Not to be changed after.</summary>
        public ReadOnlyMemory<short> Speech { get; init; }

        /// <summary>Time between the answer and the speech.</summary>
        public TimeSpan SpeechDelay { get; init; }

        /// <summary>True to say it again and again.</summary>
        public bool LoopSpeech { get; init; }
    }

    /// <summary>Rings for ever.</summary>
    public sealed record NoAnswer : OutgoingBehaviour;

    /// <summary>Busy tone.</summary>
    public sealed record Busy : OutgoingBehaviour;

    /// <summary>Congestion tone: no path to the number.</summary>
    public sealed record Congestion : OutgoingBehaviour;

    /// <summary>The number does not exist.</summary>
    public sealed record Unobtainable : OutgoingBehaviour;

    /// <summary>Checks lengths and counts.</summary>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    internal void Check(string parameter)
    {
        if (this is Answers answers)
        {
            if (answers.AfterRings is < 0 or > Answers.MaxRings)
            {
                throw new ArgumentException($"{answers.AfterRings} rings before the answer: give 0 to {Answers.MaxRings}.", parameter);
            }

            SimulatedCaller.CheckSpeech(answers.Speech, answers.SpeechDelay, parameter);
        }
    }
}
